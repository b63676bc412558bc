"""Without JavaScript, or when ours does not start: what is there can be read and leads on."""

import pytest
from playwright.sync_api import Page, Route, expect

from cagecore import wire
from site_tests.support.built import PAGES
from site_tests.support.checker import Checker
from site_tests.support.faults import Hold, lose
from site_tests.support.watch import Watch

NO_SCRIPT = pytest.mark.browser_context_args(java_script_enabled=False)
SCHEMES = ("cage", "ncage", "uei", "duns")
MODULE = "**/javascripts/validator/validator.js"


def expect_words(page: Page) -> None:
    """See that the validator's page says how to check by hand, and hides what would not work."""
    by_hand = page.locator("[data-part='by-hand']")
    expect(page.get_by_text("The checker has not started.")).to_be_visible()
    expect(page.get_by_text("python -m cagecore check 1ABC5")).to_be_visible()
    for scheme in SCHEMES:
        known = wire.catalogue()["schemes"][scheme]
        expect(by_hand.get_by_role("listitem").filter(has_text=known["shape"])).to_be_visible()
        expect(by_hand.get_by_role("link", name=known["name"], exact=True)).to_be_visible()
    expect(page.get_by_role("textbox", name="Code, or a list of codes")).to_be_hidden()
    expect(page.get_by_role("button", name="Check", exact=True)).to_be_hidden()


@NO_SCRIPT
def test_validator(page: Page) -> None:
    """Without script the validator says what to do by hand, and its links work."""
    page.goto("validator/#code=K0999")
    expect_words(page)
    page.locator("[data-part='by-hand']").get_by_role("link", name="UEI", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")


@NO_SCRIPT
def test_home(page: Page) -> None:
    """Without script the home page hides the field and says where to go."""
    page.goto("")
    expect(page.get_by_label("Check a code")).to_be_hidden()
    expect(page.get_by_text("The checker needs JavaScript.")).to_be_visible()
    words = page.get_by_text("The checker needs JavaScript.")
    words.get_by_role("link", name="command line").click()

    page.wait_for_url("**/developers/command-line/")


@NO_SCRIPT
def test_every_page_can_be_read(page: Page) -> None:
    """Without script every page shows its heading and text, and its navigation leads on."""
    misses = []
    for address in PAGES:
        page.goto(address)
        links = page.get_by_role("navigation").get_by_role("link", name="Look up")
        whole = (
            page.get_by_role("heading", level=1).is_visible()
            and links.filter(visible=True).count() > 0
            and len(page.get_by_role("main").inner_text()) > 200
        )
        if not whole:
            misses.append(address)

    assert misses == []


@pytest.mark.parametrize("name", ["validator/validator", "report/report-view", "site/fragment"])
def test_script_that_does_not_arrive(page: Page, watch: Watch, name: str) -> None:
    """Where one of our own scripts is lost, the words shown without script stay."""
    page.context.route(f"**/javascripts/{name}.js", lose)
    watch.expect("Failed to load resource")
    page.goto("validator/")

    expect_words(page)


def test_script_that_breaks(page: Page, watch: Watch) -> None:
    """They also stay where it arrives and cannot be run."""

    def break_it(route: Route) -> None:
        route.fulfill(content_type="text/javascript", body="throw new Error('broken on purpose')")

    watch.expect("broken on purpose")
    page.route(MODULE, break_it)
    page.goto("validator/#code=K0999")

    expect_words(page)


def test_script_that_hangs(page: Page) -> None:
    """Where it stays away, they appear after a while; when it comes, so do tool and request."""
    page.clock.install()
    hold = Hold()
    page.route(MODULE, hold)
    checker = Checker(page)
    page.goto("validator/", wait_until="commit")
    checker.field.fill("K0999")
    checker.field.press("Enter")
    page.clock.fast_forward("01:00")
    expect_words(page)
    page.clock.resume()
    hold.let_go()
    checker.wait_for_result()

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    expect(page.get_by_text("The checker has not started.")).to_be_hidden()


@pytest.mark.parametrize(
    "script",
    [
        "delete globalThis.Worker;",
        "globalThis.Worker = class { constructor() { throw new Error('no workers here'); } };",
    ],
    ids=["unknown", "refused"],
)
def test_without_workers(page: Page, watch: Watch, script: str) -> None:
    """Where no worker can be made, the patterns answer, and the page says that this is all."""
    watch.expect("The checker stopped")
    page.add_init_script(script)
    checker = Checker(page)
    checker.open("#code=K0999")
    expect(checker.again).to_be_visible()

    checker.wait_for_look()
    expect(checker.verdict).to_contain_text("NCAGE")
    expect(checker.field).to_have_value("K0999")
