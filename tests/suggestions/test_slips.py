"""Slips of the hand: letters typed for digits, and a stray character."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cagecore import SCHEMES, check
from cagecore.text.characters import DIGIT_FOR
from tests.helpers.reports import suggested
from tests.helpers.texts import CODE_CHARACTERS, examples

if TYPE_CHECKING:
    from cagecore.schemes.scheme import Scheme

ASKED = [scheme for scheme in SCHEMES.values() if scheme.as_digits]


@pytest.mark.parametrize(
    ("scheme", "code", "repaired"),
    [
        ("cage", "LAIO5", ["1A105"]),
        ("cage", "1ABCS", ["1ABC5"]),
        ("cage", "1BZL5", ["1BZL5"]),
        ("cage", "KABC5", [""]),
        ("cage", "1ABCK", [""]),
        ("ncage", "KIOA9", ["K10A9"]),
        ("ncage", "KAB9I", ["KAB91"]),
        ("ncage", "OABCK", ["0ABCK"]),
        ("ncage", "IREFO", ["IREF0"]),
        ("ncage", "SABCS", ["SABC5"]),
        ("ncage", "LABCK", [""]),
        ("ncage", "9ACII", [""]),
        ("uei", "N4YFFGI4CDXS", ["N4YFFG14CDX5", "N4YFFGL4CDX5"]),
        ("uei", "N4YFFOL4CDX5", ["N4YFF0L4CDX5", "N4YFF0L4CDX5"]),
        ("uei", "N4YFFGL4CDXK", ["", ""]),
        ("duns", "IZ34S6789", ["123456789"]),
        ("duns", "A23456789", [""]),
    ],
)
def test_as_digits(scheme: str, code: str, repaired: list[str]) -> None:
    """Only letters that look like a digit are changed, and only where a digit must be."""
    assert [as_digits(code) for as_digits in SCHEMES[scheme].as_digits] == repaired


@pytest.mark.parametrize("scheme", ASKED, ids=repr)
@settings(max_examples=examples(300))
@given(data=st.data())
def test_as_digits_leaves_the_shape(scheme: Scheme, data: st.DataObject) -> None:
    """The result has the shape of a code, and a second pass leaves it as it is."""
    size = scheme.lengths[0]
    code = data.draw(st.text(CODE_CHARACTERS, min_size=size, max_size=size))
    for as_digits in scheme.as_digits:
        repaired = as_digits(code)
        if not repaired:
            continue
        assert as_digits(repaired) == repaired
        changed = [(old, new) for old, new in zip(code, repaired, strict=True) if old != new]
        assert all(DIGIT_FOR[old] == new or (old, new) == ("I", "L") for old, new in changed)
        if scheme.shape_decides:
            assert scheme.matches(repaired)


@pytest.mark.parametrize("expect", [["cage", "ncage"], ["ncage", "cage"]])
def test_fewest_changes_first(expect: list[str]) -> None:
    """A field for both kinds does not make the one with more changes likelier."""
    found = check("BI305", expect).suggestions
    assert [(one.code, one.scheme) for one in found] == [("B1305", "ncage"), ("81305", "cage")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1_ABC5", "1ABC5"),
        ("12_AB5", "12AB5"),
        ("1AB:C5", "1ABC5"),
        ("V_24HYE4YVGH6", "V24HYE4YVGH6"),
        ("AB_123", None),
        ("A/1234", None),
        ("1:23PM", None),
        ("110:25", None),
    ],
)
def test_stray_character(text: str, code: str | None) -> None:
    """A character may be stray beside letters among digits, but not after a word."""
    assert [one for one, _ in suggested(text)] == ([code] if code else [])
