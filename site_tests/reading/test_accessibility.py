"""axe on every page: WCAG 2.0, 2.1 and 2.2 at A and AA, and best practices; no violation."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from site_tests.support.built import EVERY_PAGE
from site_tests.support.checker import Checker, on_line
from site_tests.support.faults import Hold, refuse
from site_tests.support.watch import Watch

WIDTHS = (375, 1280)
SCHEMES = {"light": "default", "dark": "slate"}
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
# What the validator can show, and the text that makes it do so.
RESULTS = {
    "well formed": "27340",
    "not well formed": "O2FP7",
    "repaired": "NCAGE code: \u200bk0999",
    "damaged": "7.6E+06",
    "missing": "N/A",
    "foreign": "\u0421ABC5 and some more text that is no code",
    "long": "1ABC5" * 100,
    "list": "K0999\nO2FP7\n\nN/A",
}

axe = Axe()


def violations(page: Page) -> list[str]:
    """Run axe at every width; give each violation with the first places where it is."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for one in axe.run(page, options=OPTIONS).response["violations"]:
            places = [str(node["html"])[:120] for node in one["nodes"][:3]]
            found.append(f"{width} px: {one['id']}, {len(one['nodes'])} times: {places}")
    return found


def dress(page: Page, scheme: Any) -> None:  # noqa: ANN401 - Playwright's own words
    """Choose light or dark. Without motion, so that no colour is seen half way to another."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", EVERY_PAGE)
def test_page(page: Page, address: str, scheme: str) -> None:
    """No page has a violation, light or dark, narrow or wide."""
    dress(page, scheme)
    page.goto(address)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])

    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_message_at_home(page: Page, scheme: str) -> None:
    """Nor has the home page a violation while it says that it cannot take a text along."""
    dress(page, scheme)
    page.goto("")
    page.get_by_label("Check a code").evaluate(r"field => { field.value = '\ud800'; }")
    page.get_by_label("Check a code").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_results(page: Page, scheme: str) -> None:
    """No result has a violation, whatever it shows; nor has the field with its message."""
    dress(page, scheme)
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    checker.field.press("Enter")
    expect(checker.message).to_be_visible()
    found = {"nothing typed": violations(page)}
    for name, text in RESULTS.items():
        checker.check(text)
        if name == "list":
            checker.rows.nth(1).get_by_role("button").click()
            expect(checker.detail).to_be_visible()
        found[name] = violations(page)

    assert {name: problems for name, problems in found.items() if problems} == {}


LOOKS = ("K0999", "N4YFFGL4CDX6", "O2FP7", "CAGE: 1abc5", "K0999\nO2FP7")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_first_look(page: Page, watch: Watch, scheme: str) -> None:
    """No first look has a violation, nor has the bar of what is loading."""
    dress(page, scheme)
    hold = Hold()
    page.route("**/runtime/*/snapshot.bin.gz", hold)
    watch.tolerate("Failed to load resource", "/runtime/")
    checker = Checker(page)
    checker.open()
    expect(checker.bar).to_be_visible()
    found = {"loading": violations(page)}
    for text in LOOKS:
        checker.field.fill(text)
        checker.button.click()
        checker.wait_for_look()
        found[text] = violations(page)
    hold.drop()

    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_slow_line(page: Page, scheme: str) -> None:
    """The offer to load the full check has no violation."""
    dress(page, scheme)
    on_line(page, "{ saveData: true }")
    checker = Checker(page)
    checker.open("#code=K0999")
    expect(checker.fetch).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_failure(page: Page, watch: Watch, scheme: str) -> None:
    """The words of a failure have no violation."""
    dress(page, scheme)
    page.context.route("**/javascripts/worker.js", refuse)
    watch.tolerate("dynamically imported module")
    watch.expect("The checker stopped")
    checker = Checker(page)
    checker.open("#code=K0999")
    expect(checker.again).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_search(page: Page, scheme: str) -> None:
    """The open search with its results has no violation."""
    dress(page, scheme)
    page.goto("identifiers/")
    page.get_by_role("textbox", name="Search").press_sequentially("check digit")
    expect(page.get_by_role("dialog", name="Search").get_by_role("link").first).to_be_visible()

    assert violations(page) == []
