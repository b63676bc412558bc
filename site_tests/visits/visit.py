"""One visit to a page, with all that it shows: laws about every page are laws about visits."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from site_tests.support.watch import Watch
from site_tests.visits import axe
from site_tests.visits.layout import LARGE, NARROW, PHONE, STICKING_OUT, stretch
from site_tests.visits.shape import Shape, shape

TEXT = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
WINDOWS = {
    "320 px": (NARROW, None),
    "375 px and large text": (PHONE, LARGE),
    "640 px and large text": (2 * NARROW, LARGE),
    "1280 px and large text": (1280, LARGE),
}
"""The windows in which nothing may stick out: their width, and the size of text if it is set."""


@dataclass(frozen=True)
class Visit:
    """What a page did and showed.

    Attributes:
        address: The page's address below the site's root.
        watch: What went wrong on it, if anything.
        requests: What it requested until it requested nothing more.
        workers: The addresses of its workers then.
        has_map: Whether the map of the world is on it.
        text: The size of its text in each window, in px.
        sticking_out: What sticks out in each window.
        shape: How it is laid out.
        violations: What axe found, with all folds open.
    """

    address: str
    watch: Watch
    requests: list[str]
    workers: list[str]
    has_map: bool
    text: dict[str, float]
    sticking_out: dict[str, list[str]]
    shape: Shape
    violations: list[str]


def visit(browser: Browser, settings: dict[str, Any], base_url: str, address: str) -> Visit:
    """Open a page in a new profile and look at it in every way.

    Args:
        browser: Chromium.
        settings: How to open its contexts.
        base_url: The site's address.
        address: The page's address below that.
    """
    with browser.new_context(**settings, color_scheme="light", reduced_motion="reduce") as context:
        watch = Watch(context, base_url)
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        requests = list(watch.requests)
        workers = [worker.url for worker in page.workers]
        has_map = page.locator("#picture-world").count() > 0
        shown = shape(page)
        violations = axe.violations(page)
        text, sticking_out = _stretched(page)
    return Visit(address, watch, requests, workers, has_map, text, sticking_out, shown, violations)


def _stretched(page: Page) -> tuple[dict[str, float], dict[str, list[str]]]:
    text, sticking_out = {}, {}
    for name, (width, size) in WINDOWS.items():
        stretch(page, width, size)
        text[name] = page.evaluate(TEXT)
        sticking_out[name] = page.evaluate(STICKING_OUT)
    return text, sticking_out
