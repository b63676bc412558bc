"""check(): what is expected, and what is ranked first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cagecore import (
    cage,
    check,
    classify_column,
)
from tests.helpers.texts import EXPECTABLE, any_code, examples


@pytest.mark.parametrize("value", [None, 27340, 27340.0, b"1ABC5", ["1ABC5"], True])
def test_only_text(value: object) -> None:
    """Anything but a str is a TypeError, from every function that takes one."""
    wrong: Any = value
    for function in (check, cage.validate, cage.is_valid, cage.compact, cage.format):
        with pytest.raises(TypeError, match="a code is a str, not"):
            function(wrong)
    with pytest.raises(TypeError, match="a code is a str, not"):
        classify_column([wrong])


@pytest.mark.parametrize(
    "expect", ["", "CAGE", "vendor", "nspa-request", ["cage", "x"], ["cage", ""]]
)
def test_unknown_expectation(expect: str | list[str]) -> None:
    """A field can only be for a known scheme, and for none whose shape is only inferred."""
    with pytest.raises(ValueError, match="expected one of cage, ncage, uei"):
        check("1ABC5", expect=expect)


@pytest.mark.parametrize(
    ("expect", "schemes"),
    [
        (None, ["ncage"]),
        ([], ["ncage"]),
        ("ncage", ["ncage"]),
        ("cage", ["cage", "ncage"]),
        (("cage", "ncage"), ["ncage", "cage"]),
        (["cage", "cage"], ["cage", "ncage"]),
        (iter(["uei", "ncage"]), ["ncage", "uei"]),
    ],
)
def test_expected(expect: str | list[str] | None, schemes: list[str]) -> None:
    """What is expected comes first, well formed before not, each once; then what else it is."""
    assert [reading.scheme for reading in check("K0999", expect=expect).readings] == schemes


@pytest.mark.parametrize(
    ("text", "expect", "well_formed"),
    [
        ("541330", "cage", False),
        ("541330", "naics", True),
        ("541330", ["cage", "naics"], True),
        ("K0999", "cage", False),
        ("K0999", ["cage", "ncage"], True),
        ("1ABC5", ["cage", "ncage"], True),
        ("N4YFFGL4CDX5", ["cage", "ncage"], False),
        ("12-3456789", "duns", True),
        ("N/A", ["cage", "ncage"], False),
    ],
)
def test_expectation_decides(text: str, expect: str | list[str], *, well_formed: bool) -> None:
    """A text is well formed only as one of the kinds that the field accepts."""
    assert check(text, expect=expect).well_formed is well_formed


@pytest.mark.parametrize(
    ("text", "scheme", "rules"),
    [
        ("Cage Code: 4U825; UEI: N4YFFGL4CDX5", None, ["several-codes"]),
        ("CAGE 00198 ZIP 20190", None, ["several-codes"]),
        ("UEI: N4YFF GL4CD X5", "uei", ["text-label", "text-spaced", "text-spaced"]),
    ],
)
def test_label_of_one_code(text: str, scheme: str | None, rules: list[str]) -> None:
    """A label applies to the one code beside it, however that code is grouped."""
    report = check(text)
    assert report.scheme == scheme
    assert [finding.rule for finding in report.findings] == rules


@settings(max_examples=examples(400))
@given(code=any_code, expect=st.none() | st.sampled_from(EXPECTABLE))
@example(code="ABCDEF21C0001", expect=None)
def test_a_space_at_the_end_changes_no_finding(code: str, expect: str | None) -> None:
    """A clean text takes a shorter path, and still gets every finding."""
    plain, spaced = check(code, expect), check(f"{code} ", expect)
    assert plain.readings == spaced.readings
    assert plain.suggestions == spaced.suggestions
    assert [*plain.findings] == [one for one in spaced.findings if one.rule != "text-trimmed"]
