"""Texts of a megabyte, meant to be slow or to flood the reader: work and words stay few."""

from __future__ import annotations

import json
import re
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from cagecore import Report, check, classify_column, uei
from cagecore.text import labels
from cagecore.wire import answer
from cagecore.wire.reports import MOST_CELLS, anatomy, report_to_dict, to_json

if TYPE_CHECKING:
    from types import FrameType

MEGABYTE = 1_000_000

REPEATED = [
    " ",
    "-",
    '"',
    "O",
    "l",
    "9",
    "\n",
    "\x00",
    "\u200b",
    "\u0421",
    "\uff11",
    "\ud800",
    "0E",
    "1-",
    "a1",
    "\u200b1",
    "1ABC5 ",
    "1ABC5,2ABC6\n",
    "N4YFFGL4CDX5",
    "<b>",
    "NATO ",
    "UNIQUE ",
]
# Each layer comes off in its own step.
LAYERED = ["CAGE ", "= ", '=" ', ". ", "UEI: ", "(CAGE) "]
BEHIND = [" .", " -", " - CAGE", " UEI", " (CAGE)", ' "']

# What cleaning rewrites at every second character, and what one pattern has to match whole.
HEAVY = ["='", "aB", "\uff11 ", "(", "A", "AB/", "\u200b1 ", "e\u0301", "n/a,", "CAGE: 1ABC5 "]


def _amount(report: Report) -> int:
    """Count everything that a report says."""
    said = len(report.findings) + len(report.suggestions) + len(report.readings)
    return said + sum(len(reading.findings) for reading in report.readings)


def _calls(text: str) -> int:
    """Count the calls of functions, in Python and in C, that a check makes."""
    count = 0

    def seen(_frame: FrameType, event: str, _function: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        check(text)
    finally:
        sys.setprofile(before)
    return count


def _fill(unit: str, size: int) -> str:
    return unit * (size // len(unit))


@pytest.mark.parametrize("unit", REPEATED, ids=ascii)
def test_megabyte(unit: str) -> None:
    """A megabyte of anything has a short report that no reading calls well formed."""
    text = _fill(unit, MEGABYTE)
    report = check(text)
    assert report.input == text
    assert not report.well_formed
    assert _amount(report) < 100


@pytest.mark.parametrize("unit", ["O", "\u0421", "1 ", "\u200b1", "\ud800"], ids=ascii)
def test_where_a_code_is_expected(unit: str) -> None:
    """A field that expects a code gets few words and cells, too; JSON holds all of the text."""
    text = _fill(unit, MEGABYTE // 10)
    report = check(text, expect=["cage", "ncage", "uei"])
    assert not report.well_formed
    assert _amount(report) < 100
    assert len(anatomy(report)) == MOST_CELLS
    assert json.loads(to_json(report_to_dict(report)))["input"] == text


@pytest.mark.parametrize("unit", [*REPEATED, *LAYERED, *BEHIND, *HEAVY], ids=ascii)
@pytest.mark.parametrize("expect", [None, ["cage"]])
def test_memory_stays_small(unit: str, expect: list[str] | None) -> None:
    """An answer takes few bytes a character of the text, most of which the answer itself has."""
    text = _fill(unit, MEGABYTE // 50)
    request = json.dumps({"type": "check", "texts": [text], "expect": expect})
    answer(request)  # What is made once and kept is no cost of a text.
    tracemalloc.start()
    try:
        answer(request)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 80 * len(text)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\n", "\u200b", "-"], ids=ascii)
def test_megabyte_around_a_code(space: str) -> None:
    """A code inside and between a megabyte of white space is found, in its place."""
    padding = space * (MEGABYTE // 2)
    report = check(f"{padding}1AB{padding}C5{padding}")
    assert (report.code, report.well_formed) == ("1ABC5", True)
    assert _amount(report) < 20
    (reading,) = report.readings
    assert reading.findings[0].start == len(padding)
    assert reading.findings[0].end == 5 + 2 * len(padding)


@pytest.mark.parametrize("unit", LAYERED, ids=ascii)
def test_layers_before_a_code(unit: str) -> None:
    """Layer upon layer of labels and marks is not reported layer by layer."""
    report = check(_fill(unit, MEGABYTE // 10) + "1ABC5")
    assert _amount(report) < 100


@pytest.mark.parametrize("unit", BEHIND, ids=ascii)
def test_layers_after_a_code(unit: str) -> None:
    """The same after a code."""
    report = check("1ABC5" + _fill(unit, MEGABYTE // 10))
    assert (report.code, report.well_formed) == ("1ABC5", True)
    assert _amount(report) < 100


class _Watched:
    """A pattern that adds up how much text it is given to look at."""

    looked_at = 0

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> object:
        function = getattr(self._pattern, name)

        def watched(text: str, start: int = 0, end: int = sys.maxsize) -> object:
            _Watched.looked_at += min(end, len(text)) - start
            return function(text, start, end)

        return watched


@pytest.mark.parametrize("start", ["UNIQUE", "NATO", "CAGE CODE", "(UEI", "FEDERAL TAX"])
def test_labels_are_not_sought_again_and_again(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a label and much white space are not read again for each of the layers after them."""
    for name, value in vars(labels).copy().items():
        if isinstance(value, re.Pattern):
            monkeypatch.setattr(labels, name, _Watched(value))
    monkeypatch.setattr(_Watched, "looked_at", 0)
    text = start + " " * 2_000 + "X" + " ." * 2_000
    report = check(text)
    assert not report.well_formed
    assert _amount(report) < 100
    assert _Watched.looked_at < 100 * len(text)


@pytest.mark.parametrize("unit", BEHIND, ids=ascii)
def test_labels_are_sought_once_a_layer(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Layers after a code are read once each; those that do not end in a letter, not at all."""
    for name, value in vars(labels).copy().items():
        if isinstance(value, re.Pattern):
            monkeypatch.setattr(labels, name, _Watched(value))
    monkeypatch.setattr(_Watched, "looked_at", 0)
    text = "1ABC5" + _fill(unit, 10_000)
    assert check(text).code == "1ABC5"
    assert _Watched.looked_at < 40 * len(text)


@pytest.mark.parametrize("unit", [" -", " .", ". ", '" '], ids=ascii)
def test_wrapping_goes_in_one_step(unit: str) -> None:
    """A long row of punctuation and white space takes few calls per character."""
    assert _calls("1ABC5" + _fill(unit, 10_000)) < 1_000
    assert _calls(_fill(unit, 10_000) + "1ABC5") < 1_000


@pytest.mark.parametrize("unit", [*REPEATED, *LAYERED, *BEHIND], ids=ascii)
def test_work_is_linear(unit: str) -> None:
    """Twice the text takes at most about twice the calls."""
    small, large = (_calls(_fill(unit, size) + "1ABC5") for size in (10_000, 20_000))
    assert large <= 2 * small + 500


def test_suggestions_are_few() -> None:
    """Ten thousand codes in one field give a handful of suggestions."""
    text = ", ".join(f"{number:05}" for number in range(10_000))
    assert 2 <= len(check(text).suggestions) <= 12


def test_very_long_number() -> None:
    """A number with more digits than Python turns into an int is a text like any other."""
    for text in ("9" * 10_000, "1E" + "9" * 10_000, "9" * 5_000 + "." + "0" * 5_000):
        assert not check(text, expect=["cage", "duns", "uei"]).well_formed
        assert not uei.is_valid(text)


def test_long_column() -> None:
    """Hostile rows in a column keep their places."""
    column = ["1ABC5", "O" * 100_000, "", "\ud800", "K0999", " " * 100_000, "N4YFFGL4CDX5"]
    assert classify_column(column) == ["cage", None, None, None, "ncage", None, "uei"]
