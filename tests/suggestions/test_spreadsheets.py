"""What a spreadsheet makes of codes, and that every original is found."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest

from cagecore.schemes import SCHEMES
from cagecore.suggestions.sought import Sought
from cagecore.suggestions.spreadsheets import lost_zeros, power
from cagecore.text import read_text
from tests.helpers.reports import suggested


def _codes() -> list[str]:
    """Every code of five characters that a spreadsheet takes for a number with an exponent."""
    return [
        f"{mantissa:0{width}}E{exponent:0{4 - width}}"
        for width in (1, 2, 3)
        for mantissa in range(10**width)
        for exponent in range(10 ** (4 - width))
    ]


def _shown(value: Decimal) -> str:
    """Write a number as a spreadsheet shows it: 76E05 as 7.6E+06."""
    digits = "".join(map(str, value.as_tuple().digits))
    point = f"{digits[0]}.{digits[1:]}" if digits[1:] else digits
    return f"{point}E+{value.adjusted():02}"


def _originals(text: str) -> list[str]:
    return [suggestion.code for suggestion in power(Sought(read_text(text), ("cage",), {}))]


def test_originals_are_complete() -> None:
    """For every number that a code can turn into, all codes that turn into it are found."""
    sources = defaultdict(set)
    for code in _codes():
        mantissa, exponent = code.split("E")
        sources[Decimal(mantissa).scaleb(int(exponent)).normalize()].add(code)
    del sources[Decimal(0).normalize()]
    wrong = {
        _shown(value): codes
        for value, codes in sources.items()
        if set(_originals(_shown(value))) != codes
    }
    assert wrong == {}


def test_originals_are_well_formed() -> None:
    """They are suggested as they are, so each must be a CAGE code."""
    assert all(map(SCHEMES["cage"].accepts, _codes()))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("7600000", ["76E05", "076E5", "760E4"]),
        ("7600000.0", ["76E05", "076E5", "760E4"]),
        ("393000000", ["393E6"]),
        ("4.40E+74", ["44E73"]),
        ("12000", ["12E03", "012E3", "120E2"]),
        ("12300", []),
        ("1.23E+45", []),
        ("1.23457E+11", []),
        ("0E+00", []),
        ("0.00E+00", []),
        ("0", []),
        ("0000", []),
        ("K0999", []),
        ("9" * 50 + "E5", []),
        ("1E" + "9" * 50, []),
    ],
)
def test_originals(text: str, codes: list[str]) -> None:
    """Numbers that no code of five characters turns into have no originals."""
    assert sorted(_originals(text)) == sorted(codes)


@pytest.mark.parametrize(
    ("text", "expect", "suggestion"),
    [
        ("4 042,00", None, ("04042", "cage")),
        ("4 042.00", None, ("04042", "cage")),
        ("4'042.00", None, ("04042", "cage")),
        ("27'340", None, ("27340", "cage")),
        ("27\u2019340", None, ("27340", "cage")),
        ("27 340,00", "cage", ("27340", "cage")),
        ("37 349 885", None, ("037349885", "duns")),
        ("37\u00a0349\u00a0885", None, ("037349885", "duns")),
        ("37.349.885", None, ("037349885", "duns")),
        ("7 600 000", None, ("76E05", "cage")),
    ],
)
def test_numbers_of_other_languages(
    text: str, expect: str | None, suggestion: tuple[str, str]
) -> None:
    """Thousands are separated by spaces, dots or apostrophes, decimals by a comma or a dot."""
    assert suggestion in suggested(text, expect)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('=TEXT(4042,"00000")', [("04042", "cage")]),
        ('=TEXT(37349885; "000000000")', [("037349885", "duns")]),
        ('=TEXT(A2,"000")', []),
    ],
)
def test_formula(text: str, codes: list[tuple[str, str]]) -> None:
    """What a formula writes is suggested, without the zeros of its format."""
    assert suggested(text) == codes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("4042.0", "A spreadsheet drops leading zeros."),
        ("27340.0", "A spreadsheet adds decimals or separators."),
    ],
)
def test_lost_zeros_and_added_decimals_are_distinguished(text: str, reason: str) -> None:
    """Nothing was lost of a number that has all its digits."""
    (found,) = lost_zeros(Sought(read_text(text), ["cage"], {}))
    assert found.reason == reason
