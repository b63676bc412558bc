"""The rules of DUNS numbers, each with a table of texts and the places where it speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cagecore import duns
from tests.helpers.reports import Spans, spans


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("037349885", []),
        ("03-734-9885", []),
        ("0373498850001", []),
        ("37349885", [(0, 8)]),
        ("DUNS: 7349885", [(6, 13)]),
        ("03-734-98855", [(0, 12)]),
        ("037349885000", [(0, 12)]),
        ("03734988500012", [(0, 14)]),
    ],
)
def test_length(text: str, places: Spans) -> None:
    """A DUNS number has nine digits, or thirteen characters with the suffix."""
    assert spans("duns-length", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("037349885", []),
        ("12345678X", [(8, 9)]),
        ("O3-734-9885", [(0, 1)]),
        ("12A45B789", [(2, 3), (5, 6)]),
        ("03734988\u0665", [(8, 9)]),
        ("12345678X0001", [(8, 9)]),
        ("037349885000X", []),
    ],
)
def test_digits(text: str, places: Spans) -> None:
    """The nine characters of the number are digits; the suffix is not this rule's concern."""
    assert spans("duns-digits", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("123456789+001", [(9, 10)]),
        ("123456789\u04210\u04211", [(9, 10), (11, 12)]),
        ("123456789AB01", []),
        ("123456789-ab01", []),
        ("12345+789", []),
    ],
)
def test_suffix(text: str, places: Spans) -> None:
    """The four characters after the number are letters and digits."""
    assert spans("duns-suffix", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("037349885", [(0, 9)]),
        ("DUNS 03-734-9885", [(5, 16)]),
        ("0373498850001", [(0, 13)]),
        ("12345678", []),
    ],
)
def test_retired(text: str, places: Spans) -> None:
    """Every well formed number is said to be retired since 4 April 2022."""
    assert spans("duns-retired", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("1234567890001", [(9, 13)]), ("123456789-0001", [(10, 14)]), ("123456789", [])],
)
def test_plus_four(text: str, places: Spans) -> None:
    """The suffix is named as the old form of the EFT indicator."""
    assert spans("duns-plus-four", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("123456789", [(8, 9)]),
        ("12-345-6789", [(10, 11)]),
        ("123456782", []),
        ("049999999", [(8, 9)]),
        ("1234567820001", []),
        ("1234567890001", [(8, 9)]),
        ("000000000", []),
    ],
)
def test_luhn(text: str, places: Spans) -> None:
    """The old check digit is computed over the nine digits, and a wrong one rejects nothing."""
    assert spans("duns-luhn", text) == places
    assert duns.is_valid(text)


@given(st.from_regex("[0-9]{9}", fullmatch=True))
def test_luhn_by_its_definition(code: str) -> None:
    """Every other digit counts double; a result with two digits counts as their sum."""
    digits = [int(char) for char in code]
    doubled = [digit for twice in digits[1::2] for digit in divmod(2 * twice, 10)]
    right = (sum(digits[::2]) + sum(doubled)) % 10 == 0
    assert (not duns.luhn(code)) == right


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("000000000", [(0, 9)]),
        ("999999999", [(0, 9)]),
        ("123456789", [(0, 9)]),
        ("00-000-0000", [(0, 11)]),
        ("0000000000001", [(0, 13)]),
        ("037349885", []),
    ],
)
def test_filler(text: str, places: Spans) -> None:
    """One digit repeated and 123456789 are warned of, and stay well formed."""
    assert spans("duns-filler", text) == places
    assert duns.is_valid(text)
