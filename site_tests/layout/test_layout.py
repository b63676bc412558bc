"""No result is cut off: at 320 px, and with text at 200 %, on a phone too."""

import pytest
from playwright.sync_api import Page, expect

from site_tests.support.checker import Checker
from site_tests.visits.layout import LARGE, NARROW, PHONE, STICKING_OUT, stretch

LIST = "K0999\nO2FP7\n\nN/A\n1ABC5 and some more text that makes the line long"


@pytest.mark.parametrize(
    ("width", "text"),
    [(NARROW, None), (PHONE, LARGE), (2 * NARROW, LARGE)],
    ids=["narrow", "phone and large text", "large text"],
)
def test_results(page: Page, width: int, text: int | None) -> None:
    """No result sticks out, whether short, long, damaged or a list."""
    stretch(page, width, text)
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    found = {}
    for typed in ("27340", "Z1VDMSSCTGKS", "A" * 500, "7.6E+06", "\u200b" * 40, "<b> " * 20, LIST):
        checker.check(typed)
        if typed == LIST:
            checker.rows.nth(1).get_by_role("button").click()
            expect(checker.detail).to_be_visible()
        found[typed[:20]] = page.evaluate(STICKING_OUT)

    assert {typed: problems for typed, problems in found.items() if problems} == {}


def test_twelve_characters_in_one_line(page: Page) -> None:
    """On a phone the twelve characters of a UEI are side by side."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto("identifiers/uei/")
    cells = page.locator("#picture-anatomy-uei .cc-cut__cell")
    boxes = [box for cell in cells.all() if (box := cell.bounding_box())]

    expect(cells).to_have_count(12)
    assert len({round(box["y"]) for box in boxes}) == 1
    assert all(box["width"] > 20 and box["x"] + box["width"] <= 375 for box in boxes)
