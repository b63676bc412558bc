"""Suggestions: the codes that a writer may have meant, each with the damage that explains the text.

Suggestions are offered, never applied. Every one is a well formed code of its scheme.
"""

from __future__ import annotations

import re
from itertools import chain
from operator import ne
from typing import TYPE_CHECKING, Final

from cagecore import slips, spreadsheets
from cagecore.damage import ZEROS, without_dot
from cagecore.grouping import has_spaces, is_number_made, is_split
from cagecore.labels import without_label
from cagecore.nations import structure_of
from cagecore.report import Reading, Suggestion, make_tuple
from cagecore.schemes import MAIN, SCHEMES, ncage
from cagecore.text import PLACEHOLDERS
from cagecore.words import code_words, groups_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cagecore.slips import Candidate
    from cagecore.text import Text

    Damage = Callable[[Text, Sequence[str]], Iterable[Candidate]]

_EXCHANGED: Final = {"NATO", "Tier 2", "NSPA"}
"""Standings of the nations whose codes are exchanged, and of NSPA, which serves the others."""
_MOST_SUGGESTIONS: Final = 12
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
_TOGETHER: Final = "Two codes typed in one word."


def repairs(
    text: Text, readings: Sequence[Reading], wanted: Sequence[str]
) -> tuple[Suggestion, ...]:
    """Suggest what the writer may have meant by a text that is not well formed.

    Args:
        text: The text, read.
        readings: Its readings, best first.
        wanted: Schemes that the field or the label is for; empty when any will do.

    Returns:
        Different codes, most likely first.

    Example:
        >>> from cagecore.text import read_text
        >>> [s.code for s in repairs(read_text("4042"), (), ("cage",))]
        ['04042']
    """
    targets = _targets(readings, wanted)
    first = [_likeliest(text, targets), _elsewhere(readings, wanted)]
    if any(map(_is_in_common_use, readings)):
        first.reverse()
    damages = _NUMBER_MADE if is_number_made(text) else _DAMAGES
    return _accepted(chain(*first, *(damage(text, targets) for damage in damages)), set())


def alternatives(
    text: Text, readings: Sequence[Reading], wanted: Sequence[str]
) -> tuple[Suggestion, ...]:
    """Suggest what the writer may have meant instead of a well formed code.

    Args:
        text: The text, read.
        readings: Its readings, the well formed one first.
        wanted: Schemes that the field or the label is for; empty when any will do.

    Returns:
        Different codes, most likely first.

    Example:
        >>> from cagecore import check
        >>> from cagecore.text import read_text
        >>> [s.code for s in alternatives(read_text("IABC5"), check("IABC5").readings, ())]
        ['1ABC5']
    """
    best, targets = readings[0], _targets(readings, wanted) if wanted else MAIN
    mistaken = _mistaken(text, best, targets)
    if text.code is text.raw and len(text.code) != _SUFFIXED:
        return mistaken
    damages = (damage(text, targets) for damage in _signs(text, best, targets))
    accepted = _accepted(chain(*damages), {(best.code, best.scheme)})
    return (*accepted, *mistaken)[:_MOST_SUGGESTIONS]


def _targets(readings: Sequence[Reading], wanted: Sequence[str]) -> Sequence[str]:
    """Schemes of which a code may have been meant: those of the field, and what has their shape."""
    if not wanted:
        return MAIN
    shapes = (reading.scheme for reading in readings if not reading.well_formed)
    return tuple(dict.fromkeys((*wanted, *(shape for shape in shapes if shape in MAIN))))


def _is_in_common_use(reading: Reading) -> bool:
    """Whether a code is a special one, or of NSPA or of a nation whose codes are exchanged."""
    structure = structure_of(reading.code) if reading.scheme == "ncage" else None
    if structure is None:
        return False
    return structure.status in _EXCHANGED or reading.code in ncage.SPECIAL


def _signs(text: Text, best: Reading, targets: Sequence[str]) -> Sequence[Damage]:
    """What may have made a well formed code of words, of a date, or of a code with a suffix."""
    signs: list[Damage] = []
    if "l" in text.raw:
        signs.append(slips.small_l)
    if _may_be_several(text, best):
        signs.append(_words)
    if len(text.groups) > 1:
        signs.append(spreadsheets.day)
    if len(text.code) == _SUFFIXED and not _is_meant(text, best, targets):
        signs.append(_suffixed)
    return signs


def _may_be_several(text: Text, best: Reading) -> bool:
    """White space parts words. A group of digits alone is rather a part number than half a UEI."""
    if len(text.groups) == 1 or SCHEMES[best.scheme].is_laid_out(text):
        return False
    return has_spaces(text) or (best.scheme == "uei" and any(map(str.isdecimal, groups_of(text))))


def _is_meant(text: Text, best: Reading, targets: Sequence[str]) -> bool:
    return best.scheme in targets or best.scheme == text.label


def _mistaken(text: Text, best: Reading, targets: Sequence[str]) -> tuple[Suggestion, ...]:
    """Suggest the codes that may have been mistaken for a well formed one.

    Each kind is mistaken in ways of its own, and none of them gives what the text holds in pieces.
    """
    code, kind = text.code, best.scheme
    if kind == "uei":
        return slips.first_digit(text)
    if kind == "piid":
        return _run_together(text, targets)
    if kind != "ncage":
        return _converted(text, best, targets)
    if "I" not in code or code.isalpha() or code in ncage.SPECIAL:
        return ()
    # Digits for letters leave both kinds of this length their shape, which decides.
    found = slips.confusions(text, targets)
    if len(found) > 1 and found[0].scheme != kind:
        # The fewer changes the likelier, and a CAGE code takes more of them.
        return (found[1], found[0])
    return tuple(found)


def _converted(text: Text, best: Reading, targets: Sequence[str]) -> tuple[Suggestion, ...]:
    """Suggest the codes of which a spreadsheet may have made what is a well formed code, too."""
    code = text.code
    shortened = len(code) in spreadsheets.SHORTENED and not _is_meant(text, best, targets)
    if not code.isdecimal():
        # Only in one piece: 7 E10 is no number.
        return spreadsheets.power(text, targets) if shortened and is_number_made(text) else ()
    found = spreadsheets.lost_zeros(text, targets) if shortened else ()
    if code.endswith(ZEROS) and "cage" in targets:
        found += spreadsheets.power(text, targets)
    return found


def _accepted(
    candidates: Iterable[Candidate], known: set[tuple[str, str]]
) -> tuple[Suggestion, ...]:
    """Keep what is well formed and new; `known` holds what the text already says."""
    accepted: list[Suggestion] = []
    for candidate in candidates:
        code, scheme, _ = candidate
        if (code, scheme) in known:
            continue
        # A word may be a label, or stand for no code.
        if SCHEMES[scheme].is_valid(code) if code.isalpha() else SCHEMES[scheme].accepts(code):
            known.add((code, scheme))
            accepted.append(make_tuple(Suggestion, candidate))
            if len(accepted) == _MOST_SUGGESTIONS:
                break
    return tuple(accepted)


def _likeliest(text: Text, wanted: Sequence[str]) -> Iterator[Candidate]:
    """One character that looks like another: likelier than a code in the wrong field."""
    for code, scheme, reason in slips.confusions(text, wanted):
        if sum(map(ne, code, text.code)) == 1:
            yield code, scheme, reason


def _elsewhere(readings: Sequence[Reading], wanted: Sequence[str]) -> Iterator[Candidate]:
    """The code may be right and stand in the wrong field, if nothing speaks more for another."""
    if not wanted:
        return
    likeliest = next((reading for reading in readings if reading.well_formed), None)
    if likeliest is None or likeliest.scheme not in MAIN:
        return
    if not any(f.severity == "warning" and f.basis == "observed" for f in likeliest.findings):
        scheme = SCHEMES[likeliest.scheme]
        shape = f"{scheme.article} {scheme.name}"
        reason = f"This has the shape of {shape}, which belongs in another field."
        yield likeliest.code, scheme.id, reason


def _words(text: Text, _: Sequence[str]) -> Iterator[Candidate]:
    for code, kind in code_words(text).items():
        yield code, kind, "One of the words in the text has this shape."


def _joined(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    if "uei" in targets and is_split(text):
        yield text.code, "uei", "The groups joined have this shape."


def _without_gap(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A label and a code that have grown together, as cells of a table do when they are copied."""
    if code := without_label(text.code):
        for target in targets:
            yield code, target, "A label and a code typed in one word."


def _parted_by_dot(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    if code := without_dot(text.code):
        for target in targets:
            yield code, target, "A dot typed among the digits."


def _run_together(text: Text, _: Sequence[str]) -> tuple[Suggestion, ...]:
    """A UEI and another code without a gap, as lines or columns that were joined."""
    code = text.code
    found: tuple[Suggestion, ...] = ()
    if len(text.groups) != 1:
        return ()
    for size in _SPLITS.get(len(code), ()):
        first, second = code[:size], code[size:]
        if (kind := kind_of(first)) and (other := kind_of(second)):
            one = make_tuple(Suggestion, (first, kind, _TOGETHER))
            found += (one, make_tuple(Suggestion, (second, other, _TOGETHER)))
    return found


def _cages_together(text: Text, _: Sequence[str]) -> Iterator[Candidate]:
    """Two CAGE codes without a gap. Only with letters in both: of the rest most numbers are two."""
    if len(text.groups) == 1 and (pair := _is_two_cages(text.code)):
        for code in pair.groups():
            yield code, "cage", _TOGETHER


def _suffixed(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    code, suffix = text.code[:_UEI], text.code[_UEI:]
    if "uei" in targets and len(text.code) == _SUFFIXED:
        reason = (
            "The last four may be an EFT indicator, which is a field of its own."
            if suffix.isalnum() and suffix not in PLACEHOLDERS
            else "What stands behind it is no part of it."
        )
        yield code, "uei", reason


_DAMAGES: Final = (
    slips.small_l,
    slips.other_scripts,
    slips.stray_sign,
    spreadsheets.lost_zeros,
    spreadsheets.decimals,
    _parted_by_dot,
    spreadsheets.power,
    _suffixed,
    spreadsheets.day,
    _run_together,
    _cages_together,
    _words,
    _joined,
    _without_gap,
    slips.confusions,
    slips.check_digit,
)
"""What may have happened to a text that is not well formed, most likely first."""
_NUMBER_MADE: Final = (spreadsheets.power, spreadsheets.lost_zeros, spreadsheets.decimals)
"""The same of a number in scientific notation. Its parts are no words."""
