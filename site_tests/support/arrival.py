"""A tool's page before the module of the tool has come."""

from playwright.sync_api import Page

from site_tests.support.faults import Hold

VALIDATOR, HOME = "**/javascripts/validator/validator.js", "**/javascripts/validator/home.js"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
STATE = "document.documentElement.dataset.tool"


def hold_back(page: Page, module: str) -> Hold:
    """Keep a module from coming."""
    hold = Hold()
    page.route(module, hold)
    return hold


def arrive(page: Page, address: str) -> None:
    """Go to a page, and look at it before its module is there."""
    page.goto(address, wait_until="commit")
    page.wait_for_function(PAINTED)
    assert page.evaluate(STATE) == "waiting"
