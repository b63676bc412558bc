"""The rules of CAGE codes, each with a table of texts and the places where it speaks."""

from __future__ import annotations

import pytest

from cagecore import cage
from tests.helpers.reports import Spans, spans

GENERIC = ["35HL9", "35KC0", "3JDV7", "35KD3", "3JDX5", "3JEH0", "3JEV3", "3JDW4", "3JDV9"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("1ABC", [(0, 4)]),
        ("1ABC55", [(0, 6)]),
        ("1", [(0, 1)]),
        (" 1ABC ", [(1, 5)]),
        ("CAGE: 1ABC55", [(6, 12)]),
        ("1-AB-C", [(0, 6)]),
        ("1AB C5", []),
        ("N4YFFGL4CDX5", [(0, 12)]),
        ("\uff11\uff21\uff22\uff23", [(0, 4)]),
        ("1AB\u200bC", [(0, 5)]),
    ],
)
def test_length(text: str, places: Spans) -> None:
    """A CAGE code has five characters; the whole code is pointed out where it was typed."""
    assert spans("cage-length", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("1abc5", []),
        ("1AB+5", [(3, 4)]),
        ("1A++5", [(2, 4)]),
        ("1+B+5", [(1, 2), (3, 4)]),
        ("1AB\u04215", [(3, 4)]),
        ("1AB\u06615", [(3, 4)]),
        ("1AB\u00b25", [(3, 4)]),
        ("1AB\u00df5", [(3, 4)]),
        ("1AB\u01315", [(3, 4)]),
        ("1AB\u017f5", [(3, 4)]),
        ("1AB\u212a5", [(3, 4)]),
        ("cage: 1ab\u00df5", [(9, 10)]),
        ("1AB\x005", [(3, 4)]),
        ("1AB\ud8005", [(3, 4)]),
        ("1AB\U0001f6005", [(3, 4)]),
    ],
)
def test_alphabet(text: str, places: Spans) -> None:
    """All but ASCII letters and digits are pointed out, look-alikes of other scripts included."""
    assert spans("cage-alphabet", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("10AB5", []),
        ("1ABO5", [(3, 4)]),
        ("1abo5", [(3, 4)]),
        ("1IAO5", [(1, 2), (3, 4)]),
        ("OABCO", [(0, 1), (4, 5)]),
        (" 1A-IO5", [(4, 5), (5, 6)]),
        ("1ABQ5", []),
    ],
)
def test_letters_i_o(text: str, places: Spans) -> None:
    """The letters I and O are pointed out wherever they are, one by one."""
    assert spans("cage-letters-i-o", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("0ABC5", []),
        ("KABC5", [(0, 1)]),
        ("'KABC5", [(1, 2)]),
        ("\u0661ABC5", [(0, 1)]),
        ("KABC", []),
    ],
)
def test_first_digit(text: str, places: Spans) -> None:
    """The first of five characters is a digit; other lengths are the length rule's concern."""
    assert spans("cage-first-digit", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1ABC5", []),
        ("1ABCK", [(4, 5)]),
        ("1-ABC-K", [(6, 7)]),
        ("1ABC\u00b2", [(4, 5)]),
        ("1ABCDK", []),
    ],
)
def test_last_digit(text: str, places: Spans) -> None:
    """The last of five characters is a digit; other lengths are the length rule's concern."""
    assert spans("cage-last-digit", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("1ABC5", [(0, 5)]), ("CAGE 00198", [(5, 10)]), ("0 0 1 9 8", [(0, 9)]), ("K0999", [])],
)
def test_shared_shape(text: str, places: Spans) -> None:
    """Every well formed code gets the note that it shows no country."""
    assert spans("cage-shared-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("99995", [(0, 5)]),
        (" 99998", [(1, 6)]),
        ("99999", [(0, 5)]),
        ("99996", []),
        ("99997", []),
    ],
)
def test_pseudo(text: str, places: Spans) -> None:
    """The three codes that stand for kinds of numbers are reported as no entity's."""
    assert spans("cage-pseudo", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        *((code, [(0, 5)]) for code in GENERIC),
        ('="35hl9"', [(2, 7)]),
        ("35HL8", []),
    ],
)
def test_generic(text: str, places: Spans) -> None:
    """Each generic code of PGI 204.606 is named as never a real vendor."""
    assert spans("cage-generic", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("00000", [(0, 5)]),
        ("11111", [(0, 5)]),
        ("12345", [(0, 5)]),
        ("(99999)", [(1, 6)]),
        ("12346", []),
        ("54321", []),
    ],
)
def test_filler(text: str, places: Spans) -> None:
    """One digit repeated and 12345 are warned of, and stay well formed."""
    assert spans("cage-filler", text) == places
    assert cage.is_valid(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [("27340", [(0, 5)]), ("27 340", [(0, 6)]), ("2734A", []), ("2A340", []), ("2734", [])],
)
def test_five_digits(text: str, places: Spans) -> None:
    """Five digits are noted as looking like a ZIP code or a NAICS code."""
    assert spans("cage-five-digits", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("76E05", [(0, 5)]),
        ("2e345", [(0, 5)]),
        ("393E6", [(0, 5)]),
        ("0E000", [(0, 5)]),
        ("1E2E3", []),
        ("12345", []),
        ("1ABC5", []),
    ],
)
def test_scientific(text: str, places: Spans) -> None:
    """Digits, an E and digits are noted as what a spreadsheet destroys."""
    assert spans("cage-scientific", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("00198", [(0, 1)]), ("CAGE: 07486", [(6, 7)]), ("10198", []), ("0A198", [])],
)
def test_leading_zero(text: str, places: Spans) -> None:
    """A leading zero before four digits is noted as what a spreadsheet drops."""
    assert spans("cage-leading-zero", text) == places
