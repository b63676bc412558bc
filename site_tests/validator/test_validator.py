"""A person's path through the validator: type, choose, press, read the verdict."""

import re

import pytest
from playwright.sync_api import Page, expect

from cagecore import check, wire
from site_tests.support.checker import Checker, fragment, words

CATALOGUE = wire.catalogue()


def test_well_formed_code(checker: Checker) -> None:
    """A well formed code gets its verdict, nation and issuer, and no message of trouble."""
    checker.check("K0999")

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    facts = dict(
        zip(
            words(checker.card.locator(".cc-verdict__words dt")),
            words(checker.card.locator(".cc-verdict__words dd")),
            strict=True,
        )
    )
    assert facts == {
        "Nation of the structure": CATALOGUE["nations"]["GBR"],
        "Who assigns such codes": CATALOGUE["issuers"]["NCB-GBR"],
    }
    expect(checker.status).to_contain_text("Well formed as an NCAGE code")
    expect(checker.message).to_be_hidden()
    expect(checker.field).not_to_have_attribute("aria-invalid", "true")


def test_code_that_is_not_well_formed(checker: Checker) -> None:
    """The worst finding is shown beside the field, is tied to it, and is announced once."""
    checker.check("O2FP7")
    worst = check("O2FP7").readings[0].findings[0].message

    expect(checker.card).to_contain_text(f"Not well formed as an NCAGE code. {worst}")
    expect(checker.message).to_have_text(worst)
    expect(checker.field).to_have_attribute("aria-invalid", "true")
    expect(checker.field).to_have_accessible_description(re.compile(re.escape(worst)))
    expect(checker.status).to_have_text(
        f"Full check, by every rule: Did you mean 02FP7? Not well formed as an NCAGE code. {worst}"
    )
    expect(checker.page.get_by_role("status")).to_have_count(1)


def test_shape_that_names_no_nation(checker: Checker) -> None:
    """Where the code leaves the nation open, the page says so, and says it once."""
    checker.check("855J5")

    expect(checker.card.locator(".cc-verdict__words dl")).to_have_text(
        "Country and issuernot in the code"
    )


def test_button_checks_too(checker: Checker) -> None:
    """A press of the button does what Enter does."""
    checker.field.fill("dg119")
    checker.button.click()

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    expect(checker.field).to_have_value("dg119")


def test_nothing_happens_while_typing(checker: Checker) -> None:
    """There is no verdict before it is asked for, not even on a half-typed text."""
    checker.field.press_sequentially("1ABO5")

    expect(checker.result).to_be_hidden()
    expect(checker.message).to_be_hidden()
    expect(checker.status).not_to_contain_text("1ABO5")


def test_field(checker: Checker) -> None:
    """The field suits codes: capitals on a phone, no spell check, no autofill."""
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
    """No report of an earlier text is left below an empty field; Back brings it again."""
    checker.check("K0999")
    checker.field.fill("")
    checker.button.click()
    expect(checker.message).to_have_text("Type or paste a code first.")
    expect(checker.result).to_be_hidden()
    checker.page.go_back()

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    expect(checker.field).to_have_value("K0999")


def test_verdict_comes_into_view(page: Page) -> None:
    """On a phone, readers see the verdict, whether they typed a code or came with one."""
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


def test_field_of_known_kind(checker: Checker) -> None:
    """A NAICS code in a field for CAGE codes is an error, and named."""
    checker.check("541330", "CAGE code")
    (wrong,) = (f for f in check("541330", expect="cage").findings if f.rule == "wrong-field")

    expect(checker.verdict).to_have_text("Not well formed as a CAGE code")
    expect(checker.card).to_contain_text(wrong.message.partition(". ")[0])
    expect(checker.section("What was found")).to_contain_text(wrong.message)
    expect(checker.section("What was found")).to_contain_text("NAICS code")


def test_change_of_kind_checks_again(checker: Checker) -> None:
    """When a result is shown, a new choice of kind brings the result for it."""
    checker.check("27340")
    checker.choice.select_option("UEI")
    expect(checker.verdict).to_have_text("This looks like a CAGE code, not a UEI")
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
        word = "Well formed as" if report.well_formed else "(?:Did you mean|Not well formed as)"
        expect(checker.verdict).to_have_text(re.compile(f"^{word} "))
        assert f"#{expected}".startswith(fragment(text))
