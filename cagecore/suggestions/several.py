"""More than one code in a text, or more than the code: words, a suffix, two codes grown together.

Each function gives the codes that may have been meant; `cagecore.suggestions` keeps those that are
well formed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cagecore.readings.groups import is_split
from cagecore.report import Suggestion
from cagecore.schemes import SCHEMES, kind_of
from cagecore.text.labels import without_label
from cagecore.text.missing import PLACEHOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cagecore.report import Reading
    from cagecore.suggestions.sought import Sought
    from cagecore.text import Text

_UEI: Final = SCHEMES["uei"].lengths[0]
_SUFFIXED: Final = _UEI + SCHEMES["eft"].lengths[0]
_CAGE: Final = SCHEMES["cage"].lengths[0]
_DUNS: Final = SCHEMES["duns"].lengths[0]
_SPLITS: Final = {
    _UEI + _CAGE: (_UEI, _CAGE),
    _UEI + _DUNS: (_UEI, _DUNS),
    _UEI + _UEI: (_UEI,),
}
"""By the length of a UEI and another code without a gap: how long the first can be."""
_CAGE_WITH_LETTER: Final = f"(?![0-9]{{{_CAGE}}}){SCHEMES['cage'].pattern}"
_is_two_cages: Final = re.compile(f"({_CAGE_WITH_LETTER})" * 2).fullmatch
_TOGETHER: Final = "Two codes were typed as one word."


def may_be_several_words(text: Text, best: Reading) -> bool:
    """Whether a well formed code may be several words that only look like one code.

    A group of digits alone is rather a part number than half a UEI.

    Example:
        >>> from cagecore import check
        >>> from cagecore.text import read_text
        >>> may_be_several_words(read_text("K 0999"), check("K 0999").best)
        True
    """
    if text.in_one_piece or SCHEMES[best.scheme].is_laid_out(text):
        return False
    return text.is_spaced or (best.scheme == "uei" and any(map(str.isdecimal, text.groups)))


def words(sought: Sought) -> Iterator[Suggestion]:
    """The codes among the words of a text.

    Example:
        >>> from cagecore import check
        >>> [one.code for one in check("Acme Corp (CAGE: 1ABC5)").suggestions]
        ['1ABC5']
    """
    for code, kind in sought.codes.items():
        yield Suggestion(code, kind, "It is one of the words in the text.")


def joined(sought: Sought) -> Iterator[Suggestion]:
    """A UEI typed in groups that no UEI is typed in.

    Example:
        >>> from cagecore import check
        >>> check("H79AS FPJNL V7").suggestions[-1].code
        'H79ASFPJNLV7'
    """
    if "uei" in sought.targets and is_split(sought.text):
        yield Suggestion(sought.text.code, "uei", "These are the groups, joined.")


def without_gap(sought: Sought) -> Iterator[Suggestion]:
    """A label and a code that have grown together, as cells of a table do when they are copied.

    Example:
        >>> from cagecore import check
        >>> [one.code for one in check("CAGE1ABC5", expect="cage").suggestions]
        ['1ABC5']
    """
    if code := without_label(sought.text.code):
        for target in sought.targets:
            yield Suggestion(code, target, "A label and a code were typed as one word.")


def uei_together(sought: Sought) -> Iterator[Suggestion]:
    """A UEI and another code without a gap, as lines or columns that were joined.

    Example:
        >>> from cagecore import check
        >>> [one.code for one in check("N4YFFGL4CDX5K0999").suggestions]
        ['N4YFFGL4CDX5', 'K0999']
    """
    code = sought.text.code
    for size in _SPLITS.get(len(code), ()) if sought.text.in_one_piece else ():
        first, second = code[:size], code[size:]
        if (kind := kind_of(first)) and (other := kind_of(second)):
            yield Suggestion(first, kind, _TOGETHER)
            yield Suggestion(second, other, _TOGETHER)


def cages_together(sought: Sought) -> Iterator[Suggestion]:
    """Two CAGE codes without a gap. Only with letters in both: of the rest most numbers are two.

    Example:
        >>> from cagecore import check
        >>> [one.code for one in check("1ABC52ABC6").suggestions]
        ['1ABC5', '2ABC6']
    """
    if sought.text.in_one_piece and (pair := _is_two_cages(sought.text.code)):
        for code in pair.groups():
            yield Suggestion(code, "cage", _TOGETHER)


def suffixed(sought: Sought) -> Iterator[Suggestion]:
    """A UEI with four characters after it, which may be an EFT indicator.

    Example:
        >>> from cagecore import check
        >>> [one.code for one in check("V24HYE4YVGH60001").suggestions]
        ['V24HYE4YVGH6']
    """
    code, suffix = sought.text.code[:_UEI], sought.text.code[_UEI:]
    if "uei" in sought.targets and len(sought.text.code) == _SUFFIXED:
        reason = (
            "The last four may be an EFT indicator, which has its own field."
            if suffix.isalnum() and suffix not in PLACEHOLDERS
            else "What comes after it does not belong to it."
        )
        yield Suggestion(code, "uei", reason)
