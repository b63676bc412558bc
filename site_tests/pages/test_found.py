"""How the pages are found: their cards, JSON-LD and robots.txt."""

import gzip
import json
import re
from functools import cache
from io import BytesIO
from typing import Any, cast

import pytest
from PIL import Image

from cagecore import wire
from site_build.facts import read_toml
from site_build.head import cards, linked_data, robots
from site_build.site import DOCS, SITE
from site_tests.support.built import PAGES, URL, anchors, meta, text_of, tree

CATALOGUE = wire.catalogue()
GLOSSARY = "questions/glossary/"
TO_READ = [address for address in PAGES if address not in {"", "validator/"}]
INK = cards.palette((DOCS / "stylesheets/palette.css").read_text(encoding="utf-8"))


@cache
def things(address: str) -> list[dict[str, Any]]:
    """Give what the JSON-LD of a page describes."""
    blocks = [
        "".join(script.itertext())
        for script in tree(address).iter("script")
        if script.get("type") == "application/ld+json"
    ]
    assert len(blocks) <= 1
    for block in blocks:
        assert "<" not in block
        assert json.loads(block)["@context"] == "https://schema.org"
    return [one for block in blocks for one in json.loads(block)["@graph"]]


def of_type(address: str, kind: str) -> list[dict[str, Any]]:
    """Give the things of one type on a page."""
    return [one for one in things(address) if one["@type"] == kind]


def leads_somewhere(url: str) -> bool:
    """Say whether an absolute address is a page of the site, and its fragment a place on it."""
    address, _, fragment = url.removeprefix(URL).partition("#")
    return url.startswith(URL) and address in PAGES and (fragment or "") in {"", *anchors(address)}


@pytest.mark.parametrize("address", PAGES)
def test_one_address(address: str) -> None:
    """The sitemap, the canonical link and the card name one and the same address."""
    canonical = [
        link.get("href")
        for link in tree(address).iterfind("head/link")
        if link.get("rel") == "canonical"
    ]

    assert canonical == [URL + address]
    assert meta(address)["og:url"] == URL + address


@pytest.mark.parametrize("address", PAGES)
def test_card(address: str) -> None:
    """A card has the title and description of its page, for both kinds of readers."""
    found = meta(address)
    (title,) = tree(address).iterfind("head/title")

    assert found["og:title"]
    assert found["og:title"] in text_of(title)
    assert found["og:description"] == found["description"]
    assert found["og:type"] == ("article" if address else "website")
    assert found["og:site_name"] in text_of(title)
    assert found["twitter:card"] == "summary_large_image"
    for part in ("title", "description", "image", "image:alt"):
        assert found[f"twitter:{part}"] == found[f"og:{part}"]


@pytest.mark.parametrize("address", PAGES)
def test_picture(address: str) -> None:
    """The picture of a page is there, small, of the stated size, with words beside it."""
    found = meta(address)
    path = SITE / found["og:image"].removeprefix(URL)

    assert found["og:image"].startswith(URL)
    assert path.stat().st_size < 20_000
    assert found["og:image:alt"]
    with Image.open(path) as image:
        assert image.format == "PNG"
        assert image.mode == "P"
        assert image.size == (1200, 630)
        stated = (found["og:image:width"], found["og:image:height"])
        assert stated == tuple(map(str, image.size))


def test_pictures_differ() -> None:
    """Each page has its own picture, and there are no others."""
    files = [path.read_bytes() for path in sorted((SITE / cards.FOLDER).iterdir())]

    assert len(files) == len(set(files)) == len(PAGES)


def test_picture_is_the_same_each_time() -> None:
    """The same words give the same bytes, which are those of the site."""
    found = meta("identifiers/uei/")
    words = (found["og:title"], found["og:description"], found["og:site_name"])
    drawn = cards.draw(*words, INK)

    assert drawn == cards.draw(*words, INK)
    assert drawn == (SITE / cards.place("identifiers/uei/")).read_bytes()


def test_picture_of_many_words() -> None:
    """Endless words are cut, and stay above the line at the foot."""
    many = cards.draw("Title “é” " * 30, "word " * 300, "Site", INK)
    few = cards.draw("Title", "word", "Site", INK)
    strip = (0, cards.HEIGHT - 50, cards.WIDTH, cards.HEIGHT)

    assert many != few
    with Image.open(BytesIO(many)) as one, Image.open(BytesIO(few)) as other:
        cut = [image.convert("RGB").crop(strip).tobytes() for image in (one, other)]
    assert cut[0] == cut[1]


def test_every_character_can_be_drawn() -> None:
    """The font has every character of the titles and descriptions, once accents are gone."""
    font = cards._font(40)  # noqa: SLF001 - the one that draws
    missing = bytes(font.getmask("\uffff"))
    chars = {
        char
        for address in PAGES
        for part in ("og:title", "og:description", "og:site_name")
        for char in cards.readable(meta(address)[part])
    }

    assert [char for char in sorted(chars - {" "}) if bytes(font.getmask(char)) == missing] == []
    assert bytes(font.getmask("…")) != missing


@pytest.mark.parametrize("address", PAGES)
def test_breadcrumbs(address: str) -> None:
    """The way down to a page begins at home, ends at the page, and each step is a page."""
    lists = of_type(address, "BreadcrumbList")
    if not address:
        assert lists == []
        return
    steps = [step for one in lists for step in one["itemListElement"]]
    places = [step["item"] for step in steps]

    assert len(lists) == 1
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert all(step["name"] for step in steps)
    assert all(leads_somewhere(place) for place in places)
    assert (places[0], places[-1]) == (URL, URL + address)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("scheme", ["cage", "ncage", "uei", "duns"])
def test_identifier(scheme: str) -> None:
    """The page of an identifier defines it, by the words of the core's own data."""
    known = CATALOGUE["schemes"][scheme]
    word = read_toml("glossary.toml")[scheme]
    (term,) = of_type(known["page"], "DefinedTerm")

    assert term["name"].lower() == known["name"].lower()
    other = [name for name in (word["term"], word["stands_for"]) if name != term["name"]]
    assert term["alternateName"] == other
    assert known["shape"][1:] in term["description"]
    assert word["meaning"] in term["description"]
    assert term["url"].partition("#")[0] == URL + known["page"]
    assert term["inDefinedTermSet"] == URL + GLOSSARY


def test_every_scheme_is_defined_once() -> None:
    """Each scheme is a term of its page, at an address that leads there."""
    terms = [term for address in PAGES for term in of_type(address, "DefinedTerm")]

    assert sorted(term["name"].lower() for term in terms) == sorted(
        scheme["name"].lower() for scheme in CATALOGUE["schemes"].values()
    )
    assert all(leads_somewhere(term["url"]) for term in terms)


def test_glossary() -> None:
    """The glossary is a set with every term, each at its own row."""
    (whole,) = of_type(GLOSSARY, "DefinedTermSet")
    terms = {term["url"]: term for term in whole["hasDefinedTerm"]}

    assert whole["@id"] == whole["url"] == URL + GLOSSARY
    assert list(terms) == [f"{URL}{GLOSSARY}#term-{slug}" for slug in read_toml("glossary.toml")]
    assert all(leads_somewhere(url) for url in terms)
    for slug, known in read_toml("glossary.toml").items():
        term = terms[f"{URL}{GLOSSARY}#term-{slug}"]
        assert term["name"] == known["term"]
        assert term["description"] == known["meaning"].replace("`", "")


@pytest.mark.parametrize("address", PAGES)
def test_cost(address: str) -> None:
    """What the head of a page says to others takes little of its budget."""
    html = (SITE / address / "index.html").read_text(encoding="utf-8")
    said = re.findall(
        r'<meta (?:property="og|name="twitter)[^>]*>|<script type="application/ld.*?</script>', html
    )

    assert len(said) >= 15
    assert len(gzip.compress("\n".join(said).encode(), mtime=0)) < (
        8_000 if address == GLOSSARY else 2_000
    )


@pytest.mark.parametrize("rule", CATALOGUE["rules"])
def test_rule_can_be_cited(rule: str) -> None:
    """The id of each rule is the name of a place on its page, so that it can be linked to."""
    page, _, anchor = CATALOGUE["rules"][rule]["anchor"].partition("#")

    assert anchor == rule
    assert leads_somewhere(f"{URL}{page}#{anchor}")


def test_robots() -> None:
    """Crawlers may read everything and learn where the sitemap is."""
    text = (SITE / "robots.txt").read_text(encoding="utf-8")

    assert text == robots.robots(URL)
    assert text.startswith("User-agent: *\nAllow: /\n")
    assert f"Sitemap: {URL}sitemap.xml\n" in text
    assert (SITE / "sitemap.xml").is_file()


def test_nothing_ends_the_block() -> None:
    """A text with markup in it stays a text."""
    block = linked_data.block([{"name": "</script><b>"}])

    assert block.count("<") == 2
    data = cast("dict[str, Any]", json.loads(block.partition(">")[2].rpartition("<")[0]))
    assert data["@graph"] == [{"name": "</script><b>"}]
