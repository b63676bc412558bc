"""Folds as sections of a page, so that the search can lead to each of them by its name."""

from __future__ import annotations

import re
from typing import Final

_BEGIN: Final = re.compile(
    r"<details\b(?=[^>]*\sid=\"([^\"]+)\")[^>]*>\s*<summary[^>]*>(.*?)</summary>", re.DOTALL
)
_OTHER: Final = re.compile(r"<(/?)(?:details|summary)\b[^>]*>")
_HEADING: Final = re.compile(r"</?h[1-6]\b[^>]*>")


def as_sections(html: str) -> str:
    """Write the folds of a page that have a name as sections with a heading.

    Args:
        html: The page's content.

    Returns:
        The same content for the index of the search, which knows sections by their headings.

    Example:
        >>> as_sections('<details id="a"><summary>One <small>or so</small></summary>Two</details>')
        '<div><h6 id="a">One </h6><p><small>or so</small></p>Two</div>'
    """
    return _OTHER.sub(r"<\1div>", _BEGIN.sub(_section, html))


def _section(found: re.Match[str]) -> str:
    """Make the line of a fold the heading of its section; small print in it is text."""
    title, small, more = _HEADING.sub("", found[2]).partition("<small")
    words = f"<p>{small}{more}</p>" if more else ""
    return f'<div><h6 id="{found[1]}">{title}</h6>{words}'
