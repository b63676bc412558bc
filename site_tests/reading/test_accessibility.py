"""axe on what the tools show: no violation. `test_visits.py` has the pages as they open."""

from playwright.sync_api import Page, expect

from site_tests.support.checker import Checker, on_line
from site_tests.support.faults import Hold, refuse
from site_tests.support.watch import Watch
from site_tests.visits.axe import violations

# What the validator can show, and the text that makes it do so.
RESULTS = {
    "well formed": "27340",
    "looked up": "DG119",
    "looked up by copying": "ZQGGHJH74DW7",
    "doubtful": "ATLAS",
    "of another kind": "541330",
    "not well formed": "O2FP7",
    "repaired": "NCAGE code: \u200bk0999",
    "damaged": "7.6E+06",
    "missing": "N/A",
    "foreign": "\u0421ABC5 and some more text that is no code",
    "long": "1ABC5" * 100,
    "list": "K0999\nO2FP7\n\nN/A\n541330\nPage 2",
}


def test_message_at_home(page: Page) -> None:
    """The home page has no violation either while it says that it cannot take a text along."""
    page.goto("")
    page.get_by_label("Check a code").evaluate(r"field => { field.value = '\ud800'; }")
    page.get_by_label("Check a code").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()

    assert violations(page) == []


def test_results(page: Page) -> None:
    """No result has a violation, whatever it shows; neither does the field with its message."""
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


def test_first_look(page: Page, watch: Watch) -> None:
    """No first look has a violation, and neither does the loading bar."""
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


def test_slow_line(page: Page) -> None:
    """The offer to load the full check has no violation."""
    on_line(page, "{ saveData: true }")
    checker = Checker(page)
    checker.open("#code=K0999")
    expect(checker.fetch).to_be_visible()

    assert violations(page) == []


def test_failure(page: Page, watch: Watch) -> None:
    """The words of a failure have no violation."""
    page.context.route("**/javascripts/worker/worker.js", refuse)
    watch.tolerate("dynamically imported module")
    watch.expect("The checker stopped")
    checker = Checker(page)
    checker.open("#code=K0999")
    expect(checker.again).to_be_visible()

    assert violations(page) == []


def test_search(page: Page) -> None:
    """The open search with its results has no violation."""
    page.goto("identifiers/")
    page.get_by_role("textbox", name="Search").press_sequentially("check digit")
    expect(page.get_by_role("dialog", name="Search").get_by_role("link").first).to_be_visible()

    assert violations(page) == []
