"""What may have been meant: other codes, each with the damage that explains the text.

Suggestions are offered, never applied. Every one is a well formed code of its scheme.
"""

from __future__ import annotations

from itertools import chain
from operator import ne
from typing import TYPE_CHECKING, Final

from cagecore.facts.nations import structure_of
from cagecore.report import Suggestion
from cagecore.schemes import MAIN, SCHEMES, ncage
from cagecore.suggestions import several, slips, spreadsheets
from cagecore.suggestions.sought import Sought
from cagecore.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cagecore.readings import Asked, Readings
    from cagecore.report import Reading
    from cagecore.text import Text

    Damage = Callable[[Sought], Iterable[Suggestion]]

_MOST_SUGGESTIONS: Final = 12
_DAMAGES: Final = (
    slips.small_l,
    slips.other_scripts,
    slips.stray_character,
    spreadsheets.lost_zeros,
    spreadsheets.decimals,
    slips.stray_dot,
    spreadsheets.power,
    several.suffixed,
    spreadsheets.day,
    several.uei_together,
    several.cages_together,
    several.words,
    several.joined,
    several.without_gap,
    slips.confusions,
    slips.check_digit,
)
"""What may have happened to a text that is not well formed, most likely first."""
_NUMBER_MADE: Final = (spreadsheets.power, spreadsheets.lost_zeros, spreadsheets.decimals)
"""The same of a number in scientific notation, whose parts are no words."""


def suggest(text: Text, readings: Readings, asked: Asked) -> tuple[Suggestion, ...]:
    """Suggest what the writer may have meant, where that is not what was typed.

    Args:
        text: The text, read.
        readings: What it can be.
        asked: The schemes that it is judged by.

    Returns:
        Different codes, most likely first.

    Example:
        >>> from cagecore import check
        >>> [one.code for one in check("4042", expect="cage").suggestions]
        ['04042']
        >>> [one.code for one in check("IABC5").suggestions]
        ['1ABC5']
    """
    best = readings.best
    sought = Sought(text, _targets(readings, asked), asked.codes)
    if best and best.well_formed:
        return _accepted(_instead_of(sought, best), {(best.code, best.scheme)})
    first = [_likeliest(sought), _elsewhere(readings, asked)]
    if any(map(_is_in_common_use, readings.all)):
        first.reverse()
    damages = _NUMBER_MADE if text.is_number else _DAMAGES
    return _accepted(chain(*first, *(damage(sought) for damage in damages)), set())


def _targets(readings: Readings, asked: Asked) -> Sequence[str]:
    """Schemes of which a code may have been meant: those asked for, and what has their shape."""
    if not asked.schemes:
        return MAIN
    shapes = (one.scheme for one in readings.all if not one.well_formed and one.scheme in MAIN)
    return tuple(dict.fromkeys((*asked.schemes, *shapes)))


def _accepted(
    candidates: Iterable[Suggestion], known: set[tuple[str, str]]
) -> tuple[Suggestion, ...]:
    """Keep what is well formed and new; `known` holds what the text already says."""
    accepted: list[Suggestion] = []
    for one in candidates:
        if (one.code, one.scheme) in known or not SCHEMES[one.scheme].accepts(one.code):
            continue
        # A word may be a label, or mean that there is no code: only reading it shows.
        if not one.code.isalpha() or read_text(one.code).code:
            known.add((one.code, one.scheme))
            accepted.append(one)
            if len(accepted) == _MOST_SUGGESTIONS:
                break
    return tuple(accepted)


def _likeliest(sought: Sought) -> Iterator[Suggestion]:
    """One character that looks like another: likelier than a code in the wrong field."""
    for one in slips.confusions(sought):
        if sum(map(ne, one.code, sought.text.code)) == 1:
            yield one


def _elsewhere(readings: Readings, asked: Asked) -> Iterator[Suggestion]:
    """The code may be right and in the wrong field, if nothing speaks more for another."""
    likeliest = next((reading for reading in readings.all if reading.well_formed), None)
    if not asked.schemes or likeliest is None or likeliest.scheme not in MAIN:
        return
    if not any(f.severity == "warning" and f.basis == "observed" for f in likeliest.findings):
        scheme = SCHEMES[likeliest.scheme]
        shape = f"{scheme.article} {scheme.name}"
        reason = f"This has the shape of {shape}. It belongs in another field."
        yield Suggestion(likeliest.code, scheme.id, reason)


def _is_in_common_use(reading: Reading) -> bool:
    """Whether a code is a special one, or of a structure whose codes are exchanged."""
    structure = structure_of(reading.code) if reading.scheme == "ncage" else None
    return structure is not None and (structure.exchanged or reading.code in ncage.SPECIAL)


def _instead_of(sought: Sought, best: Reading) -> Iterator[Suggestion]:
    """What may have been meant in place of a well formed code.

    Words, dates and codes with a suffix first; then what is mistaken for a code of its kind.
    """
    text = sought.text
    meant = best.scheme in sought.targets or best.scheme == text.label
    yield from slips.small_l(sought)
    if several.may_be_several_words(text, best):
        yield from several.words(sought)
    yield from spreadsheets.day(sought)
    if not meant:
        yield from several.suffixed(sought)
    if best.scheme == "uei":
        yield from slips.first_digit(sought)
    elif best.scheme == "piid":
        yield from several.uei_together(sought)
    elif best.scheme == "ncage":
        yield from slips.letters_i(sought)
    else:
        yield from spreadsheets.converted(sought, meant=meant)
