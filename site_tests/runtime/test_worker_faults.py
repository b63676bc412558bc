"""What can go wrong with the worker: it does not arrive, it dies, or its core raises an error.

The page's own time-outs are used; its clock is moved forward, so that nobody waits for them.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from site_tests.support.checker import START_UP, Checker, python_workers
from site_tests.support.failure import (
    CHECK,
    PER_CHARACTER,
    STOPPED,
    expect_failure,
    expect_full_check,
    expect_recovery,
    give_up,
)
from site_tests.support.faults import Hold, garble, lose, refuse
from site_tests.support.watch import Watch

SCRIPTS = ["worker.js", "downloads.js"]
MOST = 200
"""The lines of a list that are checked."""
LONG_LIST = "\n".join(["1ABC5 " * 500] * MOST)
"""One that takes long enough to be interrupted."""

# A worker in a check hears nothing, so no message can end it. The page's handle can.
KILLABLE = """{
  const Plain = window.Worker;
  window.workers = [];
  window.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      window.workers.push(this);
    }
  };
}"""
KILL = """() => {
  window.workers.at(-1).terminate();
  return document.querySelector("[data-module='code-checker']").dataset.state;
}"""


@pytest.mark.parametrize("fault", [refuse, lose, garble], ids=["blocked", "lost", "garbled"])
@pytest.mark.parametrize("file", SCRIPTS)
def test_worker(page: Page, watch: Watch, file: str, fault: Callable[[Route], None]) -> None:
    """A worker that cannot be loaded is reported in words; Try again works."""
    watch.tolerate("Failed to load resource", "SyntaxError", "dynamically imported module")
    checker = Checker(page)
    page.route(f"**/javascripts/worker/{file}", fault)
    checker.open("#code=K0999")
    expect_failure(checker)
    watch.expect(STOPPED)
    page.unroute(f"**/javascripts/worker/{file}")

    expect_recovery(checker)


@pytest.mark.parametrize("file", SCRIPTS)
def test_hanging_script(page: Page, watch: Watch, file: str) -> None:
    """A worker whose script never comes is given up, once per path, with words; Try again works."""
    page.clock.install()
    checker = Checker(page)
    hold = Hold()
    page.route(f"**/javascripts/worker/{file}", hold)
    checker.open("#code=K0999")
    give_up(page, hold, 2)
    expect_failure(checker)
    expect(checker.by).to_have_text("First look, by the patterns")
    watch.expect(STOPPED)
    hold.drop()
    page.unroute(f"**/javascripts/worker/{file}")

    expect_recovery(checker)


def test_worker_that_died_before_a_check(page: Page, watch: Watch) -> None:
    """A worker that has died silently is given up after a time, and Try again helps."""
    page.clock.install()
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    (worker,) = python_workers(page)
    worker.evaluate("self.close()")
    checker.field.fill("K0999")
    checker.field.press("Enter")
    expect(checker.progress).to_have_text("Checking …")
    page.clock.fast_forward(CHECK)
    expect_failure(checker)
    watch.expect(STOPPED)

    expect(checker.by).to_have_text("First look, by the patterns")
    expect_recovery(checker)


def test_worker_killed_during_a_check(page: Page, watch: Watch) -> None:
    """A worker that dies amid a long list is given up after a time, and Try again checks the list.

    Meanwhile the patterns answer, and the list is still in the field.
    """
    page.add_init_script(KILLABLE)
    page.clock.install()
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    # Playwright types a list of this length for minutes.
    checker.field.evaluate("(field, text) => { field.value = text; }", LONG_LIST)
    checker.field.press("ControlOrMeta+Enter")
    expect(page.locator("[data-state='busy']")).to_be_visible()
    assert page.evaluate(KILL) == "busy"
    page.clock.fast_forward(CHECK + round(PER_CHARACTER * len(LONG_LIST)) + 1000)
    expect_failure(checker)
    watch.expect(STOPPED)

    assert checker.field.input_value() == LONG_LIST
    expect(checker.by).to_have_text("First look, by the patterns")
    expect(checker.verdict).to_contain_text(f"{MOST} lines: ")
    checker.again.click()
    checker.wait_for_result()
    expect(checker.by).to_have_text("Full check, by every rule", timeout=START_UP)
    expect(checker.rows).to_have_count(MOST)
    assert checker.field.input_value() == LONG_LIST


def test_core_that_raises(page: Page, watch: Watch) -> None:
    """An error inside the core is reported like any other, and a new worker starts."""
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    checker.field.fill("K0999")
    # A kind that the core does not know, as after an update of only half of the files.
    checker.choice.evaluate("select => { select.selectedOptions[0].value = 'unheard-of'; }")
    checker.field.press("Enter")
    expect_failure(checker)
    watch.expect(STOPPED)
    checker.choice.evaluate("select => { select.selectedOptions[0].value = ''; }")
    checker.field.press("Enter")

    expect_full_check(checker)
    expect(checker.again).to_be_hidden()


def test_result_that_cannot_be_shown(page: Page, watch: Watch) -> None:
    """An error in the page itself while it shows a result is reported, and reaches the console."""
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    page.evaluate(
        """() => {
          Element.prototype.replaceChildren = () => { throw new Error("broken by the test"); };
        }"""
    )
    checker.field.fill("K0999")
    checker.field.press("Enter")
    expect(checker.message).to_have_text(
        "The result cannot be shown. Copy what you typed, then reload the page."
    )
    expect(checker.status).to_have_text(checker.message.inner_text().removeprefix("✕ "))
    watch.expect("script error: broken by the test")

    expect(checker.field).to_be_visible()
    expect(checker.again).to_be_hidden()
