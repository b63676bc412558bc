"""Pages of the Federal Register: an address for each that a text cites."""

from __future__ import annotations

import re
from typing import Final

from site_build.markup import tag, text

CITED: Final = re.compile(r"\b([0-9]+) FR ([0-9]+)\b")
"""A volume and a page."""


def with_register(words: str) -> str:
    """Link each page of the Federal Register that words cite.

    Args:
        words: Plain text.

    Returns:
        HTML. The address is made of volume and page, and leads to the document.

    Example:
        >>> with_register("See 79 FR 31187.")
        'See <a href="https://www.federalregister.gov/citation/79-FR-31187">79 FR 31187</a>.'
    """
    return CITED.sub(
        lambda cited: tag(
            "a",
            cited[0],
            href=f"https://www.federalregister.gov/citation/{cited[1]}-FR-{cited[2]}",
        ),
        text(words),
    )
