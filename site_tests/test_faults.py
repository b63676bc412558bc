"""What can go wrong around the checker: it is told in words, and *Try again* works.

Nothing typed is lost, and the next try succeeds as soon as the fault is gone.

The page's own time-outs are used. Its clock is moved forward, so that nobody waits for them.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from site_tests.checker import START_UP, Checker
from site_tests.faults import Hold, garble, lose, refuse
from site_tests.watch import Watch

WORDS = "The checker could not be loaded, or it stopped. What you typed is still in the field."
WAITING = (
    "The checker is still loading. Your text is kept and will be checked as soon as it is ready."
)
STOPPED = "The checker stopped: CheckerError"
PYODIDE = "/runtime/pyodide"
"""Where messages come from that Pyodide writes into the console."""
SETUP, CHECK = 60_000, 10_000
"""The page's time-outs, in milliseconds."""


def expect_failure(checker: Checker) -> None:
    """See that the page says what is wrong, and where to go from here."""
    expect(checker.again).to_be_visible()
    expect(checker.page.get_by_text(WORDS).last).to_be_visible()
    expect(checker.status).to_have_text(WORDS)
    failure = checker.page.locator("[data-part='failure']")
    expect(failure.get_by_role("link", name="command line")).to_be_visible()
    expect(checker.page.get_by_text("The checker has not started.")).to_be_hidden()


def expect_recovery(checker: Checker) -> None:
    """Press *Try again* and see the text that was typed before the fault checked."""
    checker.again.click()
    expect(checker.again).to_be_hidden()
    checker.wait_for_result()
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    expect(checker.field).to_have_value("K0999")


# Which file fails, and how.
QUICK = {
    "worker blocked": ("**/javascripts/worker.js", refuse),
    "pyodide.mjs missing": ("**/runtime/pyodide.mjs", lose),
    "library blocked": ("**/runtime/python_stdlib.zip", refuse),
    "lock broken": ("**/runtime/pyodide-lock.json", garble),
    "wheel blocked": ("**/runtime/*.whl", refuse),
}


@pytest.mark.parametrize(("files", "fault"), QUICK.values(), ids=QUICK.keys())
def test_fault_that_shows_at_once(
    page: Page, watch: Watch, files: str, fault: Callable[[Route], None]
) -> None:
    """A file that is blocked, missing or broken fails in words; Try again works."""
    checker = Checker(page)
    page.context.route(files, fault)
    checker.open("#code=K0999")
    expect_failure(checker)
    watch.expect(STOPPED)
    watch.tolerate(PYODIDE, "is not valid JSON")
    page.context.unroute(files)

    expect_recovery(checker)


HANGING = {
    "wasm blocked": ("**/runtime/pyodide.asm.wasm", refuse),
    "wasm hangs": ("**/runtime/pyodide.asm.wasm", Hold()),
    "wheel hangs": ("**/runtime/*.whl", Hold()),
}


@pytest.mark.parametrize(("files", "fault"), HANGING.values(), ids=HANGING.keys())
def test_fault_that_never_ends(
    page: Page, watch: Watch, files: str, fault: Callable[[Route], None]
) -> None:
    """A file that never comes is given up after a time; Try again works."""
    page.clock.install()
    checker = Checker(page)
    page.context.route(files, fault)
    with page.context.expect_event("request", lambda request: asked_for(request.url, files)):
        checker.open("#code=K0999")
    expect(checker.again).to_be_hidden()
    page.clock.fast_forward(SETUP)
    expect_failure(checker)
    watch.expect(STOPPED)
    watch.tolerate(PYODIDE)
    if isinstance(fault, Hold):
        fault.drop()
    page.context.unroute(files)

    expect_recovery(checker)


def asked_for(address: str, files: str) -> bool:
    """Tell whether an address is one of the files that fail."""
    return address.endswith(files.rpartition("/")[2].lstrip("*"))


def test_worker_killed_during_a_check(page: Page, watch: Watch) -> None:
    """A worker that dies without a word is given up after a time, and Try again starts another."""
    page.clock.install()
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    (worker,) = [worker for worker in page.workers if "javascripts/worker.js" in worker.url]
    worker.evaluate("self.close()")
    checker.field.fill("K0999")
    checker.field.press("Enter")
    expect(checker.progress).to_have_text("Checking …")
    page.clock.fast_forward(CHECK)
    expect_failure(checker)
    watch.expect(STOPPED)

    expect_recovery(checker)


def test_core_that_raises(page: Page, watch: Watch) -> None:
    """An error inside the core is told like any other, and the worker starts afresh."""
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    checker.field.fill("K0999")
    # A kind that the core does not know, as after an update of only half of the files.
    checker.choice.evaluate("select => { select.selectedOptions[0].value = 'unheard-of'; }")
    checker.field.press("Enter")
    expect_failure(checker)
    watch.expect(STOPPED)
    watch.tolerate(PYODIDE)
    checker.choice.evaluate("select => { select.selectedOptions[0].value = ''; }")
    checker.field.press("Enter")
    checker.wait_for_result()

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    expect(checker.again).to_be_hidden()


def test_text_typed_after_a_failure(page: Page, watch: Watch) -> None:
    """Try again checks what stands in the field now, not what stood there when it failed."""
    checker = Checker(page)
    page.context.route("**/javascripts/worker.js", refuse)
    checker.open("#code=855J5")
    expect_failure(checker)
    watch.expect(STOPPED)
    page.context.unroute("**/javascripts/worker.js")
    checker.field.fill("K0999")

    expect_recovery(checker)


def test_text_typed_and_not_sent(page: Page, watch: Watch) -> None:
    """What was typed before the failure, without Enter, is still there after Try again."""
    checker = Checker(page)
    page.context.route("**/runtime/pyodide.mjs", refuse)
    checker.open()
    checker.field.fill("K0999")
    expect_failure(checker)
    watch.expect(STOPPED)
    page.context.unroute("**/runtime/pyodide.mjs")
    checker.again.click()
    expect(checker.again).to_be_hidden(timeout=START_UP)

    expect(checker.field).to_have_value("K0999")


def test_fault_that_stays(page: Page, watch: Watch) -> None:
    """While the fault lasts, Try again fails again in the same words, as often as one tries."""
    checker = Checker(page)
    page.context.route("**/runtime/pyodide.mjs", refuse)
    checker.open("#code=K0999")
    for _ in range(3):
        expect_failure(checker)
        with page.context.expect_event("requestfailed"):
            checker.again.click()
    expect_failure(checker)
    watch.expect(STOPPED)

    expect(checker.field).to_have_value("K0999")


def test_text_sent_while_loading(page: Page) -> None:
    """A check that cannot start yet is announced, waits, and the newest one is done in the end."""
    checker = Checker(page)
    hold = Hold()
    page.context.route("**/runtime/pyodide.asm.wasm", hold)
    with page.context.expect_event("request", lambda request: request.url.endswith(".wasm")):
        checker.open()
    for text in ("855J5", "K0999"):
        checker.field.fill(text)
        checker.field.press("Enter")
        expect(checker.status).to_have_text(WAITING)
        expect(checker.progress).to_have_text(WAITING)
    expect(checker.result).to_be_hidden()
    hold.let_go()
    checker.wait_for_result()

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
