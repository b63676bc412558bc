"""The words of a text that are codes in themselves."""

from __future__ import annotations

import pytest

from cagecore.readings.codes import codes_in
from cagecore.text import read_text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", []),
        ("1ABC5", []),
        ("(1ABC5)", []),
        ("1ABC5.", []),
        ("N4YFF GL4CDX5", ["N4YFF"]),
        ("1ABC5, 037349885", ["1ABC5", "037349885"]),
        ("\uff11ABC5 2A\u200bBC6", ["1ABC5", "2ABC6"]),
        ("1abc5 and 1ABC5", ["1ABC5"]),
        ("x1ABC5 1ABC5x", []),
        ("HELLO world", []),
        ("K0999 N4YFFGL4CDX5 N4YFFGL4CDX6", ["K0999", "N4YFFGL4CDX5"]),
    ],
)
def test_codes_in(text: str, codes: list[str]) -> None:
    """Whole words that are codes with a digit in them are found once each, in order."""
    assert list(codes_in(read_text(text))) == codes


def test_codes_in_are_few() -> None:
    """From a text with very many codes, only the first few are taken."""
    text = " ".join(f"1AB{number:02}" for number in range(100))
    assert 2 <= len(codes_in(read_text(text))) < 20
