"""A person's path through the validator: type, read, follow, copy."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from cagecore import check, wire
from site_tests.built import anchors
from site_tests.checker import Checker, fragment

CATALOGUE = wire.catalogue()


def words(locator: Locator) -> list[str]:
    """Give the text of each element with single spaces."""
    return [" ".join(text.split()) for text in locator.all_inner_texts()]


def test_well_formed_code(checker: Checker) -> None:
    """A well formed code gets its verdict, nation and issuer, and no message of trouble."""
    checker.check("K0999")

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    facts = dict(
        zip(
            words(checker.result.locator("header dt")),
            words(checker.result.locator("header dd")),
            strict=True,
        )
    )
    assert facts == {
        "Nation": CATALOGUE["nations"]["GBR"],
        "Assigned by": CATALOGUE["issuers"]["NCB-GBR"],
    }
    expect(checker.status).to_contain_text("Well formed as an NCAGE code")
    expect(checker.message).to_be_hidden()
    expect(checker.field).not_to_have_attribute("aria-invalid", "true")


def test_code_that_is_not_well_formed(checker: Checker) -> None:
    """The worst finding stands beside the field, is tied to it, and is announced once."""
    checker.check("O2FP7")
    worst = check("O2FP7").readings[0].findings[0].message

    expect(checker.verdict).to_have_text("Not well formed as an NCAGE code")
    expect(checker.message).to_have_text(worst)
    expect(checker.field).to_have_attribute("aria-invalid", "true")
    expect(checker.field).to_have_accessible_description(re.compile(re.escape(worst)))
    expect(checker.status).to_have_text(
        f"Full check, by every rule: Not well formed as an NCAGE code. {worst}"
    )
    expect(checker.page.get_by_role("status")).to_have_count(1)


def test_shape_that_names_no_nation(checker: Checker) -> None:
    """Where the code leaves the nation open, the page says so, and says it once."""
    checker.check("855J5")

    expect(checker.result.locator("header dl")).to_have_text(
        "Nation and bureauthe code does not say"
    )


def test_button_checks_too(checker: Checker) -> None:
    """A press of the button does what Enter does."""
    checker.field.fill("dg119")
    checker.button.click()

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    expect(checker.field).to_have_value("dg119")


def test_nothing_happens_while_typing(checker: Checker) -> None:
    """There is no verdict before it is asked for, not even over a text that is half typed."""
    checker.field.press_sequentially("1ABO5")

    expect(checker.result).to_be_hidden()
    expect(checker.message).to_be_hidden()
    expect(checker.status).not_to_contain_text("1ABO5")


def test_field(checker: Checker) -> None:
    """The field suits codes: capitals on a phone, no spelling, no guesses of the browser."""
    expect(checker.field).to_have_attribute("autocapitalize", "characters")
    expect(checker.field).to_have_attribute("spellcheck", "false")
    expect(checker.field).to_have_attribute("autocomplete", "off")


def test_nothing_typed(checker: Checker) -> None:
    """Enter in an empty field asks for a code, in words."""
    checker.field.press("Enter")

    expect(checker.message).to_have_text("Type or paste a code first.")
    expect(checker.status).to_contain_text("Nothing to check")
    expect(checker.result).to_be_hidden()


def test_emptied_field(checker: Checker) -> None:
    """No report of an earlier text stands below an empty field; Back brings it again."""
    checker.check("K0999")
    checker.field.fill("")
    checker.button.click()
    expect(checker.message).to_have_text("Type or paste a code first.")
    expect(checker.result).to_be_hidden()
    checker.page.go_back()

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    expect(checker.field).to_have_value("K0999")


def test_verdict_comes_into_view(page: Page) -> None:
    """On a phone the reader sees the verdict, who typed a code and who came with one."""
    page.set_viewport_size({"width": 375, "height": 667})
    checker = Checker(page)
    checker.open("#code=K0999")
    checker.wait_for_result()
    came = page.evaluate("scrollY")
    expect(checker.verdict).to_be_in_viewport(ratio=1)
    checker.field.focus()
    page.evaluate("scrollTo(0, 0)")
    checker.check("855J5")
    typed = page.evaluate("scrollY")

    expect(checker.verdict).to_be_in_viewport(ratio=1)
    expect(checker.field).to_be_focused()
    assert came > 0
    assert typed > 0


def test_reader_stays_where_the_verdict_is_seen(checker: Checker) -> None:
    """Where there is room for the verdict below the form, nothing scrolls."""
    checker.page.evaluate("scrollTo(0, 0)")
    checker.check("855J5")

    expect(checker.verdict).to_be_in_viewport(ratio=1)
    assert checker.page.evaluate("scrollY") == 0


def test_anatomy(checker: Checker) -> None:
    """Each character stands in a cell with its place, and each finding is a mark below one."""
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
    """Every finding is shown in full, with its source and a link to where its rule stands."""
    checker.check(text)
    report = check(text)
    findings = [*report.readings[0].findings, *report.findings]
    items = checker.section("What was found").get_by_role("listitem")

    expect(items).to_have_count(len(findings))
    for finding in findings:
        rule = CATALOGUE["rules"][finding.rule]
        item = items.filter(has_text=finding.message)
        link = item.get_by_role("link", name=f"Rule: {rule['title']}", exact=True)
        address = str(link.evaluate("link => link.href"))
        page, _, anchor = rule["anchor"].partition("#")
        assert address.endswith(f"/{rule['anchor']}")
        assert anchor in anchors(page)
        if finding.source:
            expect(item).to_contain_text(CATALOGUE["sources"][finding.source]["title"])


def test_other_readings(checker: Checker) -> None:
    """Five digits fit three kinds, and the page names them all."""
    checker.check("27340")
    others = checker.section("Other readings")

    assert words(others.get_by_role("link")) == ["a NAICS code", "a ZIP code"]


def test_readings_that_fail(checker: Checker) -> None:
    """Kinds that the text does not fit are one press away, each with its reason."""
    checker.check("O2FP7")
    others = checker.section("Other readings")
    failed = others.get_by_text("Not well formed as a CAGE code")
    expect(failed).to_be_hidden()
    others.get_by_text("Kinds that it does not fit").click()

    expect(failed).to_be_visible()


def test_suggestion_is_one_click_away(checker: Checker) -> None:
    """A suggestion says why, and a click checks it in place of what was typed."""
    checker.check("O2FP7")
    (suggestion,) = check("O2FP7").suggestions
    offered = checker.section("Perhaps you meant")
    expect(offered).to_contain_text(suggestion.reason)
    offered.get_by_role("button", name="02FP7").click()

    expect(checker.verdict).to_have_text("Well formed as a CAGE code")
    expect(checker.field).to_have_value("02FP7")


def test_suggestion_for_another_field(checker: Checker) -> None:
    """A code that belongs in another field takes the choice along, so that the click helps."""
    checker.check("K0999", "CAGE code")
    checker.result.get_by_role("button", name="K0999").click()
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    assert checker.choice.input_value() == "ncage"


def test_every_suggestion_is_offered(checker: Checker) -> None:
    """Scientific notation can come from several codes, and all of them are there."""
    checker.check("7.6E+06")
    codes = [suggestion.code for suggestion in check("7.6E+06").suggestions]

    assert words(checker.section("Perhaps you meant").get_by_role("button")) == codes
    assert len(codes) > 1


def test_no_doors_for_what_is_no_code(checker: Checker) -> None:
    """A text that is not well formed can be looked up nowhere, and nothing more is said of it."""
    checker.check("O2FP7")

    expect(checker.section("What was found")).to_be_visible()
    expect(checker.section("Where to look it up")).to_have_count(0)
    expect(checker.section("What this does not tell you")).to_have_count(0)


@pytest.mark.parametrize(("code", "scheme"), [("855J5", "cage"), ("ZQGGHJH74DW7", "uei")])
def test_limits_and_doors(checker: Checker, code: str, scheme: str) -> None:
    """Of a code, the page says what it does not tell, and links to who can."""
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
    """The copied text of a code holds what the verdict does not tell."""
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


def test_field_of_known_kind(checker: Checker) -> None:
    """A NAICS code in a field for CAGE codes is an error, and named."""
    checker.check("541330", "CAGE code")
    (wrong,) = (f for f in check("541330", expect="cage").findings if f.rule == "wrong-field")

    expect(checker.verdict).to_have_text("Not well formed as a CAGE code")
    expect(checker.section("What was found")).to_contain_text(wrong.message)
    expect(checker.section("What was found")).to_contain_text("NAICS code")


def test_change_of_kind_checks_again(checker: Checker) -> None:
    """When a result is on show, a new choice of kind brings the result for it."""
    checker.check("27340")
    checker.choice.select_option("UEI")
    expect(checker.verdict).to_have_text("Not well formed as a UEI")
    checker.choice.select_option("CAGE or NCAGE")

    expect(checker.verdict).to_have_text("Well formed as a CAGE code")


def test_every_kind_can_be_chosen(checker: Checker) -> None:
    """The choice offers every kind that a field can be for, by the name that the rules give it."""
    offered = {
        option.get_attribute("value"): option.inner_text().lower()
        for option in checker.choice.get_by_role("option").all()
    }
    kinds = {
        key: scheme["name"].lower()
        for key, scheme in CATALOGUE["schemes"].items()
        if scheme["expectable"]
    }

    assert offered == {"": "any kind", "cage,ncage": "cage or ncage", **kinds}


@pytest.mark.parametrize("text", ["N/A", "null", "   ", "GSA_MIGRATION"])
def test_missing_value(checker: Checker, text: str) -> None:
    """A placeholder is a missing value and not a wrong code."""
    checker.check(text)

    expect(checker.verdict).to_have_text("Nothing to check")
    expect(checker.section("What was found")).to_contain_text(check(text).findings[0].message)


def test_examples(checker: Checker) -> None:
    """Every example of the page leads to its own result."""
    examples = checker.page.get_by_role("region", name="Examples to try").get_by_role("link")
    texts = words(examples)

    assert len(texts) >= 5
    for text, example in zip(texts, examples.all(), strict=True):
        example.click()
        expected = str(example.get_attribute("href")).partition("#")[2]
        report = check(text, expect=expected.partition("&expect=")[2] or None)
        expect(checker.field).to_have_value(text)
        checker.wait_for_result()
        word = "Well formed" if report.well_formed else "Not well formed"
        expect(checker.verdict).to_have_text(re.compile(f"^{word} as "))
        assert f"#{expected}".startswith(fragment(text))
