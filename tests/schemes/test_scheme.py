"""What each scheme's words do, and that a scheme is one of a kind."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from cagecore import (
    SCHEMES,
    InvalidCodeError,
    cage,
    check,
    duns,
    ncage,
    uei,
)
from cagecore.schemes import kind_of
from tests.helpers.reports import rules_of


@pytest.mark.parametrize(
    ("text", "code"),
    [("1abc5", "1ABC5"), (" cage: 1-abc5", "1ABC5"), ('="02fp7"', "02FP7"), ("N/A", ""), ("", "")],
)
def test_compact(text: str, code: str) -> None:
    """compact() cleans and does not judge."""
    assert cage.compact(text) == code


@pytest.mark.parametrize(
    ("validate", "text", "code"),
    [
        (cage.validate, " cage: 1abc5", "1ABC5"),
        (ncage.validate, "ncage k0999", "K0999"),
        (uei.validate, "v24hye4yvgh6", "V24HYE4YVGH6"),
        (duns.validate, "03-734-9885", "037349885"),
    ],
)
def test_validate(validate: object, text: str, code: str) -> None:
    """validate() gives the clean code."""
    assert callable(validate)
    assert validate(text) == code


@pytest.mark.parametrize(
    ("text", "rule"),
    [("1ABC", "cage-length"), ("N/A", "missing-value"), ("1AB\u04215", "cage-alphabet")],
)
def test_validate_refuses(text: str, rule: str) -> None:
    """validate() raises an error that says why and carries the report."""
    with pytest.raises(InvalidCodeError) as caught:
        cage.validate(text)
    report = caught.value.report
    assert isinstance(caught.value, ValueError)
    assert report.input == text
    assert not report.well_formed
    assert rule in rules_of(report)
    assert str(caught.value)


def test_errors_name_the_text_first() -> None:
    """What is wrong with the text itself says more than its alphabet, or what else it may be."""
    with pytest.raises(InvalidCodeError, match=r"^A CAGE code has 5 characters; this has 6\.$"):
        cage.validate("541330")
    with pytest.raises(InvalidCodeError, match="CYRILLIC CAPITAL LETTER ES"):
        cage.validate("1AB\u04215")


def test_schemes_travel() -> None:
    """A scheme is one of a kind: pickled, copied or kept in a set, and so are its functions."""
    for scheme in SCHEMES.values():
        again = pickle.loads(pickle.dumps(scheme))  # noqa: S301 - made here
        assert again is scheme
        assert copy.deepcopy(scheme) is scheme
    assert len({*SCHEMES.values()}) == len(SCHEMES)
    assert pickle.loads(pickle.dumps(uei.validate))("n4yffgl4cdx5") == "N4YFFGL4CDX5"  # noqa: S301 - our own bytes
    assert repr(SCHEMES["uei"]) == "declared('uei')"


@pytest.mark.parametrize("module", [cage, ncage, uei, duns], ids=lambda module: module.SCHEME.id)
def test_what_a_module_offers(module: Any) -> None:  # noqa: ANN401 - a module
    """A star import brings python-stdnum's four words, each the scheme's own."""
    words = {"compact", "format", "is_valid", "validate"}
    assert {"SCHEME", *words} <= set(module.__all__)
    assert all(hasattr(module, name) for name in module.__all__)
    assert all(getattr(module, word) == getattr(module.SCHEME, word) for word in words)


@pytest.mark.parametrize(
    ("scheme", "text", "written"),
    [
        ("duns", "123456789", "12-345-6789"),
        ("duns", "1234567890001", "123456789-0001"),
        ("duns", "1234", "1234"),
        ("ein", "123456789", "12-3456789"),
        ("ssn", "123456789", "123-45-6789"),
        ("zip", "222021234", "22202-1234"),
        ("zip", "22202", "22202"),
        ("nsn", "7025151982621", "7025-15-198-2621"),
        ("niin", "151982621", "15-198-2621"),
        ("cnpj", "12abc34501de35", "12.ABC.345/01DE-35"),
        ("cage", " cage 1abc5 ", "1ABC5"),
        ("uei", "n4yffgl4cdx5", "N4YFFGL4CDX5"),
        ("cage", "N/A", ""),
    ],
)
def test_format(scheme: str, text: str, written: str) -> None:
    """format() writes a code in the groups of its scheme; one without groups stays as it is."""
    assert SCHEMES[scheme].format(text) == written


@pytest.mark.parametrize(
    "scheme", [key for key, scheme in SCHEMES.items() if scheme.layouts], ids=str
)
def test_layouts_are_read_again(scheme: str) -> None:
    """A code in any of its layouts is read as one of that scheme, in groups."""
    for layout in SCHEMES[scheme].layouts:
        code = layout.replace("#", "1")
        assert scheme in {reading.scheme for reading in check(code).readings}
        assert layout.count("#") in SCHEMES[scheme].lengths


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("1ABC5", "cage"),
        ("K0999", "ncage"),
        ("N4YFFGL4CDX5", "uei"),
        ("804735132", "duns"),
        ("N4YFFGL4CDX6", None),
        ("8047351320001", None),
        ("ATLAS", None),
        ("1abc5", None),
        ("541330", None),
        ("", None),
    ],
)
def test_kind_of(word: str, kind: str | None) -> None:
    """A word is a code of ours if it is well formed as it is, holds a digit and has no suffix."""
    assert kind_of(word) == kind
