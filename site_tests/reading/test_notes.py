"""Notes beside statements, in a browser: what they show, where they lead, and on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

PAGE = "keep/life-cycle/"
SHOWN = "ref => getComputedStyle(ref, '::after').content"


@pytest.mark.parametrize("width", [375, 1280])
def test_note_shows_its_sources(page: Page, width: int) -> None:
    """Under the pointer and with the focus a note shows what it cites; otherwise it does not."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(PAGE)
    first = page.get_by_role("link", name=re.compile("^Source 1: ")).first
    names = first.get_attribute("data-sources")

    assert names
    assert first.evaluate(SHOWN) in {"none", "normal"}
    first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    assert first.evaluate(SHOWN) == f'"{names}"'
    first.blur()
    first.hover()
    assert first.evaluate(SHOWN) == f'"{names}"'
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_escape_puts_it_away(page: Page) -> None:
    """What lies over the text goes with Escape, and comes back with the next note."""
    page.goto(PAGE)
    first, second = (page.locator(f"#ref-{number}") for number in (1, 2))
    first.hover()
    page.keyboard.press("Escape")
    assert first.evaluate(SHOWN) in {"none", "normal"}
    second.hover()
    assert second.evaluate(SHOWN) == f'"{second.get_attribute("data-sources")}"'


def test_note_leads_to_its_sources_and_back(page: Page) -> None:
    """A note leads to its place in the list, from where one gets back to the statement."""
    page.goto(PAGE)
    page.get_by_role("link", name=re.compile("^Source 2: ")).first.click()
    expect(page.locator("#note-2")).to_be_in_viewport()
    page.get_by_role("link", name="Back to note 2", exact=True).click()
    expect(page.locator("#ref-2")).to_be_in_viewport()


def test_notes_on_paper(page: Page) -> None:
    """On paper the numbers and the list are there; the ways back are not."""
    page.emulate_media(media="print")
    page.goto(PAGE)
    expect(page.locator("#ref-1")).to_be_visible()
    expect(page.locator("#note-1")).to_be_visible()
    expect(page.get_by_role("link", name="Back to note 1", exact=True)).to_be_hidden()
