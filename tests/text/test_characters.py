"""Characters that look like others, and their names."""

from __future__ import annotations

import pytest

from cagecore.text.characters import ascii_twin, describe


@pytest.mark.parametrize(
    ("char", "twin"),
    [
        ("\u0421", "C"),
        ("\u0441", "C"),
        ("\u041e", "O"),
        ("\u0391", "A"),
        ("\u0661", "1"),
        ("\u06f5", "5"),
        ("\u00b2", "2"),
        ("\u2460", "1"),
        ("\U0001d7cf", "1"),
        ("\u00c9", "E"),
        ("\u0131", "I"),
        ("\u00df", "B"),
        ("\u00d8", "O"),
        ("\u0417", "3"),
        ("\u0416", ""),
        ("\u00bd", ""),
        ("\ufb01", ""),
        ("\u2122", ""),
        ("\u4e00", ""),
        ("\U0001f600", ""),
        ("\ud800", ""),
        ("\x00", ""),
    ],
)
def test_twin(char: str, twin: str) -> None:
    """The ASCII letter or digit that a character resembles is found, where there is one."""
    assert ascii_twin(char) == twin


@pytest.mark.parametrize(
    ("char", "words"),
    [
        ("\u0421", "CYRILLIC CAPITAL LETTER ES (U+0421, looks like C)"),
        ("\u0416", "CYRILLIC CAPITAL LETTER ZHE (U+0416)"),
    ],
)
def test_describe(char: str, words: str) -> None:
    """A refused character is named as Unicode names it, with its number and its twin."""
    assert describe(char) == words


@pytest.mark.parametrize("char", ["\x00", "\ud800", "\ue000"])
def test_describe_what_has_no_name(char: str) -> None:
    """A character without a name is given by its number."""
    assert f"U+{ord(char):04X}" in describe(char)
