"""What a text can be: by which schemes it is judged, and what it is as a code of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from cagecore.readings.codes import codes_in
from cagecore.readings.groups import (
    is_no_contract,
    is_phrase,
    may_be_near_duns,
    may_be_near_uei,
    rank,
)
from cagecore.schemes import MAIN, SCHEMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cagecore.report import Reading
    from cagecore.schemes.scheme import Scheme
    from cagecore.text import Text

_SEVERAL: Final = re.compile(r"[\s,;]")
_AGAINST: Final = {"uei": is_phrase, "piid": is_no_contract}
"""What speaks against a scheme whose codes are typed in groups of any length."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The schemes that a text is judged by.

    Attributes:
        schemes: Their ids; none where nothing says what the text is for. Then every scheme is read,
            and suggestions are sought among `MAIN`.
        by_label: Whether a label beside the code asks, and no field.

    Example:
        >>> from cagecore.text import read_text
        >>> asked_for(read_text("CAGE: 1ABC5"))
        Asked(schemes=('cage',), by_label=True)
    """

    schemes: tuple[str, ...] = ()
    by_label: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """A text in every way that it can be read.

    Attributes:
        asked: Its readings as what was asked for, best first; all where nothing was.
        others: What else it is, best first, where it is not what was asked for.
        codes: The codes in a text of several words, with their kinds.

    Example:
        >>> from cagecore.text import read_text
        >>> text = read_text("541330")
        >>> [one.scheme for one in read_as(text, Asked(("cage",))).others]
        ['naics', 'dodaac']
    """

    asked: tuple[Reading, ...]
    others: tuple[Reading, ...]
    codes: Mapping[str, str]

    @property
    def all(self) -> tuple[Reading, ...]:
        """Every reading, best first.

        Example:
            >>> from cagecore.text import read_text
            >>> [one.scheme for one in read_as(read_text("27340"), Asked()).all]
            ['cage', 'naics', 'zip']
        """
        return (*self.asked, *self.others)

    @property
    def best(self) -> Reading | None:
        """The first reading, or `None` where the text is no known kind of code.

        Example:
            >>> from cagecore.text import read_text
            >>> read_as(read_text("HELLO WORLD"), Asked()).best is None
            True
        """
        return next(iter(self.all), None)


def asked_for(text: Text, field: Sequence[str] = ()) -> Asked:
    """Say by which schemes a text is judged: the field's, else the label's, else none.

    A label speaks for the code beside it and not for a line that holds several; and not against
    the text, where that is a well formed code of another scheme of ours.

    Args:
        text: The text, read.
        field: The ids of the schemes that the field is for; empty for any.

    Returns:
        The schemes, and whether a label asks.

    Example:
        >>> from cagecore.text import read_text
        >>> asked_for(read_text("UEI: 1ABC5")).schemes
        ()
        >>> asked_for(read_text("UEI: 1ABC5"), ["uei"]).schemes
        ('uei',)
    """
    if field or text.label is None or not text.code:
        return Asked(tuple(field))
    codes = codes_in(text)
    if len(codes) > 1 and not SCHEMES[text.label].matches(text.code):
        return Asked()
    possible = _possible(text, codes)
    if SCHEMES[text.label] not in possible and any(
        scheme.id in MAIN and scheme.accepts(text.code) for scheme in possible
    ):
        return Asked()
    return Asked((text.label,), by_label=True)


def read_as(text: Text, asked: Asked) -> Readings:
    """Read a text in every way that it can be.

    Args:
        text: The text, read.
        asked: The schemes that it is judged by.

    Returns:
        Its readings, best first, and the codes in it.

    Example:
        >>> from cagecore.text import read_text
        >>> [one.scheme for one in read_as(read_text("1ABO5"), Asked()).all]
        ['cage', 'ncage']
    """
    codes = codes_in(text)
    if not text.code:
        return Readings((), (), codes)
    possible = _possible(text, codes)
    # A label is no reason to leave out what else the text is, if it is what the label says.
    if asked.by_label and any(scheme.id in asked.schemes for scheme in possible):
        return Readings(_best_first(text, possible), (), codes)
    if asked.schemes:
        return Readings(*_in_field(text, asked.schemes), codes)
    return Readings(_best_first(text, possible), (), codes)


def _possible(text: Text, codes: Mapping[str, str]) -> list[Scheme]:
    """Choose the schemes that a text of unknown kind fits, or else those that it is near."""
    return _fitting(text) or _near(text, codes)


def _fitting(text: Text) -> list[Scheme]:
    """Choose the schemes whose pattern matches a text, and whose codes are typed as it is."""
    fitting = [
        scheme
        for scheme in SCHEMES.values()
        if scheme.fits(text) and not (scheme.id in _AGAINST and _AGAINST[scheme.id](text))
    ]
    if text.in_one_piece or not text.code.isdecimal():
        return fitting
    # Where some kind is typed in groups of any length, digits in groups that are nobody's are what
    # they would be in one piece.
    known = fitting or SCHEMES["duns"].matches(text.code)
    if not known or any(scheme.is_laid_out(text) for scheme in fitting):
        return fitting
    return [
        scheme
        for scheme in SCHEMES.values()
        if len(text.code) in scheme.ungrouped_lengths and scheme.matches(text.code)
    ]


def _near(text: Text, codes: Mapping[str, str]) -> list[Scheme]:
    """Choose the schemes of which a text that fits none may be a code gone wrong."""
    if text.is_number or _SEVERAL.search(text.code):
        return []
    near = [scheme for scheme in SCHEMES.values() if len(text.code) in scheme.near_lengths]
    unlikely = {
        "uei": not may_be_near_uei(text, codes),
        "duns": not may_be_near_duns(text),
    }
    return [scheme for scheme in near if not unlikely.get(scheme.id)]


def _best_first(text: Text, possible: Sequence[Scheme]) -> tuple[Reading, ...]:
    """Read a text of unknown kind: well formed comes first, then what the text speaks for most.

    Where nothing decides, the order of the schemes does. Of what is not well formed, the kind that
    a label names and then the fewest findings come first.
    """
    readings = [scheme.read(text) for scheme in possible]
    if all(not scheme.matches(text.code) for scheme in possible):
        readings.sort(key=lambda one: (one.scheme != text.label, len(one.findings)))
    likeliest = min((rank(text, one) for one in readings if one.well_formed), default=None)
    readings.sort(
        key=lambda one: (not one.well_formed, one.well_formed and rank(text, one) != likeliest)
    )
    return tuple(readings)


def _in_field(
    text: Text, schemes: Sequence[str]
) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """Read a text in a field: as what the field is for, and as whatever else it is, best first.

    Of several kinds the text speaks for some more than for others; where it does not, the field's
    own order decides. The fewest findings come first where all are wrong.
    """
    asked = sorted((SCHEMES[scheme].read(text) for scheme in schemes), key=partial(_order, text))
    others = [scheme.read(text) for scheme in _fitting(text) if scheme.id not in schemes]
    sound = sorted((one for one in others if one.well_formed), key=partial(_order, text))
    # A UEI with a slip in it is one of those that fit only where nothing else does.
    near = [] if sound or asked[0].well_formed else [one for one in others if one.scheme in MAIN]
    return tuple(asked), (*sound, *near)


def _order(text: Text, reading: Reading) -> tuple[int, int]:
    """Say what sorts first: what the text speaks for most, and of what is wrong the least so."""
    return rank(text, reading) if reading.well_formed else (2, len(reading.findings))
