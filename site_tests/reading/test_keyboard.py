"""The site by keyboard alone: an order that makes sense, a focus that can be seen, no trap."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_tests.support.checker import START_UP, Checker, on_line
from site_tests.support.faults import Hold, refuse
from site_tests.support.watch import Watch

WIDTHS = (375, 1280)
LOADER = "**/runtime/*/pyodide.mjs"
MOST = 400
"""More stops than any page has: focus that has not come around by then is trapped."""

# What has the focus, and whether that can be seen: a ring of its own or, for the switch between
# light and dark, on its label; inside the window, not hidden, with a size.
# What opens on focus, as the search does on a phone, gets some frames to do so.
FOCUS = """async () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shown = element.matches(".md-option") ? element.nextElementSibling : element;
  const visible = () => {
    const style = getComputedStyle(shown);
    const box = shown.getBoundingClientRect();
    const ring = style.outlineStyle === "auto"
      || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    const inside = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight;
    return ring && inside
      && shown.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  for (let frame = 0; frame < 20 && !visible(); frame += 1) {
    await new Promise(requestAnimationFrame);
  }
  const name = element.getAttribute("aria-label") || element.textContent.trim();
  return {
    what: `${element.tagName.toLowerCase()}.${element.className} ${name.slice(0, 40)}`,
    visible: visible(),
  };
}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of the page until the focus leaves the page."""
    page.evaluate("scrollTo(0, 0)")
    page.mouse.click(1, 1)
    found: list[dict[str, Any]] = []
    while len(found) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return found
        found.append(stop)
    pytest.fail(f"The focus never leaves the page: {found[-3:]}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["", "validator/", "identifiers/cage/", "404.html"])
def test_focus_can_be_seen(page: Page, address: str, width: int) -> None:
    """Every Tab stop can be seen, and the key leads out of the page again."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    found = stops(page)

    assert len(found) > 5
    assert [stop["what"] for stop in found if not stop["visible"]] == []


def test_skip_link(page: Page) -> None:
    """The first stop leads past the navigation; the next one is in the content."""
    page.goto("identifiers/uei/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main article').contains(document.activeElement)")


def test_whole_path(checker: Checker) -> None:
    """Type, check, choose a kind, take a suggestion: all without a mouse."""
    page = checker.page
    checker.field.focus()
    page.keyboard.type("O2FP7")
    page.keyboard.press("Enter")
    checker.wait_for_result()
    expect(checker.field).to_be_focused()
    page.keyboard.press("Tab")
    expect(checker.choice).to_be_focused()
    page.keyboard.press("Tab")
    expect(checker.button).to_be_focused()
    page.keyboard.press("Tab")
    expect(checker.card.get_by_role("button", name="02FP7")).to_be_focused()
    page.keyboard.press("Enter")

    expect(checker.verdict).to_have_text("Well formed as a CAGE code")
    expect(checker.field).to_have_value("02FP7")


def test_focus_after_a_suggestion(checker: Checker) -> None:
    """A suggestion that was taken is gone, so the focus moves on to something that is there."""
    checker.check("O2FP7")
    checker.card.get_by_role("button", name="02FP7").press("Enter")
    expect(checker.verdict).to_have_text("Well formed as a CAGE code")

    assert checker.page.evaluate("document.activeElement !== document.body")


def expect_loading_and_ready(checker: Checker, hold: Hold) -> None:
    """See the focus in the field, and hear that the check is loading and later that it is ready."""
    expect(checker.field).to_be_focused()
    expect(checker.status).to_have_text("Loading the full check.")
    hold.let_go()
    expect(checker.status).to_have_text("The full check is ready.", timeout=START_UP)
    expect(checker.field).to_be_focused()


def test_focus_after_the_load_button(page: Page) -> None:
    """The button that loads the check goes away; the focus is in the field, and words say why."""
    on_line(page, "{ saveData: true }")
    hold = Hold()
    page.route(LOADER, hold)
    checker = Checker(page)
    checker.open()
    checker.fetch.press("Enter")

    expect(checker.fetch).to_be_hidden()
    expect_loading_and_ready(checker, hold)


@pytest.mark.parametrize("text", ["", "K0999"])
def test_focus_after_try_again(page: Page, watch: Watch, text: str) -> None:
    """Try again goes away with its box; the focus is in the field, and words say what happens."""
    watch.tolerate("/runtime/", "Failed to load resource")
    watch.expect("The checker stopped: CheckerError")
    page.route(LOADER, refuse)
    checker = Checker(page)
    checker.open()
    expect(checker.again).to_be_visible(timeout=START_UP)
    checker.field.fill(text)
    hold = Hold()
    page.unroute(LOADER)
    page.route(LOADER, hold)
    checker.again.press("Enter")

    expect(checker.again).to_be_hidden()
    if text == "":
        expect_loading_and_ready(checker, hold)
    else:
        expect(checker.field).to_be_focused()
        expect(checker.status).to_contain_text("The full check follows as soon as it is loaded.")
        hold.let_go()
        checker.wait_for_result()
        expect(checker.field).to_be_focused()


FAULTY = ["Z1VDMSSCTGK5", "Error 1", "Warning 2", "Rule: Check digit"]


@pytest.mark.parametrize(
    ("text", "inside"), [("Z1VDMSSCTGKS", FAULTY), ("ZQGGHJH74DW7", ["SAM.gov"])]
)
def test_order_of_the_result(checker: Checker, text: str, inside: list[str]) -> None:
    """The stops of the result follow its order on the page, from the field to the examples."""
    checker.check(text)
    found = [stop for stop in stops(checker.page) if stop["visible"]]
    # The tabs come before, and one of them is named as the button is.
    all_names = [stop["what"] for stop in found]
    names = all_names[[name.startswith("textarea") for name in all_names].index(True) :]
    order = ["textarea", "select", "Check", *inside, "Copy as text", "Copy as JSON", "855J5"]
    places = [next(i for i, name in enumerate(names) if words in name) for words in order]

    assert places == sorted(places)


def test_mark_leads_to_its_finding(checker: Checker) -> None:
    """Enter on a mark moves the focus to the finding, and Tab goes on from there."""
    checker.check("Z1VDMSSCTGKS")
    checker.result.get_by_role("button", name="Warning 2").press("Enter")
    found = checker.section("What was found").get_by_role("listitem").nth(1)
    expect(found).to_be_focused()
    checker.page.keyboard.press("Tab")

    expect(found.get_by_role("link").first).to_be_focused()


def test_readings_open_by_key(checker: Checker) -> None:
    """The kinds that the text does not fit open with Enter."""
    checker.check("O2FP7")
    summary = checker.result.get_by_text("Kinds that it does not fit")
    summary.press("Enter")

    expect(checker.result.get_by_text("Not well formed as a CAGE code")).to_be_visible()


def test_list(checker: Checker) -> None:
    """In a list, Enter is a line end; Control and Enter check; a line is chosen with Enter."""
    page = checker.page
    checker.field.focus()
    page.keyboard.type("K0999")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("O2FP7")
    page.keyboard.press("Enter")
    page.keyboard.type("855J5")
    expect(checker.field).to_have_value("K0999\nO2FP7\n855J5")
    expect(checker.result).to_be_hidden()
    page.keyboard.press("ControlOrMeta+Enter")
    expect(checker.rows).to_have_count(3)
    checker.rows.nth(1).get_by_role("button").press("Enter")

    expect(checker.detail).to_contain_text("Not well formed as an NCAGE code")
    expect(checker.rows.nth(1).get_by_role("button")).to_be_focused()


def test_enter_of_an_input_method(checker: Checker) -> None:
    """Enter that ends an input method's composition does not check."""
    checker.field.fill("K0999")
    checker.field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})

    expect(checker.result).to_be_hidden()


def test_search_by_key(page: Page) -> None:
    """The search opens with its key, its results are reached with Tab, and Escape closes it."""
    page.goto("identifiers/")
    page.keyboard.press("/")
    field = page.get_by_role("textbox", name="Search")
    expect(field).to_be_focused()
    # The search answers each key; only the last one here is a key, so there is one answer.
    page.keyboard.insert_text("check digi")
    page.keyboard.press("t")
    found = page.get_by_role("dialog", name="Search").get_by_role("link").first
    expect(found).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(found).to_be_focused()
    page.keyboard.press("Escape")

    expect(found).to_be_hidden()
