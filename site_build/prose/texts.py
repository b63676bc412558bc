"""The texts of a finished page, apart from its tags and from what is to be left as it is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ALONE = ("svg", "script", "pre", "code")
"""Elements whose text is no prose."""


def change_texts(html: str, alone: tuple[str, ...], change: Callable[[str], str]) -> str:
    """Change each text of a page.

    Args:
        html: A page.
        alone: Names of elements that are left as they are; none holds another of its own name.
        change: Gives the new HTML for a text, which may hold places to break a word.

    Returns:
        The page.

    Example:
        >>> change_texts('<p title="a">b <code>c</code> d</p>', ALONE, str.upper)
        '<p title="a">B <code>c</code> D</p>'
    """
    return _piece(alone).sub(
        lambda found: found[0] if found["markup"] else change(found[0]),
        html,
    )


@cache
def _piece(alone: tuple[str, ...]) -> re.Pattern[str]:
    """Find what is left alone, markup, and the texts between."""
    kept = rf"<(?P<name>{'|'.join(alone)})\b.*?</(?P=name)>|<!--.*?-->|<(?!wbr>)[^>]*>"
    return re.compile(rf"(?P<markup>{kept})|(?:[^<]|<wbr>)+", re.DOTALL)
