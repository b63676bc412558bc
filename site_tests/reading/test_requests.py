"""What is requested and when: each script at once, and nothing for a check."""

import re

from playwright.sync_api import Error, Page, expect

from site_tests.support.built import EVERY_PAGE
from site_tests.support.checker import Checker
from site_tests.support.watch import Watch

WAITING = """wanted => {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  return wanted.filter((script) => !asked.some((name) => name.endsWith(`/${script}`)));
}"""
"""Names the scripts that a page has not asked for yet."""


def test_check_asks_nobody(checker: Checker, shared_checker: tuple[Checker, Watch]) -> None:
    """A check makes no request at all: what is typed never leaves the page."""
    _, watch = shared_checker
    checker.page.wait_for_load_state("networkidle")
    before = len(watch.requests)
    checker.check("K0999")
    checker.check("O2FP7\nN/A")
    checker.rows.first.get_by_role("button").click()
    expect(checker.detail).to_be_visible()
    # The browser requests the page's icon again whenever the address changes, without the fragment.
    asked = [request for request in watch.requests[before:] if not request.endswith("/favicon.svg")]

    assert asked == []
    assert checker.page.context.cookies() == []


def test_scripts_are_asked_for_at_once(page: Page, base_url: str) -> None:
    """No script of a page waits for another one before the browser asks for it."""
    late = "offline.js"
    page.route(f"**/{late}", lambda _: None)  # its answer never comes
    misses = {}
    for address in EVERY_PAGE:
        html = page.request.get(base_url + address).text()
        named = re.findall(r'<script [^>]*src="([^"]+)"', html)
        wanted = {src.rpartition("/")[2] for src in named}
        expected = sorted(wanted - {late})
        page.goto(address, wait_until="commit")
        try:
            page.wait_for_function(f"wanted => ({WAITING})(wanted).length === 0", arg=expected)
        except Error:
            misses[address] = page.evaluate(WAITING, expected)
        if late not in wanted:
            misses[address] = sorted(wanted)

    assert misses == {}


def test_missing_page(page: Page, watch: Watch) -> None:
    """An address that leads nowhere, however deep, shows the site's own page, with its styles."""
    watch.expect("404")
    answer = page.goto("identifiers/no/such/page/")

    assert answer
    assert answer.status == 404
    assert page.evaluate("document.styleSheets.length") > 2
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Check").click()
    page.wait_for_url("**/validator/")
