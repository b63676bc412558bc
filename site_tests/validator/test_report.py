"""The report of one code on the validator: position by position, finding by finding, copied."""

import json
import re

import pytest
from playwright.sync_api import expect

from cagecore import Finding, check, wire
from site_tests.support.built import anchors
from site_tests.support.checker import Checker, words

CATALOGUE = wire.catalogue()
NAMES = "marks => marks.map((mark) => mark.getAttribute('aria-label'))"
"""What each of some marks is called."""


def stands(finding: Finding) -> bool:
    """Whether a finding is a note that holds of every code of its kind."""
    return finding.severity == "note" and bool(CATALOGUE["rules"][finding.rule]["always"])


def test_anatomy(checker: Checker) -> None:
    """Each character is in a cell with its place, and each finding is a mark below one."""
    checker.check("Z1VDMSSCTGKS")
    anatomy = checker.section("Character by character")
    cells = words(anatomy.get_by_role("list").first.get_by_role("listitem"))

    assert cells[:11] == [f"{char} {place}" for place, char in enumerate("Z1VDMSSCTGK", start=1)]
    assert cells[11].startswith("S 12")
    error = check("Z1VDMSSCTGKS").readings[0].findings[0]
    mark = anatomy.get_by_role("button", name=f"Error 1: {error.message}", exact=True)
    mark.click()
    found = checker.section("What was found").get_by_role("listitem").first
    expect(found).to_be_focused()
    expect(found).to_contain_text(error.message)


def test_the_worst_finding_is_number_one(checker: Checker) -> None:
    """The marks are numbered from the worst finding on, whatever the rules' own order."""
    checker.check("00000")
    marks = checker.section("Character by character").get_by_role("button")
    named = (name.partition(":")[0].split() for name in marks.evaluate_all(NAMES))
    numbers = {int(number): word for word, number in named}
    severities = CATALOGUE["severities"]
    report = check("00000")
    found = (*report.findings, *report.readings[0].findings)
    as_it_comes = [one.severity for one in found if not stands(one)]
    worst_first = sorted(as_it_comes, key=[*severities].index)

    assert worst_first != as_it_comes
    assert [numbers[number] for number in sorted(numbers)] == [
        severities[severity] for severity in worst_first
    ]


def test_anatomy_of_a_repaired_text(checker: Checker) -> None:
    """What was left out and what was read otherwise can be seen in the anatomy."""
    checker.check("NCAGE code: k0999")
    cells = checker.section("Character by character").get_by_role("list").first
    shown = words(cells.get_by_role("listitem"))

    assert shown[0].startswith("N")
    assert "space" in shown[5]
    assert shown[12].startswith("typed k K 1")
    assert shown[13:] == ["0 2", "9 3", "9 4", "9 5"]


@pytest.mark.parametrize("text", ["27340", "Z1VDMSSCTGKS", "NCAGE code: k0999", "S4080", "O2FP7"])
def test_findings(checker: Checker, text: str) -> None:
    """Every finding is shown in full, with its source and a link to its rule."""
    checker.check(text)
    report = check(text)
    findings = [*report.readings[0].findings, *report.findings]
    standing = [finding for finding in findings if stands(finding)]
    items = checker.section("What was found").get_by_role("listitem")
    folds = checker.result.locator("details.cc-standing")

    expect(items).to_have_count(len(findings) - len(standing))
    expect(folds).to_have_count(len(standing))
    for fold in folds.all():
        fold.locator("summary").click()
    for finding in findings:
        rule = CATALOGUE["rules"][finding.rule]
        item = (folds if stands(finding) else items).filter(has_text=finding.message)
        link = item.get_by_role("link", name=f"Rule: {rule['title']}", exact=True)
        address = str(link.evaluate("link => link.href"))
        page, _, anchor = rule["anchor"].partition("#")
        assert address.endswith(f"/{rule['anchor']}")
        assert anchor in anchors(page)
        if finding.source:
            source = CATALOGUE["sources"][finding.source]
            expect(item).to_contain_text(source["title"])
            expect(item).to_contain_text(source["standing"] or CATALOGUE["bases"][finding.basis])


def test_other_readings(checker: Checker) -> None:
    """Five digits fit three kinds, and the page names them all."""
    checker.check("27340")
    others = checker.section("Other readings")

    assert words(others.get_by_role("link")) == ["a NAICS code", "a ZIP code"]


def test_readings_that_fail(checker: Checker) -> None:
    """Kinds that the text does not fit are one press away, each with its reason."""
    checker.check("O2FP7")
    failed = checker.result.get_by_text("Not well formed as a CAGE code")
    expect(failed).to_be_hidden()
    checker.result.get_by_text("Kinds that it does not fit").click()

    expect(failed).to_be_visible()


def test_suggestion_is_one_click_away(checker: Checker) -> None:
    """The likely code is the headline, then its reason and what is wrong; a click takes it."""
    checker.check("O2FP7")
    report = check("O2FP7")
    (suggestion,) = report.suggestions
    expect(checker.verdict).to_have_text(f"Did you mean {suggestion.code}?")
    said = words(checker.card.locator("p"))
    assert said[:2] == [
        f"{suggestion.reason} It has the shape of a CAGE code.",
        f"Not well formed as an NCAGE code. {report.readings[0].findings[0].message}",
    ]
    checker.card.get_by_role("button", name="Use it: 02FP7").click()

    expect(checker.verdict).to_have_text("Well formed as a CAGE code")
    expect(checker.field).to_have_value("02FP7")


def test_suggestion_for_another_field(checker: Checker) -> None:
    """A code that belongs in another field takes the choice along, so that the click helps."""
    checker.check("K0999", "CAGE code")
    expect(checker.verdict).to_have_text("This looks like an NCAGE code, not a CAGE code")
    checker.card.get_by_role("button", name="Check K0999 as an NCAGE code").click()
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    assert checker.choice.input_value() == "ncage"


def test_every_suggestion_is_offered(checker: Checker) -> None:
    """Scientific notation can come from several codes: all are there, the likeliest first."""
    checker.check("7.6E+06")
    suggestions = check("7.6E+06").suggestions
    likely = [one.code for one in suggestions if one.reason == suggestions[0].reason]
    *first, last = likely
    offered = [
        *words(checker.card.locator(".cc-verdict__actions").get_by_role("button")),
        *words(checker.section("Perhaps you meant").get_by_role("button")),
    ]

    expect(checker.verdict).to_have_text(f"Did you mean {', '.join(first)} or {last}?")
    assert offered == [one.code for one in suggestions]
    assert 1 < len(likely) < len(offered)


@pytest.mark.parametrize(
    ("text", "doors"),
    [
        ("O2FP7", ["nspa", "bureau", "sam"]),
        ("N/A", ["sam", "dla-cage", "nspa"]),
        ("HELLO WORLD", ["sam", "dla-cage", "nspa"]),
    ],
)
def test_doors_for_what_is_no_code(checker: Checker, text: str, doors: list[str]) -> None:
    """Beside every verdict is what it leaves open, and where the right code may be found."""
    checker.check(text)
    links = checker.section("Where to look for the right code").get_by_role("link")

    expect(checker.section("What this does not tell you")).to_contain_text("Which code was meant")
    assert words(links) == [CATALOGUE["lookups"][key]["title"] for key in doors]


def test_no_bureau_where_none_assigns(checker: Checker) -> None:
    """For a code that NSPA assigns, no bureau is offered."""
    checker.check("S4080")

    links = checker.section("Where to look it up").get_by_role("link")
    assert words(links) == [CATALOGUE["lookups"][key]["title"] for key in ("nspa", "sam")]


def test_door_for_a_lookalike(checker: Checker) -> None:
    """A lookalike's own office is named in the part of the page about it."""
    checker.check("541330")

    link = checker.section("Where to look it up").get_by_role("link")
    expect(link).to_have_attribute("href", re.compile("/identifiers/lookalikes/#naics$"))


@pytest.mark.parametrize(("code", "scheme"), [("855J5", "cage"), ("ZQGGHJH74DW7", "uei")])
def test_limits_and_doors(checker: Checker, code: str, scheme: str) -> None:
    """For a code, the page says what the verdict leaves open, and links to who can answer that."""
    checker.check(code)
    known = CATALOGUE["schemes"][scheme]
    doors = [CATALOGUE["lookups"][key] for key in known["lookups"]]
    links = checker.section("Where to look it up").get_by_role("link")

    assert (
        words(checker.section("What this does not tell you").get_by_role("listitem"))
        == known["limits"]
    )
    assert words(links) == [door["title"] for door in doors]
    assert [link.get_attribute("href") for link in links.all()] == [door["url"] for door in doors]


def test_copy_as_text(checker: Checker) -> None:
    """The copied text holds the verdict, each finding with its rule, and the version."""
    checker.check("Z1VDMSSCTGKS")
    checker.result.get_by_role("button", name="Copy as text").click()
    expect(checker.status).to_have_text("Copied.")
    copied = checker.clipboard()

    assert copied.startswith("Z1VDMSSCTGKS\nNot well formed as a UEI\n")
    for finding in check("Z1VDMSSCTGKS").readings[0].findings:
        assert f"{finding.message} [{finding.rule}]" in copied
    assert "Perhaps meant: Z1VDMSSCTGK5." in copied
    assert not any(limit in copied for limit in CATALOGUE["schemes"]["uei"]["limits"])
    assert copied.endswith(f"Checked with cagecore {CATALOGUE['version']}.\n")


def test_copy_of_a_code_as_text(checker: Checker) -> None:
    """The copied text of a code includes what the verdict leaves open."""
    checker.check("ZQGGHJH74DW7")
    checker.result.get_by_role("button", name="Copy as text").click()
    expect(checker.status).to_have_text("Copied.")
    copied = checker.clipboard()

    assert copied.startswith("ZQGGHJH74DW7\nWell formed as a UEI\n")
    assert all(limit in copied for limit in CATALOGUE["schemes"]["uei"]["limits"])


def test_copy_as_json(checker: Checker) -> None:
    """The copied JSON is the report of the command line."""
    checker.check(" dg119")
    checker.result.get_by_role("button", name="Copy as JSON").click()
    expect(checker.status).to_have_text("Copied.")

    assert json.loads(checker.clipboard()) == wire.report_to_dict(check(" dg119"))


def test_copy_that_is_not_allowed(checker: Checker) -> None:
    """Where the browser forbids copying, the text is laid out to be copied by hand."""
    checker.check("K0999")
    checker.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }"
    )
    checker.result.get_by_role("button", name="Copy as JSON").click()
    expect(checker.status).to_contain_text("does not allow copying")
    by_hand = checker.result.get_by_label("Text to copy")
    checker.page.evaluate("delete navigator.clipboard.writeText")

    expect(by_hand).to_be_focused()
    assert json.loads(by_hand.input_value()) == wire.report_to_dict(check("K0999"))
