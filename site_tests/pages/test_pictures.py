"""The pictures: each can be read without being seen, and shows what the data say."""

import re
from xml.etree import ElementTree as ET

import html5lib
import pytest

from cagecore import wire
from site_build.facts import read_csv, read_toml
from site_build.pages.page import Page
from site_build.pictures.frame import NARROW, WIDE
from site_build.pictures.kinds import KINDS
from site_build.pictures.picture import picture
from site_build.pictures.plan import Plan
from site_build.pictures.timeline import SUBJECTS
from site_build.pictures.world import places
from site_tests.support.built import EVERY_PAGE, text_of, tree

CATALOGUE = wire.catalogue()
DIAGRAMS = read_toml("diagrams.toml")
NAMES = ["world", "timeline", *DIAGRAMS]


def drawn(name: str) -> ET.Element:
    """Draw a picture on its own page."""
    root: ET.Element = html5lib.parse(picture(Page(""), name), namespaceHTMLElements=False)
    return root


def svgs(root: ET.Element) -> list[ET.Element]:
    """Give the pictures that are read out."""
    return [one for one in root.iter() if one.tag.endswith("svg") and one.get("role") == "img"]


@pytest.mark.parametrize("name", NAMES)
def test_words(name: str) -> None:
    """A picture has a name, a description, a caption, and says in words what it shows."""
    root = drawn(name)
    named = {one.get("id"): text_of(one) for one in root.iter() if one.get("id")}

    assert svgs(root)
    for one in svgs(root):
        assert all(named[key] for key in (one.get("aria-labelledby") or "").split())
    assert [text_of(one) for one in root.iter("figcaption")] != [""]
    in_words = [one for one in root.iter() if one.tag in {"ol", "details"}]
    assert in_words or "#events" in [one.get("href") for one in root.iter("a")]
    assert [one for one in root.iter() if "style" in one.attrib] == []


@pytest.mark.parametrize("name", NAMES)
def test_drawn_alike(name: str) -> None:
    """A picture is the same each time, is in one line, and cites known sources."""
    pages = Page(""), Page("")
    first, second = (picture(page, name) for page in pages)

    assert first == second
    assert "\n" not in first
    assert {key for keys in pages[0].notes.values() for key in keys} <= set(CATALOGUE["sources"])


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_figures_of_the_site(address: str) -> None:
    """On every page, ids are unique and each picture points to its own words."""
    ids = [one.get("id") for one in tree(address).iter() if one.get("id")]

    assert len(ids) == len(set(ids))
    for one in svgs(tree(address)):
        assert set((one.get("aria-labelledby") or "").split()) <= set(ids)


@pytest.mark.parametrize("name", DIAGRAMS)
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_diagrams(name: str, width: int) -> None:
    """Edges lead from node to node, each with a source, and nothing leaves the drawing."""
    data = DIAGRAMS[name]
    ids = [node["id"] for node in data["nodes"]]
    plan = Plan(data, width)

    assert len(ids) == len(set(ids))
    for edge in data["edges"]:
        assert {edge["from"], edge["to"]} <= set(ids)
        assert edge["sources"]
        assert edge["confidence"] in {"high", "medium", "low"}
        for x, y in plan.route(edge):
            assert 0 <= x <= width
            assert 0 <= y <= plan.height
    for box in plan.boxes.values():
        assert box.left >= 0
        assert box.right <= width
    assert len(list(drawn(name).iter("li"))) == len(data["edges"])


@pytest.mark.parametrize("name", ["timeline", *DIAGRAMS])
def test_two_widths(name: str) -> None:
    """A picture that is drawn for narrow and for wide screens shows the same on both."""
    narrow, wide = svgs(drawn(name))
    shown = [
        sorted(" ".join(one.itertext()) for one in svg.iter() if one.tag.endswith("}text"))
        for svg in (narrow, wide)
    ]
    squeezed = [["".join(words.split()) for words in texts] for texts in shown]

    assert [(narrow.get("width"), wide.get("width"))] == [(str(NARROW), str(WIDE))]
    assert sorted(squeezed[0]) == sorted(squeezed[1]) != []


def test_every_nation_is_on_the_map() -> None:
    """Each nation of the table has its place on the map, with its own standing."""
    shown = {one.name: one for one in places()}

    for one in CATALOGUE["structures"]:
        if one["nation"]:
            kind = "DLA" if one["issuer"] == "DLA" else one["status"]
            assert shown[one["name"]].kind == ("NSPA" if kind == "withdrawn" else kind)
    assert shown["Qatar"].kind == "Tier 2"
    assert shown["Switzerland"].kind == "NSPA"
    assert {one.kind for one in shown.values()} == set(KINDS)


def test_map_areas() -> None:
    """Each area has its own number or name."""
    rows = read_csv("map_areas.csv")
    keys = [row["number"] or row["name"] for row in rows]

    assert len(keys) == len(set(keys))
    for row in rows:
        assert row["standing"] in {"", *KINDS}
        assert re.fullmatch(r"(\d{3})?", row["number"])


def test_map_in_words() -> None:
    """The list beside the map names every area that is drawn."""
    said = " ".join(text_of(one) for one in drawn("world").iter("dd"))

    assert all(one.name in said for one in places())


def test_time_line() -> None:
    """Every event is in the drawing, and in the tables that say the same in words."""
    page = tree("questions/history/")
    said = [text_of(one) for one in page.iterfind(".//table[@class='cc-table cc-events']/tbody/tr")]
    rows = read_csv("timeline.csv")

    assert len(said) == len(rows)
    assert all(any(row["event"] in one for one in said) for row in rows)
    for drawing in svgs(drawn("timeline")):
        events = [one for one in drawing.iter() if "cc-time--" in one.get("class", "")]
        titles = [text_of(one) for one in events]
        assert len(events) == len(rows)
        assert all(any(row["event"] in one for one in titles) for row in rows)
    assert [row["subject"] for row in rows if row["subject"] not in SUBJECTS] == []
