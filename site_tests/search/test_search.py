"""The search: its index is loaded when somebody goes to the search field, and not before."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from site_build.site import SITE
from site_tests.support.faults import Hold, garble, lose, refuse
from site_tests.support.watch import Watch

INDEX = "**/search/search_index.json"
PAGES = ["validator/", "identifiers/uei/"]
FAILED = "The search could not be loaded."


def field(page: Page) -> Locator:
    """Give the search field."""
    return page.get_by_role("textbox", name="Search")


def expect_answer(page: Page) -> None:
    """See that what is in the search field was searched for and found."""
    found = page.get_by_role("dialog", name="Search").get_by_role("link")
    expect(found.filter(has_text="Nine digits in a row").first).to_be_visible()


def asked(watch: Watch) -> int:
    """Count the requests for the index."""
    return len([address for address in watch.requests if "search_index" in address])


@pytest.mark.parametrize("address", PAGES)
def test_index_waits_for_the_focus(page: Page, watch: Watch, address: str) -> None:
    """No page asks for the index before the search field has the focus, and then once."""
    page.goto(address, wait_until="networkidle")
    assert asked(watch) == 0
    with page.expect_request(INDEX):
        field(page).focus()
    field(page).blur()
    field(page).press_sequentially("nine digits in a row")
    expect_answer(page)

    assert asked(watch) == 1


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_keys_of_the_search(page: Page, key: str) -> None:
    """The keys that open the search load the index, too."""
    page.goto("about/how-it-works/")
    page.keyboard.press(key)
    expect(field(page)).to_be_focused()
    page.keyboard.type("nine digits in a row")

    expect_answer(page)


def test_field_opened_by_its_icon(page: Page) -> None:
    """On a phone, where an icon hides the field, a press on the icon loads the index."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto("about/how-it-works/")
    page.locator("header").locator("label[for='__search']").first.click()
    field(page).press_sequentially("nine digits in a row")

    expect_answer(page)


def test_words_in_the_address(page: Page) -> None:
    """A link that carries words to look for (`?q=`) loads the index and shows what it finds."""
    page.goto("about/how-it-works/?q=nine+digits+in+a+row")

    expect_answer(page)


def test_words_typed_before_the_index(page: Page) -> None:
    """What is typed while the index is on its way is searched for when it has come."""
    hold = Hold()
    page.context.route(INDEX, hold)
    page.goto("about/how-it-works/")
    with page.expect_request(INDEX):
        field(page).focus()
    page.keyboard.type("nine digits in a row")
    expect(page.get_by_text("Initializing search")).to_be_visible()
    hold.let_go()

    expect_answer(page)


FAULTS = {"blocked": refuse, "lost": lose, "not the index": garble}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_index_that_does_not_come(page: Page, watch: Watch, fault: Callable[[Route], None]) -> None:
    """An index that fails is reported in words, and the next visit to the field loads it."""
    watch.expect("The search index was not loaded")
    watch.tolerate("Failed to load resource")
    page.context.route(INDEX, fault)
    page.goto("about/how-it-works/")
    field(page).press_sequentially("nine digits")
    expect(page.get_by_text(FAILED)).to_be_visible()
    page.context.unroute(INDEX)
    field(page).blur()
    field(page).press("End")
    page.keyboard.type(" in a row")
    expect_answer(page)

    expect(page.get_by_text(FAILED)).to_be_hidden()
    expect(field(page)).to_have_value("nine digits in a row")
    assert asked(watch) == 2


def test_excerpts() -> None:
    """A result shows the page's text: no keys, no gaps left by keys, no cells run together."""
    index = json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))
    texts = {doc["location"]: doc["text"] for doc in index["docs"]}
    owners = texts["keep/ownership/#owners"]

    assert "names two kinds of owner" in owners
    assert "far-52-204-17" not in owners
    gaps = {place: re.findall(r"\w+ [.,;:)](?=\s)", text) for place, text in texts.items()}
    assert {place: found for place, found in gaps.items() if found} == {}
    assert "Immediate owner the entity that directly controls the offeror CAGE" in owners


def test_other_requests_are_left_alone(page: Page) -> None:
    """Any other XMLHttpRequest of the page is made at once and answers as usual."""
    page.goto("about/how-it-works/")
    answer = page.evaluate(
        """() => new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.open("GET", "../../sitemap.xml");
          request.addEventListener("load", () => resolve([request.status, request.response]));
          request.send();
        })"""
    )

    assert answer[0] == 200
    assert "<urlset" in answer[1]
