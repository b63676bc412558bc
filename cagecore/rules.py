"""What a rule's function takes and gives, and the few words that all of them share.

No fact about any identifier is in here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import re

Hit: TypeAlias = tuple[str, int, int]
"""What a rule found in a code: a message, first character, one past the last."""
Hits: TypeAlias = Sequence[Hit]
Check: TypeAlias = Callable[[str], Hits]
"""A rule's function: a clean code in, what it found out."""

NOTHING: Final[Hits] = ()
_MOST_PLACES: Final = 8


def every(code: str, characters: re.Pattern[str], message: str) -> Hits:
    """Point at each run of certain characters; at the first few where there are very many.

    Args:
        code: A clean code.
        characters: What to look for; it should match whole runs.
        message: What to say of each; `{}` stands for the run.

    Returns:
        One hit a run.

    Example:
        >>> import re
        >>> every("1ABO5", re.compile("[IO]+"), "{} is not used.")
        [('O is not used.', 3, 4)]
    """
    hits = []
    for match in characters.finditer(code):
        hits.append((message.format(printable(match[0], 24)), *match.span()))
        if len(hits) == _MOST_PLACES:
            break
    return hits


def whole(code: str, message: str) -> Hits:
    """Point at the whole code.

    Args:
        code: A clean code.
        message: What to say of it.

    Returns:
        One hit.

    Example:
        >>> whole("1ABC5", "Fine.")
        [('Fine.', 0, 5)]
    """
    return [(message, 0, len(code))]


def printable(text: str, most: int = 60) -> str:
    r"""Write a text so that it is safe to show: cut short, unprintable signs as escapes.

    Args:
        text: Any text.
        most: How many characters of it to keep.

    Returns:
        One line.

    Example:
        >>> printable("1AB\x1b[31m")
        '1AB\\x1b[31m'
    """
    shown = "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode()
        for sign in text[:most]
    )
    return f"{shown}…" if len(text) > most else shown
