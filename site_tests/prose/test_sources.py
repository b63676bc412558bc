"""Every statement of fact leads to a source, and something leads to every source."""

import json
import re
from collections.abc import Iterable, Iterator

import pytest

from cagecore.facts.sources import sources
from site_build.pages.notes import name_of
from site_build.search.index import OURS
from site_build.site import SITE
from site_tests.support.built import PAGES, Element, anchors, text_of, tree

REFERENCE = [
    address
    for address in PAGES
    if address.split("/")[0]
    in {"get", "identifiers", "keep", "nations", "questions", "start", "use"}
]
"""The pages that state facts about identifiers; the home page only leads to them."""
LIST = "about/sources/"
WHOLE = {"p", "li", "td", "th", "dd", "figcaption"}
"""Elements that begin and end with a sentence."""
NOTE = "¹"
SENTENCE = re.compile(rf"[^.!?]+(?:[.!?](?! )[^.!?]*)*[.!?]?(?: {NOTE})*")
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


def refs(elements: Iterable[Element]) -> list[Element]:
    """Give the numbers in the text that lead to notes, in order."""
    links = (link for element in elements for link in element.iter("a"))
    return [link for link in links if link.get("class") == "cc-ref"]


def notes(address: str) -> dict[str, list[str]]:
    """Give what each note in the list of a page cites, keys of sources by the note's number."""
    (main,) = tree(address).iter("main")
    found = {}
    for item in main.iter("li"):
        if (name := item.get("id", "")).startswith("note-"):
            places = (one.get("id") or (one.get("href") or "")[1:] for one in item.iter())
            keys = [place.removeprefix("source-") for place in places if "source-" in place[:7]]
            found[name.removeprefix("note-")] = keys
    return found


@pytest.mark.parametrize("address", REFERENCE)
def test_sections_have_sources(address: str) -> None:
    """Each section of a reference page cites a source."""
    without = [
        heading
        for heading, content in sections(address)
        if heading and heading not in UNSOURCED and not refs(content)
    ]

    assert without == []


@pytest.mark.parametrize("address", REFERENCE)
def test_notes_are_numbered_as_they_are_read(address: str) -> None:
    """The first note has number 1; the list at the end has what is cited, and nothing else."""
    numbers = [text_of(ref) for ref in refs([article(address)])]

    assert list(dict.fromkeys(numbers)) == [str(one + 1) for one in range(len(set(numbers)))]
    assert list(notes(address)) == list(dict.fromkeys(numbers))
    assert numbers


@pytest.mark.parametrize("address", REFERENCE)
def test_same_sources_have_the_same_number(address: str) -> None:
    """No two notes cite the same, and each source is described once, where it is first cited."""
    cited = notes(address)
    described = [one for one in anchors(address) if one.startswith("source-")]

    assert all(cited.values())
    assert len({frozenset(keys) for keys in cited.values()}) == len(cited)
    assert all(len(set(keys)) == len(keys) for keys in cited.values())
    assert {f"source-{key}" for keys in cited.values() for key in keys} == set(described)


@pytest.mark.parametrize("address", REFERENCE)
def test_notes_name_their_sources(address: str) -> None:
    """A note says to who hears it, and to who points at it, what it cites, and leads there."""
    cited = notes(address)
    for ref in refs([article(address)]):
        number = text_of(ref)
        names = "; ".join(name_of(key) for key in cited[number])
        # In the list the order is the same, for the name is made of it.
        assert sorted((ref.get("data-sources") or "").split("; ")) == sorted(names.split("; "))
        assert ref.get("aria-label") == f"Source {number}: {ref.get('data-sources')}"
        assert ref.get("href") == f"#note-{number}"


def test_every_source_is_cited() -> None:
    """Each source supports something that a page says."""
    used = {key for address in PAGES for keys in notes(address).values() for key in keys}

    assert set(sources()) - used == set()
    assert used <= set(sources())


@pytest.mark.parametrize("address", PAGES)
def test_one_note_a_sentence(address: str) -> None:
    """A sentence has at most one note, which lists all of its sources."""
    several = [
        sentence
        for element in article(address).iter()
        if element.tag in WHOLE and not any(one.tag in WHOLE for one in [*element.iter()][1:])
        for sentence in SENTENCE.findall(" ".join("".join(with_notes(element)).split()))
        if sentence.count(NOTE) > 1
    ]

    assert several == []


def with_notes(element: Element) -> Iterator[str]:
    """Give the text of an element, with a character for each note."""
    if element.tag == "sup":
        yield f" {NOTE} "
        return
    yield element.text or ""
    for child in element:
        yield from with_notes(child)
        yield child.tail or ""


@pytest.mark.parametrize("address", PAGES)
def test_search_is_told_to_leave_notes_out(address: str) -> None:
    """The numbers of notes and their list are marked, so that the index has neither."""
    (main,) = tree(address).iter("main")
    marked = [one for one in main.iter() if one.tag == "sup" or one.get("class") == "cc-sources"]

    assert all("data-search-exclude" in one.attrib for one in marked)


def test_search_knows_no_notes() -> None:
    """What the index has of a page reads on where the page has the number of a note."""
    index = json.loads((SITE / OURS).read_text("utf-8"))
    (page,) = [one for one in index["pages"] if one["location"] == "keep/life-cycle/"]

    assert "five years from its last update. One renewal" in page["sections"][0][2]


def test_list_of_sources() -> None:
    """The page of sources has all of them, each with where it is and what it supports."""
    rows = {one.get("id"): one for one in article(LIST).iter("tr")}

    for key, source in sources().items():
        said = text_of(rows[f"source-{key}"])
        assert source.title in said
        assert source.publisher in said
        assert source.dated in said
        assert source.supports.replace("`", "") in said
        assert (source.held or source.shallow or source.title).replace("`", "") in said
        addresses = {link.get("href") for link in rows[f"source-{key}"].iter("a")}
        assert {url for url in (source.url, *source.also) if url} <= addresses
