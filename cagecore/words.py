"""The words of a text, and those among them that are codes of their own."""

from __future__ import annotations

import re
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final

from cagecore.damage import by_formula, is_decimal
from cagecore.schemes import MAIN, SCHEMES
from cagecore.schemes.uei import digit_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cagecore.text import Text

MOST_CODES: Final = 12
"""Codes that are sought in one text."""
_MOST_WORDS: Final = 1000
_LENGTHS: Final = {key: SCHEMES[key].lengths[0] for key in MAIN}
"""Of the kinds that are sought among words: the length without a suffix."""
_SIZES: Final = sorted(set(_LENGTHS.values()), reverse=True)
# One pass of one expression names the kind; the order of the names is that of the schemes.
_find_kind: Final = re.compile(
    "|".join(
        rf"(?P<{key}>(?=.{{{length}}}\Z)(?:{SCHEMES[key].pattern}))"
        if SCHEMES[key].lengths != (length,)
        else f"(?P<{key}>{SCHEMES[key].pattern})"
        for key, length in _LENGTHS.items()
    )
).fullmatch
_SIGNS: Final = "|".join(f"[0-9A-Z]{{{size}}}" for size in _SIZES)
# A day and an hour before a colon are those of a time, such as 2024-03-01T00:00.
_WORD: Final = re.compile(f"(?<![0-9A-Z])(?![0-9]{{2}}T[0-9]{{2}}:)(?:{_SIGNS})(?![0-9A-Z])")


def groups_of(text: Text) -> list[str]:
    """Give the groups in which a code was typed.

    Args:
        text: The text, read.

    Returns:
        The groups; none when something in the text is not understood.

    Example:
        >>> from cagecore.text import read_text
        >>> groups_of(read_text("n4y-ffgl 4cdx5"))
        ['N4Y', 'FFGL', '4CDX5']
    """
    ends = accumulate(text.groups)
    return [text.code[end - size : end] for size, end in zip(text.groups, ends, strict=True)]


def _words(text: Text) -> Iterator[str]:
    if text.groups:
        yield from (group for group in groups_of(text) if len(group) in _SIZES)
    elif digits := by_formula(text.code):
        yield digits
    elif not is_decimal(text.code):
        yield from (match[0] for match in _WORD.finditer(text.code))


def kind_of(word: str) -> str | None:
    """Say what kind of code a word is, if it is one that holds a digit.

    Args:
        word: Any text; a code is of ASCII digits and capital letters.

    Returns:
        The id of CAGE, NCAGE, UEI or DUNS; `None` when it is no well formed code of these.

    Raises:
        TypeError: If it is not a `str`.

    Example:
        >>> kind_of("1ABC5")
        'cage'
        >>> kind_of("ATLAS") is None
        True
    """
    match = _find_kind(word)
    if match is None or word.isalpha():
        return None
    kind = match.lastgroup
    # Its check digit is all that an expression cannot tell.
    return None if kind == "uei" and digit_for(word) != word[-1] else kind


def code_words(text: Text) -> dict[str, str]:
    """Find the words in a text that are well formed codes and hold a digit.

    Args:
        text: The text, read.

    Returns:
        The id of the kind by each different code, in order; the first few where there are many;
        none of a text in one piece.

    Example:
        >>> from cagecore.text import read_text
        >>> code_words(read_text("1ABC5 and 2abc6, K0999"))
        {'1ABC5': 'cage', '2ABC6': 'cage', 'K0999': 'ncage'}
    """
    if len(text.groups) == 1:
        return {}
    words = dict.fromkeys(islice(_words(text), _MOST_WORDS))
    found = ((word, kind) for word in words if (kind := kind_of(word)))
    return dict(islice(found, MOST_CODES))
