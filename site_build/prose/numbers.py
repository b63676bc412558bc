"""Numbers with hyphens in them, such as 52.204-18, which a line must not break in two."""

from __future__ import annotations

import re

from site_build.prose.texts import ALONE, change_texts

NUMBER = re.compile(r"(?<![\w.-])\d[\d.]*(?:-\d+)+(?![\w-])")


def keep_together(html: str) -> str:
    """Keep each such number of a page in one line.

    Args:
        html: A page.

    Returns:
        The same, with an element around each such number in a text.

    Example:
        >>> keep_together('<p title="52.204-18">FAR 52.204-18(b)</p>')
        '<p title="52.204-18">FAR <span class="cc-number">52.204-18</span>(b)</p>'
    """
    return change_texts(html, ALONE, _words)


def _words(words: str) -> str:
    """Put an element around each such number."""
    return NUMBER.sub(r'<span class="cc-number">\g<0></span>', words)
