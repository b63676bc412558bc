"""The one JSON form of a report, and what a page shows beside it."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from cagecore.report import Finding, Reading, Report, Suggestion
from cagecore.schemes import MAIN, SCHEMES
from cagecore.text import read_text

if TYPE_CHECKING:
    from cagecore.readings import Asked
    from cagecore.text import Text

MOST_CELLS: Final = 72
"""Characters of a code that a page shows one by one. Codes of every known kind are far shorter."""
_FOR_NO_CODE: Final = ("sam", "dla-cage", "nspa")
"""Registers of the codes that this library is about."""
_KEYS: Final[dict[type, tuple[str, ...]]] = {
    Report: (
        *("input", "code", "scheme", "well_formed", "nation", "issuer"),
        *("findings", "readings", "suggestions"),
    ),
    Reading: ("scheme", "code", "well_formed", "nation", "issuer", "findings"),
    Finding: tuple(field.name for field in fields(Finding)),
    Suggestion: tuple(field.name for field in fields(Suggestion)),
}
"""What JSON has of each part of a report, in this order."""


def report_to_dict(report: Report) -> dict[str, Any]:
    """Turn a report into what JSON can hold.

    Args:
        report: A report.

    Returns:
        A dictionary whose keys are always the same; `None` where a thing is unknown.

    Example:
        >>> from cagecore import check
        >>> report_to_dict(check("DG119"))["issuer"]
        'NCB-DEU'
    """
    data: dict[str, Any] = _data(report)
    return data


def _data(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Turn a part of a report into what JSON can hold, and so all that is in it."""
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    if type(value) not in _KEYS:
        return value
    return {key: _data(getattr(value, key)) for key in _KEYS[type(value)]}


def report_from_dict(data: dict[str, Any]) -> Report:
    """Turn what `report_to_dict` gave back into a report.

    Args:
        data: The dictionary.

    Returns:
        An equal report.

    Raises:
        KeyError: If a key is missing.

    Example:
        >>> from cagecore import check
        >>> report = check("DG119")
        >>> report_from_dict(report_to_dict(report)) == report
        True
    """
    readings = tuple(
        Reading(
            reading["scheme"],
            reading["code"],
            reading["nation"],
            reading["issuer"],
            _findings(reading),
        )
        for reading in data["readings"]
    )
    suggestions = tuple(Suggestion(**suggestion) for suggestion in data["suggestions"])
    return Report(data["input"], _findings(data), readings, suggestions)


def _findings(data: dict[str, Any]) -> tuple[Finding, ...]:
    """Turn the findings of a dictionary back."""
    return tuple(Finding(**finding) for finding in data["findings"])


def to_json(data: object) -> str:
    r"""Write JSON that any program can read, whatever text is in it.

    Args:
        data: What JSON can hold.

    Returns:
        One line of ASCII; lone surrogates stay as escapes.

    Example:
        >>> to_json({"input": "\u0421"})
        '{"input": "\\u0421"}'
    """
    return json.dumps(data, ensure_ascii=True)


def anatomy(report: Report, text: Text | None = None) -> list[dict[str, Any]]:
    """Lay out the best reading's code, character by character.

    Args:
        report: A report.
        text: The text of the report, read, where it is at hand.

    Returns:
        One cell a character: the character, its place in the text as typed, and its meaning; of a
        code that is too long only the first `MOST_CELLS`. None when there is no reading.

    Example:
        >>> from cagecore import check
        >>> anatomy(check(" K0999"))[0]
        {'char': 'K', 'start': 1, 'end': 2, 'role': 'K: United Kingdom'}
    """
    best = report.best
    if best is None:
        return []
    scheme = SCHEMES[best.scheme]
    roles = {}
    if scheme.matches(best.code):
        parts = scheme.parts_of(best.code) if scheme.parts_of else scheme.parts
        roles = {place: part.meaning for part in parts for place in range(part.start, part.end)}
    places = (text or read_text(report.input)).places[:MOST_CELLS]
    return [
        {"char": char, "start": start, "end": start + 1, "role": roles.get(place, "")}
        for place, (char, start) in enumerate(zip(best.code, places, strict=False))
    ]


def lookups(report: Report) -> tuple[str, ...]:
    """Say where to look next: who knows what the report cannot.

    Args:
        report: A report.

    Returns:
        Keys into the table of official look-ups; none for lookalikes, which other offices assign.

    Example:
        >>> from cagecore import check
        >>> lookups(check("K0999")), lookups(check("S4080"))
        (('nspa', 'bureau', 'sam'), ('nspa', 'sam'))
    """
    best = report.best
    if best is None:
        return _FOR_NO_CODE
    scheme = SCHEMES[best.scheme]
    known = scheme.lookups_of if scheme.matches(best.code) else None
    return known(best.code) if known else scheme.lookups


def hints(report: Report, asked: Asked) -> tuple[str, ...]:
    """Name the lookalikes that a text has the shape of, though nothing asks for them.

    Args:
        report: A report.
        asked: The schemes that its text was judged by.

    Returns:
        Their ids, likeliest first; none where a field or a label says what the text is for.

    Example:
        >>> from cagecore import check
        >>> from cagecore.readings import asked_for
        >>> hints(check("541330"), asked_for(read_text("541330")))
        ('naics', 'dodaac')
    """
    if asked.schemes:
        return ()
    return tuple(
        one.scheme for one in report.readings if one.well_formed and one.scheme not in MAIN
    )
