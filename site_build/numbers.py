"""Numbers with hyphens in them, such as 52.204-18, which a line must not break in two."""

from __future__ import annotations

import re

PIECE = re.compile(r"<(svg|script|pre|code)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL)
"""An element that is left alone, a tag, or a text."""
NUMBER = re.compile(r"(?<![\w.-])\d[\d.]*(?:-\d+)+(?![\w-])")


def keep_together(html: str) -> str:
    """Keep each such number of a page in one line.

    Args:
        html: A page.

    Returns:
        The same, with an element around each number that stands in a text.

    Example:
        >>> keep_together('<p title="52.204-18">FAR 52.204-18(b)</p>')
        '<p title="52.204-18">FAR <span class="cc-number">52.204-18</span>(b)</p>'
    """
    return PIECE.sub(_piece, html)


def _piece(found: re.Match[str]) -> str:
    piece = found[0]
    if piece.startswith("<"):
        return piece
    return NUMBER.sub(lambda number: f'<span class="cc-number">{number[0]}</span>', piece)
