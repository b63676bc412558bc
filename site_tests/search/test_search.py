"""The search: its index is loaded when somebody types into the field, and not before."""

import gzip
import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from site_build.search.index import OURS
from site_build.site import SITE
from site_tests.support.faults import Hold, garble, lose, refuse
from site_tests.support.watch import Watch

INDEX = "**/search/index.json"
PAGES = ["validator/", "identifiers/uei/"]
FAILED = "The search could not be loaded"
ENGINE = 8
"""The index, five modules of ours and two packages."""
LARGEST = 130_000
"""Bytes of all that the first words load, as a host compresses it."""


def field(page: Page) -> Locator:
    """Give the search field."""
    return page.get_by_role("textbox", name="Search")


def expect_answer(page: Page) -> None:
    """See that what is in the search field was searched for and found."""
    found = page.get_by_role("dialog", name="Search").get_by_role("link")
    expect(found.filter(has_text="Nine digits in a row").first).to_be_visible()


def asked(watch: Watch) -> int:
    """Count the requests for the index."""
    return len([address for address in watch.requests if address.endswith("search/index.json")])


@pytest.mark.parametrize("address", PAGES)
def test_nothing_before_the_first_words(page: Page, watch: Watch, address: str) -> None:
    """No page asks for the index, or for what searches it, before somebody types; and then once."""
    page.goto(address, wait_until="networkidle")
    field(page).focus()
    page.wait_for_load_state("networkidle")
    early = [place for place in watch.requests if re.search(r"packages/|search/(?!se)", place)]
    assert early == []
    with page.expect_request(INDEX):
        page.keyboard.type("nine digits")
    page.keyboard.type(" in a row")
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
    field(page).focus()
    with page.expect_request(INDEX):
        page.keyboard.type("n")
    page.keyboard.type("ine digits in a row")
    hold.let_go()

    expect_answer(page)


FAULTS = {"blocked": refuse, "lost": lose, "not the index": garble}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_index_that_does_not_come(page: Page, watch: Watch, fault: Callable[[Route], None]) -> None:
    """An index that fails is reported in words, and the next words that are typed load it."""
    watch.expect("The search could not be loaded")
    watch.tolerate("Failed to load resource")
    page.context.route(INDEX, fault)
    page.goto("about/how-it-works/")
    field(page).press_sequentially("nine digits")
    expect(page.get_by_text(FAILED)).to_be_visible()
    page.context.unroute(INDEX)
    page.keyboard.type(" in a row")
    expect_answer(page)

    expect(page.get_by_text(FAILED)).to_be_hidden()
    expect(field(page)).to_have_value("nine digits in a row")


def test_one_item_a_page(page: Page) -> None:
    """A page is one result: its best section is below its title, and Enter opens that section."""
    page.goto("about/how-it-works/")
    field(page).press_sequentially("nine digits in a row")
    expect_answer(page)
    items = page.locator(".md-search-result__item")
    links = [
        [link.get_attribute("href") or "" for link in item.get_by_role("link").all()]
        for item in items.all()
    ]
    pages = [found[0].partition("#")[0] for found in links]
    assert len(pages) == len(set(pages)) > 1
    expect(items.first.locator("mark").first).to_be_visible()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(re.escape(links[0][-1].rpartition("/")[2])))
    assert "#" in links[0][-1]


def test_code_is_offered_to_be_checked(page: Page) -> None:
    """Whoever types a code is led to the validator with it."""
    page.goto("about/how-it-works/")
    field(page).press_sequentially("k0999")
    page.get_by_role("link").filter(has_text="Check K0999").click()

    expect(page).to_have_url(re.compile(r"/validator/#code=K0999$"))


def test_nothing_found(page: Page) -> None:
    """Words that no page has are said to be found nowhere."""
    page.goto("about/how-it-works/")
    field(page).press_sequentially("<xyzzyx>")

    expect(page.get_by_text("Nothing found.")).to_be_visible()


def test_size() -> None:
    """Index and engine are small enough to come with the first words that somebody types."""
    parts = [SITE / OURS, *SITE.glob("static/*/javascripts/search/*.js")]
    parts += [*SITE.glob("static/*/packages/minisearch.js"), *SITE.glob("static/*/packages/st*.js")]
    assert len(parts) == ENGINE

    assert sum(len(gzip.compress(part.read_bytes())) for part in parts) <= LARGEST


def test_sections_that_answer_nothing() -> None:
    """No result leads to the list of sources, to the links at the end, or to a heading alone."""
    index = json.loads((SITE / OURS).read_text(encoding="utf-8"))
    sections = [one for page in index["pages"] for one in page["sections"][1:] + page["folds"]]
    anchors = {anchor for anchor, _, _ in sections}
    assert len(anchors) > len(index["pages"])

    assert {"sources", "list-of-sources", "what-to-do-next"} & anchors == set()
    assert [anchor for anchor, _, text in sections if not text] == []


def test_terms_and_countries_are_apart() -> None:
    """A result can lead to one term or one country, and their lines are not taken for headings."""
    index = json.loads((SITE / OURS).read_text(encoding="utf-8"))
    folds = {
        f"{page['location']}#{anchor}": (title, text)
        for page in index["pages"]
        for anchor, title, text in page["folds"]
    }

    assert folds["questions/glossary/#term-niin"][0] == "NIIN National Item Identification Number"
    title, text = folds["nations/#nation-ita"]
    assert title == "Italy ITA"
    assert "A***#" in text
    assert "Japan" not in text


def test_excerpts() -> None:
    """A result shows the page's text: no keys, no gaps left by keys, no cells run together."""
    index = json.loads((SITE / OURS).read_text(encoding="utf-8"))
    texts = {
        f"{page['location']}#{anchor}": text
        for page in index["pages"]
        for anchor, _, text in page["sections"] + page["folds"]
    }
    owners = texts["keep/ownership/#owners"]

    assert "names two kinds of owner" in owners
    assert "far-52-204-17" not in owners
    gaps = {place: re.findall(r"\w+ [.,;:)](?=\s)", text) for place, text in texts.items()}
    assert {place: found for place, found in gaps.items() if found} == {}
    assert "Immediate owner The entity that directly controls you CAGE" in owners
