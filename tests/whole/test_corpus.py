"""What people really paste: each row of `data/corpus.csv` gets the report that it should."""

from __future__ import annotations

import json

import pytest

from cagecore import check
from cagecore.wire.reports import report_to_dict, to_json
from tests.helpers.reports import Case, corpus, rules_of

CASES = corpus()
NAMES = [f"{case.text!a} as {case.expect}" for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_corpus(case: Case) -> None:
    """The report names the kind, the code, its nation and issuer, and the rules that must speak."""
    report = check(case.text, expect=case.expect)
    assert report.input == case.text
    assert (report.scheme, report.well_formed) == (case.scheme, case.well_formed)
    assert (report.code, report.nation, report.issuer) == (case.code, case.nation, case.issuer)
    assert set(case.rules) <= rules_of(report)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_corpus_in_json(case: Case) -> None:
    """Every row's report is one line of ASCII that holds the text as typed."""
    line = to_json(report_to_dict(check(case.text, expect=case.expect)))
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["input"] == case.text


def test_corpus_is_broad() -> None:
    """The corpus has no row twice, and has every kind of trouble."""
    assert len({(case.text, case.expect) for case in CASES}) == len(CASES) >= 350
    assert {"cage", "ncage", "uei", "duns", "nspa-request", None} <= {case.scheme for case in CASES}
    chars = set("".join(case.text for case in CASES))
    assert (
        set("\0\ud800\u202e\u0421\u0661\u00df\u0131\u00b2\ufeff\u00a0\uff11\U0001f600<='") <= chars
    )
