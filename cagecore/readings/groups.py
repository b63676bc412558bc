"""How a text was typed speaks for some schemes and against others.

Codes are typed in groups, and phrases are made of words. This module separates the two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cagecore.schemes import SCHEMES, kind_of, uei

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cagecore.report import Reading
    from cagecore.text import Text

_SHORTEST_WORD: Final = 3
_FEWEST_WORDS: Final = 2
_SEVERAL: Final = 2
# A quantity and its unit, a door and its street or building, or 2 of 10. Two letters before digits
# are rather the start of a code, as in DG 119.
_NUMBERED: Final = re.compile(
    "[A-Z]{3,} [0-9]+[A-Z]|[0-9]+[A-Z]? [A-Z]{2,}|[0-9]+ [A-Z]{2,} [0-9]+"
)
_MARKUP: Final = re.compile("[@<>]")
PIID_OFFICE: Final = SCHEMES["piid"].parts[0].end
"""Characters of the office in a contract number."""


def rank(text: Text, reading: Reading) -> tuple[bool, bool]:
    """Say how much a text speaks for one of its readings: the kind that a label names, then groups.

    What sorts first is the likelier reading.

    Example:
        >>> from cagecore import check
        >>> from cagecore.text import read_text
        >>> [rank(read_text("12-3456789"), reading) for reading in check("12-3456789").readings]
        [(True, False)]
    """
    return text.label != reading.scheme, not SCHEMES[reading.scheme].is_laid_out(text)


def is_phrase(text: Text) -> bool:
    """Whether the groups of a text are rather words than parts of one UEI.

    Args:
        text: The text, read.

    Returns:
        Whether there are several words, or a group is a code by itself and nothing joins it to the
        others. Groups of equal length, or with nothing but hyphens between them, are those of one
        code.

    Example:
        >>> from cagecore.text import read_text
        >>> is_phrase(read_text("Acme LLC 1ABC4")), is_phrase(read_text("N4YF FGL4 CDX5"))
        (True, False)
    """
    if len(set(text.sizes)) == 1 or not text.is_spaced:
        return False
    fits = SCHEMES["uei"].accepts(text.code)
    if any(map(kind_of, text.groups)):
        return not fits or any(map(str.isalpha, text.groups))
    return not fits and _has_words(text)


def may_be_words(text: Text) -> bool:
    """Whether a text typed in groups is rather a word and a number, or a date, than a code.

    Args:
        text: The text, read.

    Returns:
        Whether one group is a word and the other digits, as in `12-Mar` or `Page 2`; between white
        space also `Apt 4B`, `100 EA` and `2 of 10`.

    Example:
        >>> from cagecore.text import read_text
        >>> may_be_words(read_text("12-Mar")), may_be_words(read_text("K-0999"))
        (True, False)
    """
    pair = len(text.groups) == 2  # noqa: PLR2004 - a word and a number
    if pair and any(map(_is_word, text.groups)) and any(map(str.isdecimal, text.groups)):
        return True
    return text.is_spaced and _NUMBERED.fullmatch(" ".join(text.groups)) is not None


def is_split(text: Text) -> bool:
    """Whether a text is in groups that are unlikely to be words, and so may be parts of one code.

    Args:
        text: The text, read.

    Returns:
        Whether it is.

    Example:
        >>> from cagecore.text import read_text
        >>> is_split(read_text("N4YFF GL4CDX5")), is_split(read_text("Acme LLC 1ABC4"))
        (True, False)
    """
    return len(text.groups) > 1 and not _has_words(text)


def is_no_contract(text: Text) -> bool:
    """Whether groups are rather an address, or separate codes, such as a UEI and a CAGE code.

    In an address a group is a word, and the first is no office.

    Example:
        >>> from cagecore.text import read_text
        >>> is_no_contract(read_text("Bldg 1022 Elm St"))
        True
    """
    if len(text.groups) < _SEVERAL:
        return False
    address = len(text.groups[0]) != PIID_OFFICE and any(map(str.isalpha, text.groups))
    return address or sum(map(bool, map(kind_of, text.groups))) >= _SEVERAL


def may_be_near_uei(text: Text, codes: Mapping[str, str]) -> bool:
    """Whether a text that fits nothing may be a UEI gone wrong, and not a phrase or a number.

    A longer or shorter text with nine digits in a row is another number.

    Example:
        >>> from cagecore.text import read_text
        >>> may_be_near_uei(read_text("N4YFFGL4CDX"), {})
        True
        >>> may_be_near_uei(read_text("75008 Paris"), {"75008": "cage"})
        False
    """
    code = text.code
    if code.isalpha() or not any(map(str.isalpha, code)) or _MARKUP.search(code):
        return False
    if _holds_other_codes(text, codes.values()):
        return False
    if uei.length(code) and uei.nine_digits(code):
        return False
    return text.in_one_piece or not any(group.isalpha() or kind_of(group) for group in text.groups)


def _holds_other_codes(text: Text, kinds: Iterable[str]) -> bool:
    """Whether characters separate several codes, and none slipped into a UEI."""
    together = "".join(filter(str.isalnum, text.code))
    # Another script's letter is part of a word, and an unprintable one is trouble enough to name.
    if text.groups or not together.isascii() or not text.code.isprintable():
        return False
    if SCHEMES["uei"].accepts(together):
        return False
    return any(kind != "uei" for kind in kinds)


def may_be_near_duns(text: Text) -> bool:
    """Whether a text that fits nothing may be a DUNS number gone wrong, and no phone number.

    Example:
        >>> from cagecore.text import read_text
        >>> may_be_near_duns(read_text("7349885")), may_be_near_duns(read_text("703-555-0123"))
        (True, False)
    """
    return text.code.isdecimal() and text.in_one_piece


def _is_word(group: str) -> bool:
    """Whether a group is rather a word than a part of a code."""
    return group.isalpha() and len(group) >= _SHORTEST_WORD


def _has_words(text: Text) -> bool:
    """Whether a text has several words."""
    return sum(map(_is_word, text.groups)) >= _FEWEST_WORDS
