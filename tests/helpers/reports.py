"""What several test modules share: the places where a rule speaks, and the tables of `data/`."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

from cagecore import SCHEMES, Report, check
from cagecore.text import read_text
from cagecore.wire.catalogue import rules

DATA = Path(__file__).parents[1] / "data"
FACTS = Path(__file__).parents[2] / "docs" / ".facts"
"""The tables that only pages show."""

Spans = list[tuple[int, int]]


def spans(rule: str, text: str) -> Spans:
    """Read a text as a code of the rule's scheme; give the places where the rule speaks."""
    scheme = rules()[rule].scheme
    assert scheme is not None
    findings = SCHEMES[scheme].read(read_text(text)).findings
    return [(finding.start, finding.end) for finding in findings if finding.rule == rule]


def text_spans(rule: str, text: str, expect: str | None = None) -> Spans:
    """Check a text; give the places where a rule about the text itself speaks."""
    findings = check(text, expect=expect).findings
    return [(finding.start, finding.end) for finding in findings if finding.rule == rule]


def rules_of(report: Report) -> set[str]:
    """Name every rule that speaks anywhere in a report."""
    readings = (finding for reading in report.readings for finding in reading.findings)
    return {finding.rule for finding in (*report.findings, *readings)}


def suggested(text: str, expect: str | None = None) -> list[tuple[str, str]]:
    """Check a text; give its suggestions as code and scheme."""
    return [(item.code, item.scheme) for item in check(text, expect=expect).suggestions]


def read_rows(name: str) -> list[dict[str, str]]:
    """Read a table of `data/`, one dictionary a row."""
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class Case(NamedTuple):
    """One row of `corpus.csv`: a text as people type it, and what the report must say."""

    text: str
    expect: str | None
    scheme: str | None
    well_formed: bool
    code: str | None
    nation: str | None
    issuer: str | None
    rules: tuple[str, ...]


def corpus() -> list[Case]:
    """Read the corpus.

    Where the column `escapes` says yes, the text is the inside of a JSON string: that is how
    characters are written that a CSV file cannot hold, or that no eye can see.
    """
    return [
        Case(
            text=json.loads(f'"{row["text"]}"') if row["escapes"] else row["text"],
            expect=row["expect"] or None,
            scheme=row["scheme"] or None,
            well_formed=row["well_formed"] == "yes",
            code=(json.loads(f'"{row["code"]}"') if row["escapes"] else row["code"]) or None,
            nation=row["nation"] or None,
            issuer=row["issuer"] or None,
            rules=tuple(row["rules"].split()),
        )
        for row in read_rows("corpus.csv")
    ]
