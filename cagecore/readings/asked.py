"""By which schemes a text is judged, and which it can be of at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cagecore.readings.codes import codes_in
from cagecore.readings.groups import (
    is_no_contract,
    is_phrase,
    may_be_near_duns,
    may_be_near_uei,
)
from cagecore.schemes import MAIN, SCHEMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cagecore.schemes.scheme import Scheme
    from cagecore.text import Text

_SEVERAL: Final = re.compile(r"[\s,;]")
_AGAINST: Final = {"uei": is_phrase, "piid": is_no_contract}
"""What speaks against a scheme whose codes are typed in groups of any length."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The schemes that a text is judged by, and what was seen of it on the way.

    Attributes:
        schemes: Their ids; none where nothing says what the text is for. Then every scheme is read,
            and suggestions are sought among `MAIN`.
        by_label: Whether a label beside the code asks, and no field.
        possible: The schemes that the text fits, or else those that it is near.
        codes: The codes in a text of several words, with their kinds.

    Example:
        >>> from cagecore.text import read_text
        >>> asked = asked_for(read_text("CAGE: 1ABC5"))
        >>> asked.schemes, asked.by_label
        (('cage',), True)
    """

    schemes: tuple[str, ...]
    by_label: bool
    possible: Sequence[Scheme]
    codes: Mapping[str, str]


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
    codes = codes_in(text)
    possible = _fitting(text) or _near(text, codes)
    schemes = tuple(field) or _label_asks(text, possible, codes)
    return Asked(schemes, by_label=bool(schemes and not field), possible=possible, codes=codes)


def _label_asks(
    text: Text, possible: Sequence[Scheme], codes: Mapping[str, str]
) -> tuple[str, ...]:
    """Give the scheme that the label of a text asks for, if it speaks for what is beside it."""
    if text.label is None or not text.code:
        return ()
    label = SCHEMES[text.label]
    if len(codes) > 1 and not label.matches(text.code):
        return ()
    ours = any(scheme.id in MAIN and scheme.accepts(text.code) for scheme in possible)
    return (label.id,) if label in possible or not ours else ()


def _fitting(text: Text) -> list[Scheme]:
    """Choose the schemes whose pattern matches a text, and whose codes are typed as it is."""
    sized = (scheme for scheme in SCHEMES.values() if len(text.code) in scheme.lengths)
    fitting = [
        scheme
        for scheme in sized
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
    if not text.code or text.is_number or _SEVERAL.search(text.code):
        return []
    near = [scheme for scheme in SCHEMES.values() if len(text.code) in scheme.near_lengths]
    unlikely = {
        "uei": not may_be_near_uei(text, codes),
        "duns": not may_be_near_duns(text),
    }
    return [scheme for scheme in near if not unlikely.get(scheme.id)]
