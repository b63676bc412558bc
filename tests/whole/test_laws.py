"""Laws that hold for every text, tried on many."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cagecore import SCHEMES, InvalidCodeError, Report, check, classify_column
from cagecore.text import read_text
from cagecore.wire import answer
from cagecore.wire.catalogue import rules
from cagecore.wire.reports import anatomy, report_from_dict, report_to_dict, to_json
from tests.helpers.texts import (
    CODES,
    EXPECTABLE,
    any_code,
    cage_codes,
    code_like,
    damaged_codes,
    examples,
    json_texts,
    ncage_codes,
    texts,
    uei_codes,
)

RULES = rules()
expectations = st.none() | st.sampled_from(EXPECTABLE) | st.lists(st.sampled_from(EXPECTABLE))


@given(text=texts, expect=expectations)
def test_any_text_has_a_report(text: str, expect: str | list[str] | None) -> None:
    """check() never raises, repeats the text, and is sure of what it says."""
    report = check(text, expect=expect)
    assert report.input == text
    assert report.well_formed == bool(report.readings and report.readings[0].well_formed)
    if report.well_formed:
        assert all(finding.severity != "error" for finding in report.findings)
        assert report.code
        assert report.code.isascii()
        assert report.code.isalnum()
        assert report.code == report.code.upper()
    else:
        found = [*report.findings, *(report.best.findings if report.best else ())]
        assert any(finding.severity == "error" for finding in found)


@given(text=texts, expect=expectations)
def test_spans_lie_inside(text: str, expect: str | list[str] | None) -> None:
    """Every finding points into the text as typed, and is what its rule declares."""
    report = check(text, expect=expect)
    findings = [*report.findings]
    for reading in report.readings:
        findings += reading.findings
    for finding in findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.start < finding.end or not text
        rule = RULES[finding.rule]
        assert (finding.severity, finding.basis, finding.source) == (
            rule.severity,
            rule.basis,
            rule.source,
        )
        assert finding.message


@given(text=texts)
def test_readings_are_ranked(text: str) -> None:
    """No scheme is read twice, and no reading with an error comes before one without."""
    readings = check(text).readings
    assert len({reading.scheme for reading in readings}) == len(readings)
    verdicts = [reading.well_formed for reading in readings]
    assert verdicts == sorted(verdicts, reverse=True)


@settings(max_examples=examples(400))
@given(scheme=st.sampled_from(EXPECTABLE), text=texts)
def test_one_verdict(scheme: str, text: str) -> None:
    """check(), is_valid() and validate() agree for every field."""
    functions = SCHEMES[scheme]
    well_formed = check(text, expect=scheme).well_formed
    assert functions.is_valid(text) is well_formed
    if well_formed:
        assert (
            functions.validate(text) == functions.compact(text) == check(text, expect=scheme).code
        )
    else:
        with pytest.raises(InvalidCodeError) as caught:
            functions.validate(text)
        assert isinstance(caught.value.report, Report)
        assert caught.value.report.input == text


@pytest.mark.parametrize("scheme", CODES)
@settings(max_examples=examples(40))
@given(data=st.data())
def test_codes_are_well_formed(scheme: str, data: st.DataObject) -> None:
    """Every code that the published rules allow is well formed; no other rule rejects one."""
    code = data.draw(CODES[scheme])
    assert SCHEMES[scheme].is_valid(code)
    assert SCHEMES[scheme].validate(code.lower()) == code
    assert len(code) in SCHEMES[scheme].lengths


@pytest.mark.parametrize("scheme", CODES)
@settings(max_examples=examples(40))
@given(data=st.data())
def test_free_check_finds_it(scheme: str, data: st.DataObject) -> None:
    """A plain code of unknown kind is read as every kind it fits, unless only groups decide."""
    code = data.draw(CODES[scheme])
    found = {reading.scheme for reading in check(code).readings}
    assert scheme in found or len(code) in SCHEMES[scheme].grouped_lengths or not check(code).code


@pytest.mark.parametrize("scheme", SCHEMES)
@settings(max_examples=examples(80))
@given(code=code_like)
def test_pattern_and_shape_rules_agree(scheme: str, code: str) -> None:
    """The pattern matches if and only if no shape rule gives an error."""
    declared = SCHEMES[scheme]
    assert declared.shape_rules
    assert all(rule.severity == "error" for rule in declared.shape_rules)
    hits = [hit for rule in declared.shape_rules for hit in rule(code)]
    assert declared.matches(code) is not bool(hits)
    assert all(0 <= hit.start < hit.end <= len(code) for hit in hits)
    if declared.matches(code):
        assert len(code) in declared.lengths


@given(text=texts)
@example(text="N-A")
@example(text="T B D")
@example(text="n cage")
@example(text="CAGE CAGE: 1-ABC5")
def test_compact_is_idempotent(text: str) -> None:
    """Cleaning what is clean changes nothing, and a clean code has no repairs."""
    code = read_text(text).code
    assert read_text(code).code == code


@given(text=texts)
def test_places(text: str) -> None:
    """Each clean character has its place in the text, in order."""
    typed = read_text(text)
    places = list(typed.places)
    if typed.code:
        assert len(places) == len(typed.code)
        assert places == sorted(set(places))
        assert all(0 <= place < len(text) for place in places)
    assert not typed.groups or "".join(typed.groups) == typed.code


@given(text=texts, expect=expectations)
@example(text="\uff11ABl5", expect=None)
@example(text="UEINCAGE", expect=None)
def test_suggestions(text: str, expect: str | list[str] | None) -> None:
    """A suggestion is a clean, well formed code, given once, and not what the text already says."""
    report = check(text, expect=expect)
    found = [(item.code, item.scheme) for item in report.suggestions]
    assert len(found) == len(set(found))
    for item in report.suggestions:
        assert SCHEMES[item.scheme].matches(item.code)
        assert SCHEMES[item.scheme].validate(item.code) == item.code
        assert item.reason
        assert not report.well_formed or (item.code, item.scheme) != (report.code, report.scheme)


@given(text=json_texts, expect=expectations)
def test_json_keeps_everything(text: str, expect: str | list[str] | None) -> None:
    """A report is the same after a round trip through JSON text."""
    report = check(text, expect=expect)
    line = to_json(report_to_dict(report))
    assert line.isascii()
    assert "\n" not in line
    assert report_from_dict(json.loads(line)) == report


@given(text=json_texts, expect=st.none() | st.lists(st.sampled_from(EXPECTABLE), max_size=3))
def test_the_page_gets_the_same(text: str, expect: list[str] | None) -> None:
    """What a page asks for is what check() says, with one cell per character of the code."""
    request = to_json({"type": "check", "texts": [text], "expect": expect})
    (got,) = json.loads(answer(request))["answers"]
    report = check(text, expect=expect)
    assert got["report"] == json.loads(to_json(report_to_dict(report)))
    assert "".join(cell["char"] for cell in got["anatomy"]) == (report.code or "")
    for cell in anatomy(report):
        assert 0 <= cell["start"] < cell["end"] <= len(text)


@given(column=st.lists(texts | any_code, max_size=8))
@example(column=["NCAGE", "NAICS", "NULLS", "1ABC5"])
def test_column_agrees(column: list[str]) -> None:
    """classify_column() says of each text what check() says."""
    reports = [check(text) for text in column]
    assert classify_column(column) == [r.scheme if r.well_formed else None for r in reports]


@given(
    code=any_code | damaged_codes(),
    before=st.sampled_from(["", " ", "\t", "\u00a0", "\ufeff", '"', "(", '="', "'"]),
    after=st.sampled_from(["", " ", "\r\n", "\u200b", '"', ")", ".", ","]),
)
def test_dress_changes_nothing(code: str, before: str, after: str) -> None:
    """Case, white space, quotes and a spreadsheet's mark around a code change no verdict."""
    plain = check(code)
    dressed = check(before + code.lower() + after)
    assert dressed.code == plain.code or not code.isascii()
    assert dressed.well_formed == plain.well_formed or not code.isascii()


@pytest.mark.parametrize(
    ("scheme", "label"),
    [("cage", "CAGE"), ("ncage", "NCAGE"), ("uei", "UEI"), ("duns", "DUNS"), ("ein", "EIN")],
)
@settings(max_examples=examples(40))
@given(data=st.data())
def test_labels_change_no_verdict(scheme: str, label: str, data: st.DataObject) -> None:
    """A label before a code gives that code, of the scheme that the label names."""
    code = data.draw(CODES[scheme])
    mark = data.draw(st.sampled_from([": ", " ", "#", " - ", "=", ":\u00a0", " code: ", " No. "]))
    report = check(f"{label}{mark}{code}")
    assert (report.scheme, report.code, report.well_formed) == (scheme, code, True)


@given(text=texts, expect=expectations)
@example(text="76E05", expect="uei")
@example(text="1.23456789E+08", expect="duns")
def test_nothing_is_lost_beside_a_suggestion(text: str, expect: str | list[str] | None) -> None:
    """No finding says that the original is lost while a code is suggested."""
    report = check(text, expect=expect)
    lost = any("lost for good" in finding.message for finding in report.findings)
    assert not (lost and report.suggestions)


@given(
    codes=st.lists(cage_codes | ncage_codes | uei_codes, min_size=1, max_size=3),
    words=st.lists(st.sampled_from(["Acme", "LLC", "et", "of", "VA", "US", "#1", "-"]), max_size=3),
    mark=st.sampled_from([" ", ", ", " / ", "; ", "\n"]),
)
@example(codes=["1ABC4"], words=["Acme", "LLC"], mark=" ")
def test_no_code_is_hidden(codes: list[str], words: list[str], mark: str) -> None:
    """A word that is a well formed code with a digit is the reading or among the suggestions."""
    report = check(mark.join([*words, *codes]))
    offered = {report.code, *(item.code for item in report.suggestions)}
    assert all(code in offered or code.isalpha() for code in codes)
