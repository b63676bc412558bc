"""check() and its companions: what is expected, what ranks first, what each scheme's words do."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cagecore import (
    SCHEMES,
    InvalidCodeError,
    Report,
    cage,
    check,
    classify_column,
    duns,
    ncage,
    uei,
)
from cagecore.report import Finding
from cagecore.rules import View, rule
from tests.helpers.reports import corpus, rules_of
from tests.helpers.texts import EXPECTABLE, any_code, examples

if TYPE_CHECKING:
    from collections.abc import Callable


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


def test_report_repeats_its_best_reading() -> None:
    """The report's own fields are those of its first reading; without readings they are empty."""
    report = check("dg119")
    assert report.best is report.readings[0]
    assert (report.code, report.scheme, report.nation, report.issuer, report.well_formed) == (
        "DG119",
        "ncage",
        "DEU",
        "NCB-DEU",
        True,
    )
    empty = Report("", (), (), ())
    assert empty.best is None
    assert (empty.code, empty.scheme, empty.nation, empty.issuer, empty.well_formed) == (
        None,
        None,
        None,
        None,
        False,
    )


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


@pytest.mark.parametrize("error", [pickle.dumps, copy.copy], ids=["pickle", "copy"])
def test_errors_travel(error: Callable[[object], object]) -> None:
    """The exception can be pickled and copied, report and all."""
    with pytest.raises(InvalidCodeError) as caught:
        cage.validate("1AB\u04215")
    again = error(caught.value)
    again = pickle.loads(again) if isinstance(again, bytes) else again  # noqa: S301 - made here
    assert isinstance(again, InvalidCodeError)
    assert (again.report, str(again)) == (caught.value.report, str(caught.value))


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


def test_classify_column() -> None:
    """A column's kinds are those that check() gives, None where a text is not well formed."""
    texts = [case.text for case in corpus()]
    reports = [check(text) for text in texts]
    kinds = [report.scheme if report.well_formed else None for report in reports]
    assert classify_column(texts) == kinds
    assert {"cage", "ncage", "uei", None} <= set(kinds)


def test_classify_column_takes_any_iterable() -> None:
    """The texts may come one by one, and there may be none."""
    assert classify_column(iter(["1ABC5", "K0999", "N4YFFGL4CDX6"])) == ["cage", "ncage", None]
    assert classify_column([]) == []
    with pytest.raises(TypeError, match="many texts, not a str"):
        classify_column("1ABC5")


def test_only_published_rules_reject() -> None:
    """A rule that is an error without being published cannot be declared."""
    with pytest.raises(ValueError, match="published"):
        rule(View("cage", "cage-"), "X", "X", basis="observed")(lambda _: ())


def test_reports_are_frozen() -> None:
    """Nobody can change a report, so it can be shared."""
    finding = Finding("cage-length", "error", "published", "X.", 0, 1, None)
    for frozen, name in ((check("1ABC5"), "input"), (finding, "start")):
        with pytest.raises(AttributeError):
            setattr(frozen, name, None)


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
