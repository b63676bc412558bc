"""What programs read in place of the pages says what the pages say."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag

from site_build.copies import feed, markdown
from site_build.site import COPY, FEED, LIST_OF_COPIES, SITE
from site_tests.support.built import PAGES, URL, anchors, links, target, tree

ATOM = "{http://www.w3.org/2005/Atom}"
LINK = re.compile(r"\]\((http[^()\s]*(?:\([^()\s]*\)[^()\s]*)*|[^()\s|]*/[^()\s|]*|#[^()\s]*)\)")


def text(address: str) -> str:
    """Give the copy of a page."""
    return (SITE / address / COPY).read_text(encoding="utf-8")


def letters(words: str) -> str:
    """Leave the letters and digits: spaces and marks may differ."""
    return "".join(filter(str.isalnum, words))


def said(address: str) -> Iterator[str]:
    """Give what can be read on a page, piece by piece, without the numbers of its notes."""
    page = BeautifulSoup((SITE / address / "index.html").read_bytes(), "html.parser")
    content = page.select_one("main article") or page.select_one("main")
    assert isinstance(content, Tag)
    for element in content.select(f"{markdown.LEFT_OUT}, sup"):
        element.decompose()
    yield from filter(None, (letters(words) for words in content.find_all(string=True)))


@pytest.mark.parametrize("address", PAGES)
def test_copy(address: str) -> None:
    """A page names its copy, which has all of its words in their order, and no element."""
    copy = text(address)
    whole, end = letters(copy), 0

    assert COPY in links(address)
    for words in said(address):
        found = whole.find(words, end)
        assert found >= 0, words
        end = found + len(words)
    assert copy.startswith("# ")
    assert not re.search(r"</?(?:div|span|p|a|td|details|summary)\b", copy)


@pytest.mark.parametrize("address", PAGES)
def test_links_and_footnotes(address: str) -> None:
    """A copy's links lead on from anywhere, and each footnote that it has is used."""
    copy = text(address)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", copy))
    defined = set(re.findall(r"(?m)^\[\^(\d+)\]:", copy))

    assert [link for link in LINK.findall(copy) if not urlsplit(link).scheme] == []
    assert used == defined


def test_list_of_copies() -> None:
    """`llms.txt` has the copy of each page, once, and what it links to is there."""
    written = (SITE / LIST_OF_COPIES).read_text(encoding="utf-8")
    places = [link.removeprefix(URL) for link in LINK.findall(written)]
    copies = [place.removesuffix(COPY) for place in places if place.endswith(".md")]

    assert sorted(copies) == sorted(PAGES)
    assert all((SITE / place).is_file() for place in places)
    assert written.startswith("# ")
    assert "\n## Optional\n" in written


def test_feed() -> None:
    """The feed is what Atom asks for; its entries are on the page of changes, and lead on."""
    root = ET.parse(SITE / FEED).getroot()  # noqa: S314 - we wrote it
    entries = root.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id", "") for entry in entries]
    dates = [entry.findtext(f"{ATOM}updated", "") for entry in entries]

    assert root.findtext(f"{ATOM}updated") == max(dates)
    assert dates == sorted(dates, reverse=True)
    assert len(set(ids)) == len(ids) > 0
    assert all(root.findtext(ATOM + name) for name in ("id", "title", f"author/{ATOM}name"))
    for entry, name in zip(entries, ids, strict=True):
        (link,) = (one.get("href", "") for one in entry.findall(f"{ATOM}link"))
        for place in (name, link):
            found = target("", place)
            assert found
            assert not found[1] or found[1] in anchors(found[0])
        assert entry.findtext(f"{ATOM}title")
        assert entry.findtext(f"{ATOM}content")


def test_every_page_leads_to_the_feed() -> None:
    """Each page says where the feed is, as a reader of feeds looks for it."""
    for address in PAGES:
        (found,) = (link for link in tree(address).iter("link") if link.get("type") == feed.TYPE)

        assert found.get("rel", "").split() == ["alternate"]
        assert target(address, found.get("href", "")) == (FEED, "")
