"""Waits for what no expectation of Playwright's can name; each has an end, for CI's sake."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

LONGEST = 120
"""Seconds after which a busy machine is given up on."""


def wait_until(page: Page, condition: Callable[[], object], what: str) -> None:
    """Ask again and again until a condition holds, and let the browser's events in meanwhile.

    Args:
        page: Any page that is open.
        condition: What is asked.
        what: What the test waits for, in the words of the failure message.
    """
    end = time.monotonic() + LONGEST
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"This did not come about in {LONGEST} seconds: {what}.", pytrace=False)
        page.wait_for_timeout(20)
