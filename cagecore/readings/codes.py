"""The codes in a text: the words among others that are well formed codes in themselves."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from cagecore.schemes import MAIN, SCHEMES, kind_of
from cagecore.text.numbers import by_formula, is_decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cagecore.text import Text

MOST_CODES: Final = 12
"""Codes that are sought in one text."""
_MOST_WORDS: Final = 1000
_SIZES: Final = sorted({SCHEMES[key].lengths[0] for key in MAIN}, reverse=True)
_SIZED: Final = "|".join(f"[0-9A-Z]{{{size}}}" for size in _SIZES)
# A day and an hour before a colon are those of a time, such as 2024-03-01T00:00.
_WORD: Final = re.compile(f"(?<![0-9A-Z])(?![0-9]{{2}}T[0-9]{{2}}:)(?:{_SIZED})(?![0-9A-Z])")


def codes_in(text: Text) -> dict[str, str]:
    """Find the words in a text that are well formed codes and hold a digit, with their kinds.

    Each different code once, in order, and the first few where there are many; none of a text in
    one piece.

    Example:
        >>> from cagecore.text import read_text
        >>> codes_in(read_text("1ABC5 and 2abc6, K0999"))
        {'1ABC5': 'cage', '2ABC6': 'cage', 'K0999': 'ncage'}
    """
    if text.in_one_piece:
        return {}
    words = dict.fromkeys(islice(_words(text), _MOST_WORDS))
    found = ((word, kind) for word in words if (kind := kind_of(word)))
    return dict(islice(found, MOST_CODES))


def _words(text: Text) -> Iterator[str]:
    """Give the words of a text that are as long as a code."""
    if text.groups:
        yield from (group for group in text.groups if len(group) in _SIZES)
    elif digits := by_formula(text.code):
        yield digits
    elif not is_decimal(text.code):
        yield from (match[0] for match in _WORD.finditer(text.code))
