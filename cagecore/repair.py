"""Suggestions: the codes that a writer may have meant, each with the damage that explains the text.

Suggestions are offered, never applied. Every one is a well formed code of its scheme.
"""

from __future__ import annotations

from itertools import chain
from operator import ne
from typing import TYPE_CHECKING, Final

from cagecore import slips
from cagecore.damage import before_date, originals, plain_digits, without_dot
from cagecore.grouping import has_spaces, is_number_made, is_split
from cagecore.labels import without_label
from cagecore.nations import structure_of
from cagecore.report import Reading, Suggestion
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
_SUFFIX: Final = SCHEMES["eft"].lengths[0]
_UEI: Final = SCHEMES["uei"].lengths[0]
_PAIR: Final = _UEI + SCHEMES["cage"].lengths[0]
_NUMBERS: Final = {
    **dict.fromkeys(range(2, 6), "cage"),
    **dict.fromkeys(range(7, 10), "duns"),
}
"""What a number of so many digits may have been before a spreadsheet took zeros in front of it."""
_NUMBER_SCHEMES: Final = frozenset(_NUMBERS.values())
_THOUSAND: Final = 3
"""Digits between two spaces or dots that part the thousands of a number, as in 4 042."""
_TELLING_LENGTHS: Final = {
    *(length for length, scheme in _NUMBERS.items() if length < SCHEMES[scheme].lengths[0]),
    _UEI + _SUFFIX,
    _PAIR,
}
"""Lengths of a code that lost zeros or became a number, of one with a suffix, and of two codes."""


def suggest(
    text: Text, readings: Sequence[Reading], wanted: Sequence[str]
) -> tuple[Suggestion, ...]:
    """Suggest codes that the writer may have meant.

    Args:
        text: The text, read.
        readings: Its readings, best first.
        wanted: Schemes that the field or the label is for; empty when any will do.

    Returns:
        Different codes, most likely first.

    Example:
        >>> from cagecore.text import read_text
        >>> [s.code for s in suggest(read_text("4042"), (), ("cage",))]
        ['04042']
    """
    targets = _targets(readings, wanted)
    best = readings[0] if readings else None
    if best is not None and best.well_formed:
        if not (damages := _signs(text, best, targets)):
            return ()
        known = {(best.code, best.scheme)}
        candidates = [damage(text, targets) for damage in damages]
    else:
        known = set()
        damages = _NUMBER_MADE if is_number_made(text) else _DAMAGES
        first = [_likeliest(text, targets), _elsewhere(readings, wanted)]
        if any(map(_is_in_common_use, readings)):
            first.reverse()
        candidates = [*first, *(damage(text, targets) for damage in damages)]
    return _accepted(chain.from_iterable(candidates), known)


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
    """What may have happened to a well formed code: one of a kind that was not meant, or a typo."""
    code = text.code
    signs: list[Damage] = []
    if code is not text.raw:
        if "l" in text.raw:
            signs.append(slips.small_l)
        if _may_be_several(text, best):
            signs.append(_words)
        if len(text.groups) > 1:
            signs.append(_date)
    if len(code) in _TELLING_LENGTHS:
        signs += _signs_of_length(text, named=best.scheme in targets or best.scheme == text.label)
    if code.endswith("000") and "cage" in targets:
        signs.append(_number)
    if "I" in code and code not in ncage.SPECIAL:
        signs.append(slips.confusions)
    if len(code) == _UEI and code[0] in slips.LETTER_FOR:
        signs.append(slips.first_digit)
    return signs


def _may_be_several(text: Text, best: Reading) -> bool:
    """White space parts words. A group of digits alone is rather a part number than half a UEI."""
    if len(text.groups) == 1 or SCHEMES[best.scheme].is_laid_out(text):
        return False
    return has_spaces(text) or (best.scheme == "uei" and any(map(str.isdecimal, groups_of(text))))


def _signs_of_length(text: Text, *, named: bool) -> Sequence[Damage]:
    code = text.code
    if len(code) == _PAIR:
        return (_run_together,)
    if named:
        return ()
    if code.isdecimal():
        return (_lost_zeros,)
    if is_number_made(text):
        return (_number,)
    return (_suffixed,) if len(code) == _UEI + _SUFFIX else ()


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
            accepted.append(tuple.__new__(Suggestion, candidate))
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


def _date(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    if "ncage" in targets and (code := before_date(groups_of(text))):
        yield code, "ncage", "Read as a date by a spreadsheet."


def _joined(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    if "uei" in targets and is_split(text):
        yield text.code, "uei", "The groups joined have this shape."


def _without_gap(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A label and a code that have grown together, as cells of a table do when they are copied."""
    if code := without_label(text.code):
        for target in targets:
            yield code, target, "A label and a code typed in one word."


def _lost_zeros(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A spreadsheet reads a code of digits as a number: zeros in front go, decimals may come."""
    digits = plain_digits(text.code)
    if digits is None or not digits.strip("0"):
        return
    if not _is_one_number(text):
        return
    numbers = [target for target in targets if target in _NUMBER_SCHEMES]
    # A field that is for one of them decides; otherwise the number of digits does.
    target = numbers[0] if len(numbers) == 1 else _NUMBERS.get(len(digits))
    if target not in numbers:
        return
    width = SCHEMES[target].lengths[0]
    if len(digits) < width:
        yield digits.zfill(width), target, "Leading zeros lost, as spreadsheets do."
    else:
        yield digits, target, "Decimals or separators added, as spreadsheets do."


def _is_one_number(text: Text) -> bool:
    """Whether a text is in one piece, or only its thousands are parted."""
    if len(text.groups) <= 1:
        return True
    first, *others = text.groups
    parted = has_spaces(text) or "." in text.raw
    return parted and first <= _THOUSAND and set(others) == {_THOUSAND}


def _as_number(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A number that is no code of ours but what the field is for, as a spreadsheet shows it."""
    digits = plain_digits(text.code)
    if digits is not None and digits != text.code:
        for target in targets:
            if target not in MAIN:
                yield digits, target, "Decimals or separators added, as spreadsheets do."


def _parted_by_dot(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    if code := without_dot(text.code):
        for target in targets:
            yield code, target, "A dot typed among the digits."


def _number(text: Text, targets: Sequence[str]) -> Iterable[Candidate]:
    # In a field for UEIs it is a code in the wrong field; in others, some other number.
    asked = "cage" in targets or "ncage" in targets or ("uei" in targets and is_number_made(text))
    if not asked or not _is_one_number(text):
        return ()
    reason = "Read as a number in scientific notation by a spreadsheet."
    return [(code, "cage", reason) for code in originals(text.code)]


def _run_together(text: Text, _: Sequence[str]) -> Iterator[Candidate]:
    """A UEI and a CAGE or NCAGE code without a gap, as two columns that were joined."""
    if len(text.code) != _PAIR or len(text.groups) != 1:
        return
    for size in (_UEI, _PAIR - _UEI):
        first, second = text.code[:size], text.code[size:]
        if (kind := kind_of(first)) and (other := kind_of(second)):
            yield first, kind, "Two codes typed in one word."
            yield second, other, "Two codes typed in one word."


def _suffixed(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    code = text.code
    if "uei" in targets and len(code) == _UEI + _SUFFIX:
        suffix = code[-_SUFFIX:]
        reason = (
            "The last four may be an EFT indicator, which is a field of its own."
            if suffix.isalnum() and suffix not in PLACEHOLDERS
            else "What stands behind it is no part of it."
        )
        yield code[:-_SUFFIX], "uei", reason


_DAMAGES: Final = (
    slips.small_l,
    slips.other_scripts,
    slips.stray_sign,
    _lost_zeros,
    _as_number,
    _parted_by_dot,
    _number,
    _suffixed,
    _date,
    _run_together,
    _words,
    _joined,
    _without_gap,
    slips.confusions,
    slips.check_digit,
)
"""What may have happened to a text that is not well formed, most likely first."""
_NUMBER_MADE: Final = (_number, _lost_zeros, _as_number)
"""The same of a number in scientific notation. Its parts are no words."""
