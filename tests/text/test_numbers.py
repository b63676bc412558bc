"""Numbers as spreadsheets write them, and their digits."""

from __future__ import annotations

import pytest

from cagecore.text.numbers import (
    exact_digits,
    is_decimal,
    is_lost,
    is_scientific,
    plain_digits,
    without_dot,
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("7.6E+06", True),
        ("7,6E+06", True),
        ("7.6E6", True),
        ("INF", True),
        ("INFINITY", True),
        ("76E05", True),
        ("76E05X", False),
        ("7.6E-06", False),
        ("7.6", False),
        ("E+06", False),
        ("", False),
    ],
)
def test_is_scientific(text: str, answer: object) -> None:
    """A number with an exponent, and one that overflowed, are distinguished from other texts."""
    assert is_scientific(text) is answer


@pytest.mark.parametrize(
    ("text", "digits", "lost"),
    [
        ("5.4133E+05", "541330", False),
        ("7.025151982621E+12", "7025151982621", False),
        ("7.02515198262E+12", "7025151982620", False),
        ("1.2345E+11", None, True),
        ("1.23457E+11", None, True),
        ("0.00E+00", None, True),
        ("1E+45", None, True),
        ("INF", None, True),
        ("22E12345", None, False),
        ("76E05X", None, False),
    ],
)
def test_exact_digits(text: str, digits: str | None, lost: object) -> None:
    """A spreadsheet rounds to five decimals by default, and only a typed text has none."""
    assert exact_digits(text) == digits
    assert is_lost(text) is lost


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("4042", "4042"),
        ("4042.0", "4042"),
        ("4042,00", "4042"),
        ("4042.5", None),
        ("40A2", None),
        ("", None),
    ],
)
def test_plain_digits(text: str, digits: str | None) -> None:
    """Decimals that are all zero are removed; others are not."""
    assert plain_digits(text) == digits


@pytest.mark.parametrize(
    ("text", "decimal", "digits"),
    [
        ("249.99", True, "24999"),
        ("1000000.50", True, "100000050"),
        ("4042.00", True, None),
        ("4.042", True, None),
        ("404.2", True, None),
        ("12.3456789", False, "123456789"),
        ("12.345.6789", False, None),
        ("249,99", False, None),
        (".99", False, None),
        ("24999", False, None),
    ],
)
def test_decimals(text: str, decimal: object, digits: str | None) -> None:
    """Digits with one dot are a decimal number, and between two digits perhaps two groups."""
    assert is_decimal(text) is decimal
    assert without_dot(text) == digits
