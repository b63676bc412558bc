"""What a text is as a code of each scheme, best first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cagecore.readings.groups import rank
from cagecore.schemes import MAIN, SCHEMES

if TYPE_CHECKING:
    from cagecore.readings.asked import Asked
    from cagecore.report import Reading
    from cagecore.text import Text


@dataclass(frozen=True, slots=True)
class Readings:
    """A text in every way that it can be read.

    Attributes:
        asked: What it is as a code of the schemes that it is judged by, best first; every reading
            where none is asked for, or where it is what its label says.
        others: What else it is, best first.

    Example:
        >>> from cagecore.readings import asked_for
        >>> from cagecore.text import read_text
        >>> text = read_text("541330")
        >>> [one.scheme for one in read_as(text, asked_for(text, ["cage"])).others]
        ['naics', 'dodaac']
    """

    asked: tuple[Reading, ...]
    others: tuple[Reading, ...] = ()

    @property
    def all(self) -> tuple[Reading, ...]:
        """Every reading, best first.

        Example:
            >>> from cagecore.readings import asked_for
            >>> from cagecore.text import read_text
            >>> text = read_text("27340")
            >>> [one.scheme for one in read_as(text, asked_for(text)).all]
            ['cage', 'naics', 'zip']
        """
        return (*self.asked, *self.others)

    @property
    def best(self) -> Reading | None:
        """The first reading, or `None` where the text is no known kind of code.

        Example:
            >>> Readings(()).best is None
            True
        """
        readings = self.asked or self.others
        return readings[0] if readings else None


def read_as(text: Text, asked: Asked) -> Readings:
    """Read a text in every way that it can be.

    Args:
        text: The text, read.
        asked: The schemes that it is judged by.

    Returns:
        Its readings, best first.

    Example:
        >>> from cagecore.readings import asked_for
        >>> from cagecore.text import read_text
        >>> text = read_text("1ABO5")
        >>> [one.scheme for one in read_as(text, asked_for(text)).all]
        ['cage', 'ncage']
    """
    possible = {scheme.id for scheme in asked.possible}
    if not text.code:
        return Readings(())
    # A label is no reason to leave out what else the text is, if it is what the label says.
    if not asked.schemes or (asked.by_label and not possible.isdisjoint(asked.schemes)):
        return Readings(_of_any_kind(text, asked))
    return _in_field(text, asked)


def _of_any_kind(text: Text, asked: Asked) -> tuple[Reading, ...]:
    """Read a text of unknown kind: well formed comes first, then what the text speaks for most.

    Where nothing decides, the order of the schemes does. Of what is not well formed, the kind that
    a label names and then the fewest findings come first.
    """
    readings = [scheme.read(text) for scheme in asked.possible]
    if not any(scheme.matches(text.code) for scheme in asked.possible):
        readings.sort(key=lambda one: (one.scheme != text.label, len(one.findings)))
        return tuple(readings)
    sound = {one.scheme: rank(text, one) for one in readings if one.well_formed}
    likeliest = min(sound.values(), default=None)
    readings.sort(key=lambda one: (one.scheme not in sound, sound.get(one.scheme) != likeliest))
    return tuple(readings)


def _in_field(text: Text, asked: Asked) -> Readings:
    """Read a text in a field: as what the field is for, and as whatever else it is, best first.

    Of several kinds the text speaks for some more than for others; where it does not, the field's
    own order decides. The fewest findings come first where all are wrong.
    """
    order = partial(_order, text)
    wanted = sorted((SCHEMES[scheme].read(text) for scheme in asked.schemes), key=order)
    fitting = (scheme for scheme in asked.possible if scheme.matches(text.code))
    others = [scheme.read(text) for scheme in fitting if scheme.id not in asked.schemes]
    sound = sorted((one for one in others if one.well_formed), key=order)
    # A UEI with a slip in it is one of those that fit only where nothing else does.
    near = [] if sound or wanted[0].well_formed else [one for one in others if one.scheme in MAIN]
    return Readings(tuple(wanted), (*sound, *near))


def _order(text: Text, reading: Reading) -> tuple[int, int]:
    """Say what sorts first: what the text speaks for most, and of what is wrong the least so."""
    return rank(text, reading) if reading.well_formed else (2, len(reading.findings))
