"""The changes, as `CHANGELOG.md` has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_build.site import CHANGELOG

if TYPE_CHECKING:
    from site_build.pages.page import Page

TITLE = re.compile(r"\A# .*\n")
HEADING = re.compile(r"^(#+ )\[?([^]\n]+)\]?", re.MULTILINE)


def changelog(_: Page) -> str:
    """Give the changelog below a heading of the page.

    Returns:
        Markdown.
    """
    return lowered(CHANGELOG.read_text("utf-8"))


def lowered(markdown: str) -> str:
    r"""Take the title away and put every other heading one level down.

    Args:
        markdown: A changelog.

    Returns:
        Markdown.

    Example:
        >>> lowered("# Changelog\n\n## [1.0.0] - 2026-11-01\n\n### Added")
        '### 1.0.0 - 2026-11-01\n\n#### Added'
    """
    return HEADING.sub(r"#\1\2", TITLE.sub("", markdown)).strip()
