"""Every address of the first edition still leads to what it named, on its page or elsewhere."""

import csv
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page

from cagecore.facts.sources import sources
from site_build.pages.moved import rows
from site_tests.support.built import PAGES, PREFIX, anchors

with Path(__file__).with_name("first_edition.csv").open(encoding="utf-8", newline="") as lines:
    OLD = [(row["page"], row["fragment"]) for row in csv.DictReader(lines)]
MOVED = {(row["page"], row["fragment"]): row["place"] for row in rows()}


def test_addresses_of_the_first_edition() -> None:
    """Each page is where it was; each section is on it, or the table says where it is now."""
    assert {page for page, _ in OLD} - set(PAGES) == set()
    lost = [
        f"{page}#{fragment}"
        for page, fragment in OLD
        if fragment and fragment not in anchors(page) and (page, fragment) not in MOVED
    ]

    assert lost == []


def test_where_they_are_now() -> None:
    """What has moved was there, is there no more, and is where the table says."""
    assert set(MOVED) - set(OLD) == set()
    assert [place for place in MOVED if place[1] in anchors(place[0])] == []
    for place in MOVED.values():
        page, _, fragment = urljoin("/", place).removeprefix("/").partition("#")
        assert page in PAGES
        assert not fragment or fragment in anchors(page)


def test_old_address_leads_on(page: Page) -> None:
    """A browser with an old address is led on, also when it is already on the page."""
    page.goto("#cage")
    page.wait_for_url("**/identifiers/cage/")
    page.go_back()
    page.goto("")
    page.evaluate("location.hash = 'what-well-formed-means'")
    page.wait_for_url(f"**{PREFIX}identifiers/#whose-rule-is-it")
    gone = next(key for key in sources() if f"source-{key}" not in anchors("identifiers/cage/"))
    page.goto(f"identifiers/cage/#source-{gone}")

    page.wait_for_url(f"**{PREFIX}about/sources/#source-{gone}")


def test_other_fragments_stay(page: Page) -> None:
    """A fragment that means something to a tool, or to nobody, leads nowhere."""
    for address in ("validator/#code=1ABC5", "#no-such-place", "#constructor"):
        page.goto(address, wait_until="networkidle")
        assert page.url.endswith(address)
