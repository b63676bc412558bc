"""The patterns that a page applies before the core has started, compared with the core."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cagecore import SCHEMES, check
from cagecore.cli import main
from cagecore.wire.patterns import patterns
from tests.helpers.reports import corpus

PATTERNS = patterns()
FLAGS = re.IGNORECASE | re.ASCII
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def applied(text: str) -> tuple[str, str | None] | None:
    """Do what the page does: the first scheme whose pattern fits, and the nation of an NCAGE."""
    if not re.fullmatch(PATTERNS["plain"], text, FLAGS):
        return None
    for scheme in PATTERNS["schemes"]:
        fits = len(text) in scheme["lengths"]
        if fits and re.fullmatch(scheme["pattern"], text, FLAGS):
            return scheme["id"], nation(text.upper()) if scheme["id"] == "ncage" else None
    return "", None


def nation(code: str) -> str | None:
    """Look the nation up by the structure that the first and last character write."""
    first, last = ("#" if edge.isdecimal() else edge for edge in (code[0], code[-1]))
    structure: dict[str, Any] = PATTERNS["structures"].get(f"{first}***{last}", {})
    return structure.get("nation")


def judged(text: str) -> tuple[str, str | None]:
    """Give the core's answer: scheme and nation where the shape is right, else nothing."""
    best = check(text).best
    if best is None or not SCHEMES[best.scheme].matches(best.code):
        return "", None
    return best.scheme, best.nation


@given(st.integers(1, 18).flatmap(lambda n: st.text(SIGNS, min_size=n, max_size=n)))
def test_patterns_agree(text: str) -> None:
    """Whatever plain text is typed, the patterns and the core name the same kind and nation."""
    for typed in (text, text.lower()):
        assert applied(typed) in {None, judged(typed)}


@given(
    st.sampled_from(sorted(SCHEMES)).flatmap(
        lambda s: st.from_regex(SCHEMES[s].pattern, fullmatch=True)
    )
)
def test_patterns_agree_on_codes(text: str) -> None:
    """The same for texts that have a shape."""
    assert applied(text) in {None, judged(text)}


@pytest.mark.parametrize("text", sorted({case.text for case in corpus()}), ids=ascii)
def test_patterns_agree_on_corpus(text: str) -> None:
    """The same for what people really type, where the patterns speak."""
    assert applied(text) in {None, judged(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1ABC5", ("cage", None)),
        ("k0999", ("ncage", "GBR")),
        ("N4YFFGL4CDX6", ("uei", None)),
        ("S4080", ("ncage", None)),
        ("123456789", ("duns", None)),
        ("1ABO5", ("", None)),
        ("NULL", None),
        (" 1ABC5", None),
        ("1ABC\u0421", None),
        ("", None),
    ],
)
def test_applied(text: str, expected: tuple[str, str | None] | None) -> None:
    """The patterns speak only of plain texts, with letters of either case."""
    assert applied(text) == expected


def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints one line per scheme, or everything as JSON."""
    assert main(["patterns"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in lines] == list(SCHEMES)
    assert main(["patterns", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == PATTERNS


def test_complete() -> None:
    """Only UEIs and CNPJs have a check digit that can reject what has the right shape."""
    assert {s["id"] for s in PATTERNS["schemes"] if not s["complete"]} == {"uei", "cnpj"}
