"""How the validator's page reports a failure, and what it does afterward."""

from playwright.sync_api import Page, expect

from site_tests.support.checker import START_UP, Checker
from site_tests.support.faults import Hold
from site_tests.support.waiting import wait_until

WORDS = "The checker could not be loaded, or it stopped. What you typed is still in the field."
STOPPED = "The checker stopped: CheckerError"
SETUP, CHECK = 30_000, 10_000
"""The page's time-outs, in milliseconds; that of a check is for a short text."""
PER_CHARACTER = 0.03
"""Milliseconds more for each character of what is checked."""
VERDICT = "Well formed as an NCAGE code"


def expect_failure(checker: Checker) -> None:
    """See that the page says what is wrong, and where to go from here."""
    expect(checker.again).to_be_visible(timeout=START_UP)
    expect(checker.page.get_by_text(WORDS).last).to_be_visible()
    expect(checker.status).to_contain_text(WORDS)
    failure = checker.page.locator("[data-part='failure']")
    expect(failure.get_by_role("link", name="command line")).to_be_visible()
    expect(checker.page.get_by_text("The checker has not started.")).to_be_hidden()


def expect_recovery(checker: Checker) -> None:
    """Press *Try again* and see the text that was typed before the fault checked in full."""
    checker.again.click()
    expect(checker.again).to_be_hidden()
    expect_full_check(checker)


def expect_full_check(checker: Checker, text: str = "K0999") -> None:
    """See a text checked by every rule, and still in the field."""
    checker.wait_for_result()
    expect(checker.by).to_have_text("Full check, by every rule", timeout=START_UP)
    expect(checker.verdict).to_have_text(VERDICT)
    expect(checker.field).to_have_value(text)


def give_up(page: Page, hold: Hold, tries: int) -> None:
    """Let the page's time pass until it has given up on a hanging file, once per path."""
    for number in range(1, tries + 1):
        wait_until(page, lambda: hold.waiting >= number, f"request {number} for the file")  # noqa: B023 - called at once
        page.clock.fast_forward(SETUP + 1)
