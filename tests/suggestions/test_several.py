"""Several codes in a text: not confused with a number as long, and cut only between codes."""

from __future__ import annotations

import pytest

from tests.helpers.reports import suggested


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("1ABC52ABC6", ["1ABC5", "2ABC6"]),
        ("N4YFFGL4CDX5V24HYE4YVGH6", ["N4YFFGL4CDX5", "V24HYE4YVGH6"]),
        ("N4YFFGL4CDX5804735132", ["N4YFFGL4CDX5", "804735132"]),
        ("804735132N4YFFGL4CDX5", ["804735132", "N4YFFGL4CDX5"]),
        ("N4YFFGL4CDX5K0999", ["N4YFFGL4CDX5", "K0999"]),
        ("N4YFFGL4CDX6V24HYE4YVGH6", []),
        ("K09991ABC5", []),
        ("1ABC512345", []),
        ("2025550123", []),
        ("804735132123456789", []),
    ],
)
def test_two_codes_in_one_word(text: str, codes: list[str]) -> None:
    """A UEI, or letters in two CAGE codes, set them apart from a number of the same length."""
    assert [one for one, _ in suggested(text)] == codes


@pytest.mark.parametrize("text", ["T53MCMLTWK59 1ABC5", "T53MCMLTWK59/1ABC5"])
def test_pair_with_a_gap(text: str) -> None:
    """Where something is between two codes, they are not cut anywhere else."""
    assert suggested(text, None) == [("T53MCMLTWK59", "uei"), ("1ABC5", "cage")]
