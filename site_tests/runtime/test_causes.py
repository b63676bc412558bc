"""Where it is known why there is no full check, the page says that, and not "your connection"."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserType, Page, expect

from site_tests.engines.chromium import FLAGS
from site_tests.support.checker import Checker, python_workers
from site_tests.support.failure import CHECK, SETUP, STOPPED, expect_full_check
from site_tests.support.faults import Hold
from site_tests.support.waiting import wait_until
from site_tests.support.watch import Watch

NIGHT = 8 * 60 * 60 * 1000
"""Milliseconds that a machine sleeps: a timer that was due then goes off once, late."""
CONNECTION = re.compile("connection", re.IGNORECASE)
ASLEEP = "This machine slept, or the browser paused this page, while the checker was at work."


@pytest.fixture
def bare(
    browser_type: BrowserType, chromium: str, base_url: str
) -> Iterator[tuple[Checker, Watch]]:
    """Give the validator in a browser that has no WebAssembly."""
    flags = [*FLAGS, "--js-flags=--jitless"]
    browser = browser_type.launch(executable_path=chromium, args=flags)
    with browser.new_context(base_url=base_url, service_workers="block") as context:
        yield Checker(context.new_page()), Watch(context, base_url)
    browser.close()


def expect_asleep(checker: Checker) -> None:
    """See that the page says that the machine slept, and nothing of a connection."""
    box = checker.page.locator("[data-part='asleep']")
    expect(box).to_be_visible()
    expect(box).to_contain_text(ASLEEP)
    expect(box).not_to_contain_text(CONNECTION)
    expect(checker.status).to_contain_text(ASLEEP)
    expect(checker.page.locator("[data-part='failure']")).to_be_hidden()


def test_sleep_during_a_check(page: Page, watch: Watch) -> None:
    """A machine that slept gets the time again; a worker that is dead then is given up in words."""
    page.clock.install()
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    (worker,) = python_workers(page)
    worker.evaluate("self.close()")
    checker.field.fill("K0999")
    checker.field.press("Enter")
    expect(checker.progress).to_have_text("Checking …")
    page.clock.fast_forward(NIGHT)
    expect(checker.progress).to_have_text("Checking …")
    page.clock.fast_forward(CHECK + 1000)
    expect_asleep(checker)
    watch.expect(STOPPED)

    checker.again.locator("visible=true").click()
    expect_full_check(checker)


def test_sleep_while_loading(page: Page, watch: Watch) -> None:
    """A machine that slept while Python was on its way goes on loading, and not from the start."""
    page.clock.install()
    checker = Checker(page)
    hold = Hold()
    page.route("**/runtime/**/pyodide.mjs", hold)
    checker.open("#code=K0999")
    wait_until(page, lambda: hold.waiting, "a request for the file")
    page.clock.fast_forward(NIGHT)
    hold.let_go()

    expect_full_check(checker)
    assert len([address for address in watch.requests if "pyodide.mjs" in address]) == 1


def test_sleep_without_end(page: Page, watch: Watch) -> None:
    """Where nothing comes after the sleep either, the page says that the machine slept."""
    page.clock.install()
    checker = Checker(page)
    hold = Hold()
    page.route("**/runtime/**/pyodide.mjs", hold)
    checker.open("#code=K0999")
    for number in (1, 2):
        wait_until(page, lambda: hold.waiting >= number, "a request for the file")  # noqa: B023 - called at once
        page.clock.fast_forward(NIGHT)
        page.clock.fast_forward(SETUP + 1)
    expect_asleep(checker)
    watch.expect(STOPPED)

    expect(checker.by).to_have_text("First look, by the patterns")
    hold.drop()


def test_browser_without_webassembly(bare: tuple[Checker, Watch]) -> None:
    """A browser without WebAssembly is told so at once, loads nothing for it, and still answers."""
    checker, watch = bare
    checker.open("#code=K0999")
    box = checker.page.locator("[data-part='unable']")
    expect(box).to_be_visible()
    expect(box).to_contain_text("The full check needs WebAssembly")
    expect(box).not_to_contain_text(CONNECTION)
    expect(checker.status).to_contain_text("The full check needs WebAssembly")
    expect(checker.by).to_have_text("First look, by the patterns")
    checker.field.fill("DG119")
    checker.field.press("Enter")
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    expect(box).to_be_visible()
    watch.expect(STOPPED)

    assert [address for address in watch.requests if "/runtime/" in address] == []
    assert python_workers(checker.page) == []
    watch.verify()
