"""What several test modules share: the places where a rule speaks, and the tables of `data/`."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import NamedTuple

from cagecore import SCHEMES, Report, Rule, check
from cagecore.text import read_text
from cagecore.textrules import RULES as TEXT_RULES

DATA = Path(__file__).parent / "data"

Spans = list[tuple[int, int]]

SPACES = "\t\n\v\f\r \x85\u00a0\u1680\u2002\u2007\u2009\u2028\u2029\u202f\u205f\u3000"
"""White space of every kind that reaches a form from pages, spreadsheets and PDF files."""


def examples(number: int) -> int:
    """Give the number of texts to try a law with: all of them on Python 3.13, elsewhere a fifth.

    The other Pythons, and Pyodide, run the same code; they are tried for what Python itself may do
    otherwise.
    """
    newest = sys.version_info[:2] == (3, 13) and sys.platform != "emscripten"
    return number if newest else number // 5


def all_rules() -> dict[str, Rule]:
    """Give every declared rule by its id."""
    return TEXT_RULES | {
        rule.id: rule for scheme in SCHEMES.values() for rule in scheme.rules.values()
    }


def spans(rule: str, text: str) -> Spans:
    """Read a text as a code of the rule's scheme; give the places where the rule speaks."""
    scheme = all_rules()[rule].scheme
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
