"""The repairs of typed text, each with a table of texts and the places where it is reported."""

from __future__ import annotations

import pytest

from cagecore import check
from tests.helpers.reports import Spans, text_spans
from tests.helpers.texts import SPACES


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("1AB\u200bC5", [(3, 4)]),
        ("\ufeff1ABC5\ufeff", [(0, 1), (6, 7)]),
        ("\u202e\u20661ABC5\u2069\u202c", [(0, 2), (7, 9)]),
        ("\u200f1ABC5", [(0, 1)]),
        ("1A\u00adBC5", [(2, 3)]),
        ("1\u2060ABC\u200d5", [(1, 2), (5, 6)]),
        ("1ABC5\ufe0f", [(5, 6)]),
        ("1\U000e0041ABC5", [(1, 2)]),
    ],
)
def test_invisible(text: str, places: Spans) -> None:
    """Invisible characters are left out wherever they are, and their places are reported."""
    assert text_spans("text-invisible", text) == places
    assert check(text).code == "1ABC5"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("\uff11\uff21\uff22\uff23\uff15", [(0, 5)]),
        ("1\uff41\uff42C5", [(1, 3)]),
        ("\uff081ABC5\uff09", [(0, 1), (6, 7)]),
        ("\uff011ABC5\uff5e", [(0, 1), (6, 7)]),
        ("\uff23\uff21\uff27\uff25\uff1a1ABC5", [(0, 5)]),
        ("\uff1d\uff021ABC5\uff02", [(0, 2), (7, 8)]),
    ],
)
def test_full_width(text: str, places: Spans) -> None:
    """Full-width letters, digits and punctuation are read as plain ones."""
    assert text_spans("text-full-width", text) == places
    assert check(text).code == "1ABC5"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        (" 1ABC5", [(0, 1)]),
        ("1ABC5\r\n", [(5, 7)]),
        ("\t 1ABC5\u00a0", [(0, 2), (7, 8)]),
        *((f"{space}1ABC5{space}", [(0, 1), (6, 7)]) for space in SPACES),
        ("' 1ABC5'", [(1, 2)]),
    ],
)
def test_trimmed(text: str, places: Spans) -> None:
    """White space of every kind at the edges is left out."""
    assert text_spans("text-trimmed", text) == places
    assert check(text).code == "1ABC5"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('="02FP7"', [(0, 2), (7, 8)]),
        ("'02FP7", [(0, 1)]),
        ("=02FP7", [(0, 1)]),
        ("=\u201c02FP7\u201d", [(0, 2), (7, 8)]),
        ('"=""02FP7"""', [(1, 4)]),
        ("'02FP7'", []),
        ("02FP7", []),
        (' = "02FP7" ', [(1, 2), (9, 10)]),
    ],
)
def test_excel_mark(text: str, places: Spans) -> None:
    """The mark that makes a spreadsheet keep a text as text is not part of the code."""
    assert text_spans("text-excel-mark", text) == places
    assert check(text).code == "02FP7"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("(1ABC5),", [(0, 1), (6, 8)]),
        ("\u201c1ABC5\u201d", [(0, 1), (6, 7)]),
        ("**1ABC5**", [(0, 2), (7, 9)]),
        ("1ABC5.", [(5, 6)]),
        ("-1ABC5-", [(0, 1), (6, 7)]),
        ("<1ABC5>", [(0, 1), (6, 7)]),
        ("\u20221ABC5;", [(0, 1), (6, 7)]),
        ("\\1ABC5\\", [(0, 1), (6, 7)]),
    ],
)
def test_wrapped(text: str, places: Spans) -> None:
    """Quotes, brackets and punctuation around the code are left out."""
    assert text_spans("text-wrapped", text) == places
    assert check(text).code == "1ABC5"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("CAGE: 1ABC5", [(0, 6)]),
        ("CAGE 1ABC5", [(0, 5)]),
        ("CAGE\t1ABC5", [(0, 5)]),
        ("CAGE\u00a01ABC5", [(0, 5)]),
        ("CAGE code\u00a01ABC5", [(0, 10)]),
        ("cage code 1ABC5", [(0, 10)]),
        ("Cage Code is: 1ABC5", [(0, 14)]),
        ("CAGE No. 1ABC5", [(0, 9)]),
        ("CAGE#1ABC5", [(0, 5)]),
        ("CAGE=1ABC5", [(0, 5)]),
        ("CAGE - 1ABC5", [(0, 7)]),
        ("CAGE\u20131ABC5", [(0, 5)]),
        ("CAGE-1ABC5", [(0, 5)]),
        ("CAGE-Code: 1ABC5", [(0, 11)]),
        ("Commercial and Government Entity code: 1ABC5", [(0, 39)]),
        ("1ABC5 (CAGE)", [(5, 11)]),
        ("1ABC5 (CAGE code)", [(5, 16)]),
        ("1ABC5 [cage]", [(5, 11)]),
        ('"CAGE: 1ABC5"', [(1, 7)]),
        ("CAGE: CAGE: 1ABC5", [(0, 6), (6, 12)]),
        ("(CAGE) 1ABC5", [(1, 7)]),
        ("[CAGE code]1ABC5", [(1, 11)]),
        ("CAGE_1ABC5", [(0, 5)]),
        ("Code CAGE : 1ABC5", [(0, 12)]),
        ("N\u00b0 CAGE 1ABC5", [(0, 8)]),
        ("C\u00f3digo CAGE: 1ABC5", [(0, 13)]),
        ("CAGE-Nummer: 1ABC5", [(0, 13)]),
        ("CAGE kodu: 1ABC5", [(0, 11)]),
        ("CAGE\u30b3\u30fc\u30c9: 1ABC5", [(0, 9)]),
        ("CAGE\u00ae 1ABC5", [(0, 6)]),
    ],
)
def test_label(text: str, places: Spans) -> None:
    """A label before or after the code is understood and left out."""
    assert text_spans("text-label", text) == places
    assert check(text).code == "1ABC5"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("1abc5", [(1, 4)]),
        ("1aBc5", [(1, 2), (3, 4)]),
        (" 1a\u200bb\u200bC5", [(2, 5)]),
        ("cage: 1abc5", [(7, 10)]),
        ("1ABC5 (cage)", []),
    ],
)
def test_lower_case(text: str, places: Spans) -> None:
    """Small letters of the code are read as capitals, and reported run by run."""
    assert text_spans("text-lower-case", text) == places
    assert check(text).code == "1ABC5"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("1AB\u04215", [(3, 4)]),
        ("1\u0410\u0412C5", [(1, 2), (2, 3)]),
        ("\u0661ABC\u0665", [(0, 1), (4, 5)]),
        (" 1AB\u00df5", [(4, 5)]),
        ("1AB\u01315", [(3, 4)]),
        ("1AB\u00b25", [(3, 4)]),
        ("\U0001d7cfABC5", [(0, 1)]),
        ("1AB\x00C5", [(3, 4)]),
        ("1ABC5\x1b[31m", [(5, 6)]),
        ("\ud8001ABC5", [(0, 1)]),
        ("1AB\udc80C5", [(3, 4)]),
        ("1ABC5\U0001f600", [(5, 6)]),
        ("1ABC5\ufffd", [(5, 6)]),
    ],
)
def test_foreign_character(text: str, places: Spans) -> None:
    """A character that no code contains is refused, never changed, and pointed out."""
    assert text_spans("text-foreign-character", text) == places
    assert check(text).well_formed == (not places)


def test_byte_that_is_no_text() -> None:
    """A byte of another encoding is named as one, with a way to fix it."""
    message = check("1ABC5\udca0").findings[0].message
    assert message == "The byte A0 is not UTF-8 text. Save a file as UTF-8."


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("1AB C5", [(3, 4)]),
        ("1AB \t C5", [(3, 6)]),
        ("1 A B C 5", [(1, 2), (3, 4), (5, 6), (7, 8)]),
        *((f"1AB{space}C5", [(3, 4)]) for space in SPACES),
    ],
)
def test_spaced(text: str, places: Spans) -> None:
    """White space of every kind inside the code is left out."""
    assert text_spans("text-spaced", text) == places
    assert check(text).code == "1ABC5"


@pytest.mark.parametrize(
    ("text", "places", "code"),
    [
        ("02-FP7", [(2, 3)], "02FP7"),
        ("0-2-F-P-7", [(1, 2), (3, 4), (5, 6), (7, 8)], "02FP7"),
        ("02\u2010FP7", [(2, 3)], "02FP7"),
        ("02\u2212FP7", [(2, 3)], "02FP7"),
        ("02 - FP7", [(3, 4)], "02FP7"),
        ("12-345-6789", [(2, 3), (6, 7)], "123456789"),
        ("12.ABC.345/01DE-35", [(2, 3), (6, 7), (10, 11), (15, 16)], "12ABC34501DE35"),
        ("02FP7", [], "02FP7"),
    ],
)
def test_hyphenated(text: str, places: Spans, code: str) -> None:
    """Dashes of every kind, and the dots and slashes of a CNPJ, are left out."""
    assert text_spans("text-hyphenated", text) == places
    assert check(text).code == code
