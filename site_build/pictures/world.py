"""The world by who assigns its codes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cagecore.facts.nations import allocations
from site_build.facts import field, read_csv
from site_build.markup import fold, tag, text
from site_build.pages.notes import note
from site_build.pictures import atlas
from site_build.pictures.frame import element, figure, number, svg
from site_build.pictures.kinds import KINDS, kind_of

if TYPE_CHECKING:
    from site_build.pages.page import Page

DOT = 6
"""Radius of the dot that marks a nation too small to be seen."""
SMALL = 5
"""What is smaller than this, in units, is drawn as a dot."""
OTHER = "any other"
"""Name of the row for areas that have none of their own."""
TILE = 16
"""Size of a pattern's tile."""

LINES = {
    "tier-2": "M-4 4 4-4M0 16 16 0M12 20 20 12",
    "tier-1": "M4 4h.1M12 12h.1",
    "other": "M0 4h16M0 12h16",
    "dla": "M0 0 16 16M16 0 0 16",
}
"""What distinguishes the kinds without color; the others are plain."""

ABBREVIATIONS = {
    "eSwatini": "Eswatini",
    "Rep.": "Republic",
    "Dem.": "Democratic",
    "Eq.": "Equatorial",
    "Is.": "Islands",
    "I.": "Island",
    "St.": "Saint",
    "St-Martin": "Saint Martin",
    "St-Barthélemy": "Saint Barthélemy",
    "S.": "South",
    "N.": "Northern",
    "W.": "Western",
    "Ter.": "Territory",
    "Vin.": "Vincent",
    "Gren.": "Grenadines",
    "Barb.": "Barbuda",
    "Br.": "British",
    "Fr.": "French",
    "Geo.": "Georgia",
}
"""How the package shortens names, in words."""


@dataclass(frozen=True)
class Place:
    """A nation or an area of the map.

    Attributes:
        land: Where it is.
        name: Its name.
        kind: A key of `KINDS`.
        issuer: Who assigns its codes, in short.
    """

    land: atlas.Land
    name: str
    kind: str
    issuer: str


def places() -> list[Place]:
    """Give the standing of every area of the map.

    Returns:
        The areas, by name.
    """
    areas = {row["number"] or row["name"]: row for row in read_csv("map_areas.csv")}
    other = areas[OTHER]
    found = (_place(land, areas.get(land.number or land.name, other)) for land in atlas.lands())
    # A dot draws the eye, which is not for areas that the lists do not cover.
    seen = (one for one in found if KINDS[one.kind].dots or one.land.size >= SMALL)
    return sorted(seen, key=lambda one: one.name)


def _place(land: atlas.Land, row: dict[str, str]) -> Place:
    """Give the standing of one area, from the tables."""
    name = " ".join(ABBREVIATIONS.get(word, word) for word in land.name.split())
    known = [*allocations(), *read_csv("unlisted_nations.csv")]
    listed = next((one for one in known if field(one, "nation") == row["nation"]), None)
    if row["standing"] or not listed:
        return Place(land, name, row["standing"], row["issuer"])
    called, standing, issuer = (field(listed, one) for one in ("name", "status", "issuer"))
    return Place(land, called, kind_of(standing, issuer), issuer)


def world(page: Page) -> str:
    """Draw the world, and Europe once more, larger.

    Args:
        page: The page.

    Returns:
        A figure.
    """
    shown = places()
    groups = "".join(_group(kind, [one for one in shown if one.kind == kind]) for kind in KINDS)
    title = "The world by who assigns its NCAGE and CAGE codes"
    description = (
        "A map. Nations of NATO and Tier 2 have bureaus that assign their codes; DLA assigns those "
        "of the United States; NSPA those of all others. The lists below name every country."
    )
    # The second drawing repeats the groups of the first, so it needs no outlines itself.
    land = element("g", groups, id="picture-world-land")
    drawing = svg(
        "world",
        (atlas.WIDTH, atlas.height()),
        title,
        description,
        element("defs", _patterns()) + land,
    )
    words = tag("div", _europe() + _legend(shown), class_="cc-picture__row") + _lists(shown)
    caption = (
        "Who assigns each country’s codes. NSPA lists the number of each bureau; who assigns "
        f"follows from the standing.{note(page, 'nspa-2026', 'codsp-2017')} The outlines are "
        f"simplified; they say nothing about borders.{note(page, 'world-atlas')}"
    )
    return figure("world", drawing, words, caption)


def _patterns() -> str:
    """Draw the patterns that the areas are filled with."""
    return "".join(
        element(
            "pattern",
            element("rect", width=TILE, height=TILE) + element("path", d=lines),
            id=f"picture-world-{name}",
            class_=f"cc-fill cc-fill--{name}",
            width=TILE,
            height=TILE,
            patternUnits="userSpaceOnUse",
        )
        for name, lines in LINES.items()
    )


def _class(kind: str) -> str:
    """Name a standing as the style sheets do."""
    return kind.lower().replace(" ", "-")


def _fill(name: str) -> str | None:
    """Name the pattern of a standing, if it has one."""
    return f"url(#picture-world-{name})" if name in LINES else None


def _group(kind: str, shown: list[Place]) -> str:
    """Draw the areas of one standing."""
    name = _class(kind)
    drawn = "".join(_shape(one) for one in shown)
    return element("g", drawn, class_=f"cc-land cc-land--{name}", fill=_fill(name))


def _shape(one: Place) -> str:
    """Draw one area, as a dot where it is small."""
    issuer = f", {one.issuer}" if one.issuer not in {"", one.kind} else ""
    title = tag("title", text(f"{one.name}: {KINDS[one.kind].on_area}{issuer}"))
    if one.land.size < SMALL:
        x, y = one.land.center
        outline = f"M{x - DOT} {y}a{DOT} {DOT} 0 1 0 {2 * DOT} 0a{DOT} {DOT} 0 1 0-{2 * DOT} 0"
    else:
        outline = "".join(_outline(ring) for ring in one.land.rings)
    return element("path", title, d=outline)


def _outline(ring: atlas.Ring) -> str:
    """Write a ring as a path of small steps."""
    steps = "".join(f"{_step(x - u)}{_step(y - v)}" for (u, v), (x, y) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{steps.lstrip()}z"


def _step(value: int) -> str:
    """Write a number after a number."""
    # A minus sign separates numbers as well as a space does.
    return f"{value}" if value < 0 else f" {value}"


def _europe() -> str:
    """Draw Europe once more, larger."""
    west, south, east, north = atlas.EUROPE
    left, right = atlas.project(west + 9, 45)[0], atlas.project(east, 45)[0]
    top, bottom = atlas.project(0, north)[1], atlas.project(0, south)[1]
    box = " ".join(number(round(one)) for one in (left, top, right - left, bottom - top))
    ids = "picture-europe-title", "picture-europe-desc"
    words = tag("title", "Europe by who assigns its codes", id=ids[0])
    words += tag("desc", "The part of the map with most bureaus, larger.", id=ids[1])
    use = element("use", href="#picture-world-land")
    return tag(
        "svg",
        words + use,
        class_="cc-picture__drawing cc-picture__inset",
        role="img",
        aria_labelledby=" ".join(ids),
        viewBox=box,
    )


def _legend(shown: list[Place]) -> str:
    """Say what each pattern means, and how often it is on the map."""
    items = ""
    for kind, about in KINDS.items():
        name = _class(kind)
        swatch = element(
            "rect",
            x=2,
            y=2,
            width=60,
            height=36,
            class_=f"cc-land cc-land--{name}",
            fill=_fill(name),
        )
        drawn = tag("svg", swatch, viewBox="0 0 64 40", aria_hidden="true", class_="cc-swatch")
        count = sum(one.kind == kind for one in shown)
        items += tag("li", drawn + tag("span", f"{text(about.meaning)} ({count} on the map)"))
    return tag("ul", items, class_="cc-map-legend")


def _lists(shown: list[Place]) -> str:
    """Name the areas of each standing."""
    items = ""
    for kind, about in KINDS.items():
        names = " ".join(tag("li", text(one.name)) for one in shown if one.kind == kind)
        items += tag("dt", text(about.meaning)) + tag("dd", tag("ul", names, class_="cc-names"))
    return fold("The map in words", tag("dl", items))
