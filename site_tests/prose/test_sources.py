"""Every statement of fact leads to a source, and something leads to every source."""

from collections.abc import Iterator

import pytest

from cagecore.facts.sources import sources
from site_tests.support.built import PAGES, Element, text_of, tree

REFERENCE = [
    address
    for address in PAGES
    if address.split("/")[0]
    in {"get", "identifiers", "keep", "nations", "questions", "start", "use"}
]
"""The pages that state facts about identifiers; the home page only leads to them."""
LIST = "about/sources/"
UNSOURCED = {
    "Sources",  # the list itself
    "What to do next",  # links
    "Which of these is your question?",  # links
    "Whose rule is it?",  # the words of this site
}
"""Sections that state no fact about identifiers."""


def article(address: str) -> Element:
    """Give the content of a page."""
    (found,) = tree(address).iter("article")
    return found


def sections(address: str) -> Iterator[tuple[str, list[Element]]]:
    """Give each section below a heading of the second level, with what is in it."""
    heading, content = "", list[Element]()
    for element in article(address):
        if element.tag == "h2":
            yield heading, content
            heading, content = text_of(element).removesuffix("¶").strip(), []
        content.append(element)
    yield heading, content


def cited(elements: list[Element]) -> set[str]:
    """Give the keys of the sources that some elements cite."""
    return {
        (link.get("href") or "").removeprefix("#source-")
        for element in elements
        for link in element.iter("a")
        if "cc-cite" in (link.get("class") or "").split()
    }


@pytest.mark.parametrize("address", REFERENCE)
def test_sections_have_sources(address: str) -> None:
    """Each section of a reference page cites a source."""
    without = [
        heading
        for heading, content in sections(address)
        if heading and heading not in UNSOURCED and not cited(content)
    ]

    assert without == []


@pytest.mark.parametrize("address", REFERENCE)
def test_pages_list_what_they_cite(address: str) -> None:
    """What a page cites is in the list at its end, and the other way round."""
    listed = {
        key.removeprefix("source-")
        for element in article(address).iter("li")
        if (key := element.get("id", "")).startswith("source-")
    }

    assert listed == cited(list(article(address)))
    assert listed


def test_every_source_is_cited() -> None:
    """Each source supports something that a page says."""
    used = {key for address in PAGES if address != LIST for key in cited([article(address)])}

    assert set(sources()) - used == set()
    assert used <= set(sources())


def test_list_of_sources() -> None:
    """The page of sources has all of them, each with what it supports."""
    text = text_of(article(LIST))

    for key, source in sources().items():
        assert key in text
        assert source.title in text
        assert source.publisher in text
        assert source.dated in text
