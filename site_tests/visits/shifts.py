"""What moves on a page by itself, as Chromium reports it."""

from typing import Any

from playwright.sync_api import Page

NOTE = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const moved = entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? "text");
      window.shifts.push([entry.value, ...moved]);
    }
  }).observe({ type: "layout-shift", buffered: false });"""


def note(page: Page) -> None:
    """Begin to record what moves, on the page that is open."""
    page.evaluate(f"() => {{{NOTE}}}")


def note_from_the_start(page: Page) -> None:
    """Record what moves on the pages opened from now on, from their first picture on."""
    page.add_init_script(NOTE)


def noted(page: Page) -> list[Any]:
    """Give how far each thing moved, and what it was, once the browser has shown it all."""
    page.evaluate("() => new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)))")
    shifts: list[Any] = page.evaluate("window.shifts")
    return shifts
