"""The one JSON form: of a report, and of the catalogue that a page needs to show it.

`answer` is all that a web worker calls: a JSON request in, a JSON answer out.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from cagecore import __version__
from cagecore.classify import check
from cagecore.nations import allocations, issuer_names, nation_names
from cagecore.report import BASES, SEVERITIES, Finding, Reading, Report, Suggestion
from cagecore.schemes import SCHEMES
from cagecore.sources import sources
from cagecore.tables import read_csv, read_toml
from cagecore.text import read_text
from cagecore.textrules import RULES

if TYPE_CHECKING:
    from cagecore.report import Rule

_PAGES = "identifiers"
_TEXT_PAGE = "text"
_FOR_NO_CODE = ("sam", "dla-cage", "nspa")
"""Registers of the codes that this library is about."""


def report_to_dict(report: Report) -> dict[str, Any]:
    """Turn a report into what JSON can hold.

    Args:
        report: A report.

    Returns:
        A dictionary whose keys are always the same; `None` where a thing is unknown.

    Example:
        >>> report_to_dict(check("DG119"))["issuer"]
        'NCB-DEU'
    """
    return {
        "input": report.input,
        "code": report.code,
        "scheme": report.scheme,
        "well_formed": report.well_formed,
        "nation": report.nation,
        "issuer": report.issuer,
        "findings": [asdict(finding) for finding in report.findings],
        "readings": [
            {
                "scheme": reading.scheme,
                "code": reading.code,
                "well_formed": reading.well_formed,
                "nation": reading.nation,
                "issuer": reading.issuer,
                "findings": [asdict(finding) for finding in reading.findings],
            }
            for reading in report.readings
        ],
        "suggestions": [suggestion._asdict() for suggestion in report.suggestions],
    }


def report_from_dict(data: dict[str, Any]) -> Report:
    """Turn what `report_to_dict` gave back into a report.

    Args:
        data: The dictionary.

    Returns:
        An equal report.

    Raises:
        KeyError: If a key is missing.

    Example:
        >>> report = check("DG119")
        >>> report_from_dict(report_to_dict(report)) == report
        True
    """
    return Report(
        input=data["input"],
        findings=_findings(data),
        readings=tuple(
            Reading(
                reading["scheme"],
                reading["code"],
                reading["nation"],
                reading["issuer"],
                _findings(reading),
            )
            for reading in data["readings"]
        ),
        suggestions=tuple(Suggestion(**suggestion) for suggestion in data["suggestions"]),
    )


def _findings(data: dict[str, Any]) -> tuple[Finding, ...]:
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


def anatomy(report: Report) -> list[dict[str, Any]]:
    """Lay out the best reading's code, character by character.

    Args:
        report: A report.

    Returns:
        One cell a character: the character, its place in the text as typed, and its meaning;
        none when there is no reading.

    Example:
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
    places = read_text(report.input).places
    return [
        {"char": char, "start": start, "end": start + 1, "role": roles.get(place, "")}
        for place, (char, start) in enumerate(zip(best.code, places, strict=True))
    ]


def lookups(report: Report) -> tuple[str, ...]:
    """Say where to look next: who knows what the report cannot.

    Args:
        report: A report.

    Returns:
        Keys into the table of official look-ups; none for lookalikes, which other offices assign.

    Example:
        >>> lookups(check("K0999")), lookups(check("S4080"))
        (('nspa', 'bureau', 'sam'), ('nspa', 'sam'))
    """
    best = report.best
    if best is None:
        return _FOR_NO_CODE
    scheme = SCHEMES[best.scheme]
    known = scheme.lookups_of if scheme.matches(best.code) else None
    return known(best.code) if known else scheme.lookups


def _page(rule: Rule) -> str:
    return SCHEMES[rule.scheme].page if rule.scheme else _TEXT_PAGE


def catalogue() -> dict[str, Any]:
    """Give what a page needs to show any report: schemes, rules, sources, look-ups, nations.

    Returns:
        What JSON can hold. Anchors are relative to the root of the site.

    Example:
        >>> catalogue()["rules"]["uei-leading-zero"]["anchor"]
        'identifiers/uei/#uei-leading-zero'
    """
    examples: dict[str, list[dict[str, Any]]] = {}
    for row in read_csv("examples.csv"):
        example = {**row, "sources": row["sources"].split()}
        del example["scheme"]
        examples.setdefault(row["scheme"], []).append(example)
    rules = [
        *RULES.values(),
        *(rule for scheme in SCHEMES.values() for rule in scheme.rules.values()),
    ]
    return {
        "version": __version__,
        "schemes": {
            scheme.id: {
                "name": scheme.name,
                "article": scheme.article,
                "page": f"{_PAGES}/{scheme.page}/",
                "anchor": f"{_PAGES}/{scheme.page}/" + (scheme.section and f"#{scheme.section}"),
                "pattern": scheme.pattern,
                "lengths": list(scheme.lengths),
                "shape": scheme.shape,
                "apart": scheme.apart,
                "layouts": list(scheme.layouts),
                "parts": [asdict(part) for part in scheme.parts],
                "limits": list(scheme.limits),
                "lookups": list(scheme.lookups),
                "expectable": scheme.expectable,
                "examples": examples.get(scheme.id, []),
            }
            for scheme in SCHEMES.values()
        },
        "rules": {
            rule.id: {
                "title": rule.title,
                "scheme": rule.scheme,
                "anchor": f"{_PAGES}/{_page(rule)}/#{rule.id}",
                "severity": rule.severity,
                "basis": rule.basis,
                "source": rule.source,
                "explanation": rule.explanation,
                "example": rule.example,
            }
            for rule in rules
        },
        "severities": dict(SEVERITIES),
        "bases": dict(BASES),
        "sources": {key: asdict(source) for key, source in sources().items()},
        "lookups": read_toml("lookups.toml"),
        "nations": dict(nation_names()),
        "issuers": dict(issuer_names()),
        "structures": [{**asdict(row), "national": row.national} for row in allocations()],
    }


@cache
def _catalogue_answer() -> str:
    return to_json({"catalogue": catalogue()})


def answer(request: str) -> str:
    """Answer one request of a page.

    Args:
        request: JSON: `{"type": "check", "texts": [...], "expect": null | [...]}` or
            `{"type": "catalogue"}`.

    Returns:
        JSON: `{"answers": [{"report": ..., "anatomy": [...], "lookups": [...]}, ...]}` or
        `{"catalogue": ...}`.

    Raises:
        ValueError: If the request is no JSON, has another type or expects an unknown scheme.
        KeyError: If a key is missing.
        TypeError: If the request is no object, or a text in it no string.

    Example:
        >>> json.loads(answer('{"type": "check", "texts": ["1ABC5"], "expect": null}')).keys()
        dict_keys(['answers'])
    """
    asked = json.loads(request)
    if asked["type"] == "catalogue":
        return _catalogue_answer()
    if asked["type"] != "check":
        message = f"unknown request {asked['type']!r}"
        raise ValueError(message)
    reports = [check(text, expect=asked["expect"]) for text in asked["texts"]]
    return to_json({"answers": [_answered(report) for report in reports]})


def _answered(report: Report) -> dict[str, Any]:
    return {
        "report": report_to_dict(report),
        "anatomy": anatomy(report),
        "lookups": list(lookups(report)),
    }
