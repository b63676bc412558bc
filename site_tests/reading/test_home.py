"""The home page: a field that takes a code to the validator, and the search of every page."""

import re

import pytest
from playwright.sync_api import Page, expect

from site_tests.support.checker import Checker, fragment
from site_tests.support.watch import Watch


def test_field_leads_to_the_validator(page: Page, watch: Watch) -> None:
    """A code and Enter on the home page show the result; no server ever sees the code."""
    page.goto("")
    page.get_by_label("Check a code").fill(" dg119&x")
    page.get_by_label("Check a code").press("Enter")
    page.wait_for_url("**/validator/**")
    checker = Checker(page)
    checker.wait_for_result()

    expect(checker.field).to_have_value(" dg119&x")
    assert page.evaluate("location.hash") == fragment(" dg119&x")
    # The G distinguishes it from the hashes in addresses, one of which may well have these digits.
    sent = [request.partition("#")[0].lower() for request in watch.requests]
    assert [address for address in sent if "dg119" in address] == []


def test_button_and_back(page: Page) -> None:
    """The button does what Enter does, and Back leads home."""
    page.goto("")
    page.get_by_label("Check a code").fill("K0999")
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_url("**/validator/#code=K0999")
    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_contain_text("get one, fix a problem")


def test_pasted_list_stays_a_list(page: Page) -> None:
    """Lines that are pasted into the field stay lines, there and in the validator."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("")
    field = page.get_by_label("Check a code")
    page.evaluate("navigator.clipboard.writeText('K0999\\nO2FP7\\n855J5')")
    field.press("ControlOrMeta+v")
    # The band is dark in light mode, too, and the ring around the field has to stand out from it.
    expect(field).to_have_css("outline-color", "rgb(255, 255, 255)")
    expect(field).to_have_value("K0999\nO2FP7\n855J5")
    field.press("ControlOrMeta+Enter")
    page.wait_for_url("**/validator/**")
    checker = Checker(page)
    checker.wait_for_result()

    expect(checker.field).to_have_value("K0999\nO2FP7\n855J5")
    expect(checker.rows).to_have_count(3)


@pytest.mark.parametrize("address", ["", "validator/"])
def test_key_of_a_phone(page: Page, address: str) -> None:
    """The Enter key of a phone's keyboard is labeled for going on, which it does."""
    page.goto(address)

    expect(page.locator("textarea")).to_have_attribute("enterkeyhint", "go")


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_typed(page: Page, text: str) -> None:
    """Enter without a code leads to the empty validator."""
    page.goto("")
    page.get_by_label("Check a code").fill(text)
    page.get_by_label("Check a code").press("Enter")
    page.wait_for_url("**/validator/")

    expect(Checker(page).field).to_have_value("")


def test_long_text_is_not_lost(page: Page) -> None:
    """Whatever is typed on the home page arrives at the validator."""
    page.goto("")
    page.get_by_label("Check a code").fill("1ABC5 " * 1000)
    page.get_by_label("Check a code").press("Enter")
    page.wait_for_url("**/validator/**")

    # Compared as a whole only here, because a report of the difference would fill the screen.
    expect(Checker(page).field).to_have_value(re.compile("^1ABC5 "))
    assert len(Checker(page).field.input_value()) == len("1ABC5 " * 1000)
    # Such a long text does not stay in the address, and a reload still shows it.
    expect(page).to_have_url(re.compile("/validator/$"))
    page.reload()
    assert len(Checker(page).field.input_value()) == len("1ABC5 " * 1000)


def test_text_that_no_address_can_hold(page: Page) -> None:
    """A text with half a character stays in the field, and words beside it say what can be done."""
    page.goto("")
    field = page.get_by_label("Check a code")
    alert = page.get_by_role("alert")
    expect(alert).to_be_hidden()
    field.evaluate("(field) => { field.value = 'K0999\\ud800'; }")
    field.press("Enter")
    expect(alert).to_contain_text("A character in this text is broken")
    expect(alert.get_by_role("link", name="validator")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("broken and cannot be taken along"))
    assert field.evaluate("(field) => field.value === 'K0999\\ud800'")
    field.fill("K0999")
    expect(alert).to_be_hidden()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    field.press("Enter")
    page.wait_for_url("**/validator/#code=K0999")


def test_search(page: Page) -> None:
    """The search finds a rule by its words and leads to its section."""
    page.goto("about/how-it-works/")
    page.get_by_role("textbox", name="Search").press_sequentially("nine digits in a row")
    found = page.get_by_role("dialog", name="Search").get_by_role("link")
    found.filter(has_text="Nine digits in a row").first.click()

    page.wait_for_url("**/identifiers/uei/**#uei-nine-digits")


def test_dark_mode_stays(page: Page) -> None:
    """The switch between light and dark works, and the choice holds on the next page."""
    page.emulate_media(color_scheme="light")
    page.goto("")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto("nations/")

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
