"""Trusted Types: no script of ours breaks `require-trusted-types-for 'script'`; the theme does.

Chromium is the engine here that knows the directive.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, Worker, expect

from site_tests.support.built import EVERY_PAGE
from site_tests.support.checker import ADDRESS, START_UP, Checker

DEMAND = "require-trusted-types-for 'script'"
REPORT = "content-security-policy-report-only"
ENFORCE = "content-security-policy"
THEMES = {
    "Element innerHTML": "the theme builds what its search finds, and its tooltips, as markup",
    "Worker constructor": "the theme starts the worker of the search by an address",
}
"""What the theme breaks, in its own bundle; each with the reason why it stays."""
# Only in the console does a worker's violation come out, as all else that a test has to hear.
SPEAK = """addEventListener("securitypolicyviolation", (event) =>
  console.info(`violation\t${event.sourceFile}\t${event.sample.split("|")[0]}`))"""


def demand(context: BrowserContext, header: str) -> None:
    """Let the host send a header with every page that demands Trusted Types."""

    def answer(route: Route) -> None:
        if route.request.resource_type != "document":
            route.fallback()
            return
        sent = route.fetch()
        said = sent.headers.get(header)
        value = f"{said}, {DEMAND}" if said else DEMAND
        route.fulfill(response=sent, headers={**sent.headers, header: value})

    context.route("**/*", answer)


@pytest.fixture
def open_context(
    browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[BrowserContext]:
    """Give a context that has the service worker: its address is a script's, too."""
    settings = {**browser_context_args, "service_workers": "allow"}
    with browser.new_context(**settings) as context:
        context.add_init_script(SPEAK)
        yield context


def listen(page: Page) -> list[tuple[str, str]]:
    """Collect the violations on a page and in its workers: the script's address, and the sink."""
    heard: list[tuple[str, str]] = []

    def hear(text: str) -> None:
        word, *rest = text.split("\t")
        if word == "violation":
            heard.append((rest[0], rest[1]))

    def join(worker: Worker) -> None:
        worker.evaluate(SPEAK)

    page.on("console", lambda message: hear(message.text))
    page.on("worker", join)
    return heard


def ours(heard: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """Give the violations that are not the theme's."""
    return {one for one in heard if "/assets/javascripts/bundle." not in one[0]}


def use(page: Page, address: str) -> None:
    """Open a page, search, and on the validator check a code."""
    page.goto(address)
    page.get_by_role("textbox", name="Search").press_sequentially("digit")
    expect(page.get_by_role("dialog", name="Search").get_by_role("link").first).to_be_visible()
    page.keyboard.press("Escape")
    if address == ADDRESS:
        checker = Checker(page)
        checker.wait_until_ready()
        checker.check("K0999\nO2FP7")
    page.wait_for_function(
        "() => navigator.serviceWorker.getRegistration().then((one) => Boolean(one?.active))"
    )


def test_only_the_theme_is_reported(open_context: BrowserContext) -> None:
    """Where the host only asks for reports, those of every page are the theme's, and listed."""
    demand(open_context, REPORT)
    page = open_context.new_page()
    heard = listen(page)
    for address in ("", "identifiers/uei/", "nations/", ADDRESS):
        use(page, address)
    for address in EVERY_PAGE:
        page.goto(address, wait_until="networkidle")

    assert ours(heard) == set()
    assert {sink for _, sink in heard} == set(THEMES)


def test_ours_work_where_they_are_demanded(open_context: BrowserContext) -> None:
    """Where the host enforces them, the full check starts, and the site is kept for offline use."""
    demand(open_context, ENFORCE)
    page = open_context.new_page()
    heard = listen(page)
    page.goto(f"{ADDRESS}#code=K0999")
    checker = Checker(page)
    checker.wait_for_result()
    expect(checker.by).to_have_text("Full check, by every rule", timeout=START_UP)
    expect(page.get_by_text("Ready for offline use.")).to_be_visible(timeout=START_UP)

    assert ours(heard) == set()


@pytest.mark.parametrize("address", ["https://example.org/a.js", "data:text/javascript,1"])
def test_script_of_another_site_is_refused(page: Page, address: str) -> None:
    """No script is named through the policy that is not the site's own."""
    page.goto("")

    with pytest.raises(Exception, match="not a script of this site"):
        page.evaluate("address => trusted.script(address)", address)


def test_browser_without_trusted_types(page: Page, base_url: str) -> None:
    """Where there are none, an address goes as it is."""
    page.add_init_script("delete Window.prototype.trustedTypes; delete window.trustedTypes;")
    page.goto("")
    assert page.evaluate("'trustedTypes' in window") is False

    for address in ("sw.js", "/a/b.js", f"blob:{base_url}"):
        assert page.evaluate("address => trusted.script(address)", address) == address
