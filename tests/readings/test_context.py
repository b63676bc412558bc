"""The rules that compare a text's readings, each with a table of texts and places."""

from __future__ import annotations

import pytest

from cagecore import check
from tests.helpers.reports import Spans, text_spans


@pytest.mark.parametrize("text", ["", "N/A", " pending ", "CAGE:", "SSN: *****6789", "#####"])
@pytest.mark.parametrize("expect", [None, "cage", "eft"])
def test_missing_value(text: str, expect: str | None) -> None:
    """An empty field and a word for "no code" are a missing value, whatever is asked."""
    report = check(text, expect=expect)
    assert text_spans("missing-value", text, expect) == [(0, len(text))]
    assert (report.scheme, report.code, report.readings, report.suggestions) == (None, None, (), ())
    assert len(report.findings) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("1ABC5, 2ABC6", [(0, 12)]),
        ("1ABC5;2ABC6", [(0, 11)]),
        ("1ABC5\n2ABC6", [(0, 11)]),
        ("1ABC5/K0999", [(0, 11)]),
        (" 1abc5 or 2abc6", [(0, 15)]),
        ("CAGE: 1ABC5 UEI: N4YFFGL4CDX5", [(0, 29)]),
        ("N4YFFGL4CDX5 / 1ABC5", [(0, 20)]),
        ("K0999 1ABC5 N4YFFGL4CDX5", [(0, 24)]),
        ("1ABC5, 1ABC5", []),
        ("ANSYS, ATLAS", []),
        ("1ABC5 Acme", []),
        ("N4YFFGL4CDX5 N4YFFGL4CDX6", []),
    ],
)
def test_several_codes(text: str, places: Spans) -> None:
    """Two different codes in one field are an error over the whole text; words are no codes."""
    assert text_spans("several-codes", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("7.6E+06", [(0, 7)]),
        ("7,6e+06", [(0, 7)]),
        ("4.4E+74", [(0, 7)]),
        ("2E+345", [(0, 6)]),
        ("1.23457E+11", [(0, 11)]),
        (" 7.6E6", [(0, 6)]),
        ("CAGE: 7.6E+06", [(0, 13)]),
        ("INF", [(0, 3)]),
        ("Infinity", [(0, 8)]),
        ("76E05", []),
        ("22E12345", []),
        ("550e8400", []),
        ("12E3456", []),
        ("1E05X", []),
        ("E+06", []),
        ("7.6E", []),
    ],
)
def test_scientific_notation(text: str, places: Spans) -> None:
    """A number in scientific notation is named as what a spreadsheet made of a code."""
    assert text_spans("scientific-notation", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("HELLO, DEAR WORLD", [(0, 17)]),
        ("1", [(0, 1)]),
        ("<script>alert(1)</script>", [(0, 25)]),
        ("'; DROP TABLE vendors;--", [(0, 24)]),
        ("The vendor has no code yet, see the letter.", [(0, 43)]),
        ("S4MR651NN", [(0, 9)]),
        ("1ABC5", []),
        ("1ABO5", []),
        ("N/A", []),
    ],
)
def test_unrecognised(text: str, places: Spans) -> None:
    """What resembles no identifier is said to be none, over the whole text."""
    assert text_spans("unrecognised", text) == places


@pytest.mark.parametrize(
    ("text", "expect", "places"),
    [
        ("541330", "cage", [(0, 6)]),
        ("N4YFFGL4CDX5", "cage", [(0, 12)]),
        ("1ABC5", "uei", [(0, 5)]),
        (" K0999", "cage", [(1, 6)]),
        ("12-3456789", "uei", [(0, 10)]),
        ("CAGE: 1ABC5", "uei", [(6, 11)]),
        ("NAICS 541330", "cage", [(6, 12)]),
        ("CAGE: 541330", None, [(6, 12)]),
        ("1ABC5", "cage", []),
        ("541330", None, []),
        ("1ABO5", "cage", []),
        ("?!+", "cage", []),
    ],
)
def test_wrong_field(text: str, expect: str | None, places: Spans) -> None:
    """A code of another kind than the field is for is an error that names the kind."""
    assert text_spans("wrong-field", text, expect) == places


def test_wrong_field_names_both_kinds() -> None:
    """The message says what the field is for and what the text is."""
    message = check("541330", expect=["cage", "ncage"]).findings[0].message
    assert all(name in message for name in ("CAGE code", "NCAGE code", "NAICS code"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("UEI: 1ABC5", [(5, 10)]),
        ("NCAGE 1ABC5", [(6, 11)]),
        ("CAGE: K-0999", [(6, 12)]),
        ("1ABC5 (NCAGE)", [(0, 5)]),
        ("CAGE: 1ABC5", []),
        ("CAGE/NCAGE: 1ABC5", []),
        ("CAGE/NCAGE: K0999", []),
        ("1ABC5", []),
        ("UEI: 1ABO5", []),
    ],
)
def test_label_mismatch(text: str, places: Spans) -> None:
    """A label of another kind gets a warning; SAM's heading CAGE/NCAGE covers both kinds."""
    assert text_spans("label-mismatch", text) == places


@pytest.mark.parametrize("text", ["NCAGE 9EAX7", "NCAGE: 9YCS7", "NCAGE code 15CZ4"])
def test_label_mismatch_rejects_nothing(text: str) -> None:
    """U.S. firms print their CAGE code under "NCAGE": such a code stays well formed."""
    report = check(text)
    assert (report.scheme, report.well_formed) == ("cage", True)


@pytest.mark.parametrize(
    ("text", "expect", "places"),
    [
        ("12345", None, [(0, 5)]),
        (" 27340", None, [(1, 6)]),
        ("123456789", None, [(0, 9)]),
        ("12-345-6789", None, [(0, 11)]),
        ("541330", None, [(0, 6)]),
        ("12345", "cage", []),
        ("CAGE 12345", None, []),
        ("12-3456789", None, []),
        ("123-45-6789", None, []),
        ("1ABC5", None, []),
    ],
)
def test_ambiguous(text: str, expect: str | None, places: Spans) -> None:
    """A tie between kinds is noted, unless the field, a label or the grouping decides."""
    assert text_spans("ambiguous", text, expect) == places


def test_ambiguous_names_all() -> None:
    """Every kind that ties is named, each with its article; a label ends the tie."""
    message = check("804735132").findings[0].message
    assert "a DUNS number, an EIN, a NIIN and a Social Security number" in message
    asked = check("ZIP 27340", expect=["cage", "naics", "zip"])
    assert [finding.rule for finding in asked.findings] == ["text-label"]


@pytest.mark.parametrize(
    ("text", "expect", "places"),
    [
        ("123-45-6789", None, []),
        ("123-45-6789", "ein", [(0, 11)]),
        ("123 45 6789", "duns", [(0, 11)]),
        ("SSN 123456789", "cage", [(4, 13)]),
        ("123456789", "duns", []),
        ("12-3456789", "duns", []),
        ("123-45-678X", "duns", []),
    ],
)
def test_private_number(text: str, expect: str | None, places: Spans) -> None:
    """What is written like a Social Security number gets a warning, unless it is read as one."""
    assert text_spans("private-number", text, expect) == places


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1ABC5/T53MCMLTWK59", "There is more than one code in this text: 1ABC5, T53MCMLTWK59."),
        ("1ABC5, 2ABC6", "There is more than one code in this text: 1ABC5, 2ABC6."),
        ("27340 22202", "There may be more than one code in this text: 27340, 22202."),
        ("1ABC5 22202 VA", "There may be more than one code in this text: 1ABC5, 22202."),
        ("Acme Corp (CAGE: 1ABC5)", "1ABC5 in it has the shape of one."),
        (", ".join(f"{number}ABC1" for number in range(9)), "6ABC1, 7ABC1, 8ABC1. Check"),
        (", ".join(f"1AB{letter}1" for letter in "ABCDEFGHJKLMN"), "1ABM1, and perhaps more."),
        ("CAGE1ABC5", "It may have been 1ABC5."),
        ("CAGE: 541330", "The label says a CAGE code. The text has the shape of a NAICS"),
        ("HELLO, DEAR WORLD", "This does not look like any known identifier."),
        ("1.23456789E+08", "It may have been 123456789."),
        ("1.98E+02", "It may have been 198E0, 00198."),
        ("2.734E+04", "It may have been 27340."),
        ("1.2345E+11", ". The original is lost for good."),
        ("1.23E+45", ". The original is lost for good."),
        ("0.00E+00", ". The original is lost for good."),
        ("5.4133E+05", "Written out it is 541330."),
        ("7.025151982621E+12", "Written out it is 7025151982621."),
        ("22E12345", "This does not look like any known identifier."),
    ],
)
def test_messages(text: str, said: str) -> None:
    """A message claims no more than the text allows, and names the same codes as suggestions do."""
    assert said in check(text).findings[0].message


@pytest.mark.parametrize(
    ("text", "expect", "places"),
    [
        ("12-Mar", None, [(0, 6)]),
        ("Page 2", None, [(0, 6)]),
        ("Dept 5", None, [(0, 6)]),
        ("dec-10", "ncage", [(0, 6)]),
        ("100 EA", None, [(0, 6)]),
        ("Apt 4B", "ncage", [(0, 6)]),
        ("10-Oct", None, [(0, 6)]),
        ("Nov-11", "ncage", [(0, 6)]),
        ("2 of 10", None, [(0, 7)]),
        ("10-Oct", "cage", []),
        ("1 AB 25", None, []),
        ("5A Elm", None, [(0, 6)]),
        ("100EA", None, []),
        ("100-EA", None, []),
        ("DG 119", None, []),
        ("ABC D1", None, []),
        ("AE 82N", None, []),
        ("K 0999", None, []),
        ("K 09 99", None, []),
        ("12-Mar", "cage", []),
        ("K-0999", None, []),
        ("CNNN3", None, []),
        ("1-ABC-5", None, []),
        ("804735132 Acme", None, [(0, 14)]),
        ("DUNS: 804735132 Corp", None, [(6, 20)]),
        ("804735132 0001", None, []),
        ("804735132 A001", "duns", []),
    ],
)
def test_perhaps_words(text: str, expect: str | None, places: Spans) -> None:
    """A word and a number may be well formed by chance, and are doubted."""
    assert text_spans("perhaps-words", text, expect) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("*****49885", [(5, 10)]),
        ("03734****", [(0, 5)]),
        ("*\u2022*\u202249885", [(4, 9)]),
        (" V24HYE******", [(1, 7)]),
        ("CAGE: \u2022\u2022\u2022\u20224YVG6", [(10, 15)]),
        ("1ABC5*", []),
        ("1ABC5***", []),
        ("1005**", []),
        ("**1ABC5**", []),
        ("****1ABC5****", []),
        ("***1ABC5****", []),
        ("**** 1ABC5", []),
        ("--1ABC5", []),
    ],
)
def test_perhaps_masked(text: str, places: Spans) -> None:
    """A row of marks on one side may hide the rest; a footnote's few, and wrapping, do not."""
    assert text_spans("perhaps-masked", text) == places
    assert check(text).well_formed


@pytest.mark.parametrize(
    ("text", "expect", "places"),
    [
        ("NAICS 31-33", None, [(6, 11)]),
        ("44\u201345", "naics", [(0, 5)]),
        ("45-44", "naics", []),
        ("31-34", "naics", []),
        ("5413", "naics", []),
    ],
)
def test_sector_range(text: str, expect: str | None, places: Spans) -> None:
    """Two sector numbers may not be a code of four digits, and stay well formed."""
    assert text_spans("sector-range", text, expect) == places
    assert check(text, expect).scheme == "naics"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("M55342/06B10E0R", [(0, 15)]),
        ("W912DY-20-C-0012", []),
        ("W912DY20C0012", []),
        ("W912DY20C0012/", []),
        (" Street 12 B 1234", [(1, 17)]),
        ("abcdef21c0001 ", []),
        ("ABCDEF-21-C-0001", []),
        ("12.ABC.345/01DE-35", []),
    ],
)
def test_perhaps_part_number(text: str, places: Spans) -> None:
    """What is typed with slashes, or starts with a word, is unlikely to be a contract number."""
    assert text_spans("perhaps-part-number", text) == places
    assert check(text).well_formed
