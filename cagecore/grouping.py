"""Texts typed in groups: the schemes that one of unknown kind can be of.

Codes are typed in groups, and phrases are made of words. What stands here tells the two apart. A
field that says what it is for chooses its schemes by itself, without `grouped_schemes`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cagecore.damage import is_scientific
from cagecore.schemes import SCHEMES, uei
from cagecore.words import code_words, groups_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cagecore.report import Reading
    from cagecore.scheme import Scheme
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
    if len(set(text.groups)) == 1 or not has_spaces(text):
        return False
    groups = groups_of(text)
    fits = SCHEMES["uei"].accepts(text.code)
    if any(map(kind_of, groups)):
        return not fits or any(map(str.isalpha, groups))
    return not fits and _has_words(groups)


def has_spaces(text: Text) -> bool:
    """Whether white space parts the groups of a text.

    Args:
        text: The text, read.

    Returns:
        Whether it does.

    Example:
        >>> from cagecore.text import read_text
        >>> has_spaces(read_text("1AB C5")), has_spaces(read_text("1AB-C5"))
        (True, False)
    """
    return any(finding.rule == "text-spaced" for finding in text.findings)


def _is_word(group: str) -> bool:
    return group.isalpha() and len(group) >= _SHORTEST_WORD


def _has_words(groups: Iterable[str]) -> bool:
    return sum(map(_is_word, groups)) >= _FEWEST_WORDS


def is_number_made(text: Text) -> bool:
    """Whether a text is what a spreadsheet writes for a large number.

    Args:
        text: The text, read.

    Returns:
        Whether it is in scientific notation, and not in groups.

    Example:
        >>> from cagecore.text import read_text
        >>> is_number_made(read_text("7.6E+06")), is_number_made(read_text("12-E4"))
        (True, False)
    """
    return len(text.groups) <= 1 and is_scientific(text.code)


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
    groups = groups_of(text)
    pair = len(groups) == 2  # noqa: PLR2004 - a word and a number
    if pair and any(map(_is_word, groups)) and any(map(str.isdecimal, groups)):
        return True
    return has_spaces(text) and _NUMBERED.fullmatch(" ".join(groups)) is not None


def is_split(text: Text) -> bool:
    """Whether a text is in groups that are hardly words, so that they may be parts of one code.

    Args:
        text: The text, read.

    Returns:
        Whether it is.

    Example:
        >>> from cagecore.text import read_text
        >>> is_split(read_text("N4YFF GL4CDX5")), is_split(read_text("Acme LLC 1ABC4"))
        (True, False)
    """
    return len(text.groups) > 1 and not _has_words(groups_of(text))


def may_be_near_uei(text: Text) -> bool:
    """Whether a text that fits nothing may be a UEI gone wrong, and not a phrase or a number.

    Args:
        text: The text, read.

    Returns:
        Whether it may. A longer or shorter text with nine digits in a row is another number.

    Example:
        >>> from cagecore.text import read_text
        >>> may_be_near_uei(read_text("N4YFFGL4CDX")), may_be_near_uei(read_text("75008 Paris"))
        (True, False)
    """
    code = text.code
    if code.isalpha() or not any(map(str.isalpha, code)) or _MARKUP.search(code):
        return False
    if _holds_other_codes(text):
        return False
    if uei.length(code) and uei.nine_digits(code):
        return False
    groups = groups_of(text)
    return len(groups) == 1 or not any(group.isalpha() or kind_of(group) for group in groups)


def _holds_other_codes(text: Text) -> bool:
    """Whether signs part codes of their own, such as two CAGE codes, and none slipped in a UEI."""
    together = "".join(filter(str.isalnum, text.code))
    # Another script's letter is part of a word, and an unprintable sign is trouble enough to name.
    if text.groups or not together.isascii() or not text.code.isprintable():
        return False
    if SCHEMES["uei"].accepts(together):
        return False
    return any(kind != "uei" for kind in code_words(text).values())


def may_be_near_duns(text: Text) -> bool:
    """Whether a text that fits nothing may be a DUNS number gone wrong, and no phone number.

    Args:
        text: The text, read.

    Returns:
        Whether it is digits in one piece.

    Example:
        >>> from cagecore.text import read_text
        >>> may_be_near_duns(read_text("7349885")), may_be_near_duns(read_text("703-555-0123"))
        (True, False)
    """
    return text.code.isdecimal() and len(text.groups) == 1


def _is_address(text: Text) -> bool:
    """Whether a group is a word and the first is no office, as in “Bldg 1022 Elm St”."""
    return text.groups[0] != PIID_OFFICE and any(map(str.isalpha, groups_of(text)))


def _is_no_contract(text: Text) -> bool:
    """Whether the groups are rather an address, or codes of their own, such as a UEI and a CAGE."""
    return _is_address(text) or sum(map(bool, map(kind_of, groups_of(text)))) >= _SEVERAL


_AGAINST: Final = {"uei": is_phrase, "piid": _is_no_contract}
"""What speaks against a scheme whose codes are typed in groups of any length."""


def grouped_schemes(text: Text, schemes: Iterable[Scheme]) -> list[Scheme]:
    """Choose the schemes that a text typed in groups can be of.

    Args:
        text: The text, read, of unknown kind.
        schemes: Schemes that have codes of its length.

    Returns:
        Those whose pattern matches and whose grouping it may be. Where some kind is typed in groups
        of any length, digits in groups that are nobody's are what they would be in one piece.

    Example:
        >>> from cagecore.text import read_text
        >>> [scheme.id for scheme in grouped_schemes(read_text("12-3456789"), SCHEMES.values())]
        ['ein']
    """
    schemes = list(schemes)
    fitting = [
        scheme
        for scheme in schemes
        if scheme.fits(text) and not (scheme.id in _AGAINST and _AGAINST[scheme.id](text))
    ]
    digits = text.code.isdecimal() and (fitting or SCHEMES["duns"].matches(text.code))
    if not digits or any(scheme.is_laid_out(text) for scheme in fitting):
        return fitting
    size = len(text.code)
    return [s for s in schemes if size in s.ungrouped_lengths and s.matches(text.code)]


def rank(text: Text, reading: Reading) -> tuple[bool, bool]:
    """Say how much a text speaks for one of its readings: the kind that a label names, then groups.

    Args:
        text: The text, read.
        reading: One of its readings.

    Returns:
        What sorts first for the likelier reading.

    Example:
        >>> from cagecore import check
        >>> from cagecore.text import read_text
        >>> [rank(read_text("12-3456789"), reading) for reading in check("12-3456789").readings]
        [(True, False)]
    """
    return text.label != reading.scheme, not SCHEMES[reading.scheme].is_laid_out(text)
