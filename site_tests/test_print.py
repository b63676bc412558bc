"""On paper a page is text, tables and pictures, and nothing to press."""

from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

PAPER: ViewportSize = {"width": 794, "height": 1123}
"""A4 at 96 dots an inch."""

WIDTHS = """[...document.querySelectorAll("figure[id^='picture-']:not(#picture-world) > svg")]
  .map((drawing) => drawing.getBoundingClientRect().width)"""


@pytest.mark.parametrize("address", ["nations/", "identifiers/", "identifiers/uei/"])
def test_print(page: Page, address: str) -> None:
    """On paper there is the text without the navigation, in dark ink on white."""
    page.emulate_media(color_scheme="light", media="print")
    page.goto(address)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("banner")).to_be_hidden()
    for navigation in page.get_by_role("navigation").all():
        expect(navigation).to_be_hidden()


@pytest.mark.parametrize("address", ["get/", "keep/life-cycle/", "use/several-codes/"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_pictures_keep_their_size(
    page: Page, address: str, media: Literal["screen", "print"]
) -> None:
    """Where there is more room than a drawing needs, its words are no larger than the page's."""
    page.set_viewport_size(PAPER)
    page.emulate_media(media=media)
    page.goto(address)
    widths: list[float] = page.evaluate(WIDTHS)

    assert widths
    assert max(widths) < PAPER["width"] / 2


@pytest.mark.parametrize("address", ["nations/", "questions/history/"])
def test_words_of_pictures_on_paper(page: Page, address: str) -> None:
    """What a picture says in words is printed, opened on the screen or not."""
    page.set_viewport_size(PAPER)
    page.goto(address)
    details = page.get_by_role("main").locator("details").first
    closed = details.bounding_box()
    page.emulate_media(media="print")
    printed = details.bounding_box()

    assert closed
    assert printed
    assert printed["height"] > 5 * closed["height"]
