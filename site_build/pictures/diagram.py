"""Diagrams of nodes and edges, drawn from `cagecore/data/diagrams.toml`.

An edge bears a number; what it means is in the list beside the picture, which also says in words
what the picture shows.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from site_build.facts import read_toml
from site_build.markup import tag, text
from site_build.pages.confidence import mark
from site_build.pages.notes import note
from site_build.pictures.frame import both, element, figure, number, svg
from site_build.pictures.lettering import LINE, block
from site_build.pictures.plan import PADDING, Box, Plan
from site_build.prose.ratings import TAGS

if TYPE_CHECKING:
    from site_build.pages.page import Page
    from site_build.pictures.atlas import Point

HEAD = 7
"""Length of an arrow's head."""
BADGE = 9.5
"""Radius of the disc with an edge's number."""
BASELINE = 12
"""From the top of a line of text to the baseline of its letters."""
SURE = {
    "high": "",
    "medium": TAGS["medium"],
    "low": "our reading of the names",
}
"""What is said about an edge or a node that is not certain."""


def diagram(page: Page, name: str) -> str:
    """Draw a diagram.

    Args:
        page: The page.
        name: Its id.

    Returns:
        A figure.

    Raises:
        KeyError: When there is no such diagram, or an edge names no node.
    """
    data = read_toml("diagrams.toml")[name]
    drawings = both(name, lambda called, width: _drawing(called, Plan(data, width), data, width))
    caption = f"{tag('strong', text(data['title']))}. {text(data['caption'])}"
    return figure(name, drawings, _words(page, data), caption)


def _drawing(name: str, plan: Plan, data: dict[str, Any], width: int) -> str:
    """Draw a diagram of some width."""
    edges = [
        _edge(plan.route(edge), str(place)) for place, edge in enumerate(data["edges"], start=1)
    ]
    # Lines first, so that no line crosses a number.
    drawn = "".join(line for line, _ in edges)
    drawn += "".join(_node(box) for box in plan.boxes.values())
    drawn += "".join(badge for _, badge in edges)
    return svg(name, (width, plan.height), data["title"], data["description"], drawn)


def _node(box: Box) -> str:
    """Draw a node with its words."""
    frame = element(
        "rect", x=box.left, y=box.top, width=box.width, height=box.height, rx=_roundness(box)
    )
    x, _ = box.middle
    room = box.height - 2 * PADDING - (len(box.label) + len(box.note)) * LINE
    y = box.top + PADDING + room / 2 + BASELINE
    words = block(box.label, x, y, "cc-node__label")
    if box.note:
        words += block(box.note, x, y + len(box.label) * LINE, "cc-node__note")
    return tag("g", frame + words, class_=f"cc-node cc-node--{box.kind}")


def _roundness(box: Box) -> float:
    """Say how round a node's corners are."""
    # The shape shows where a path starts, without the help of color.
    return {"start": min(box.height / 2, 17), "end": 0}.get(box.kind, 5)


def _edge(corners: list[Point], name: str) -> tuple[str, str]:
    """Draw an arrow, and give it and its number apart."""
    (x, y), (u, v) = corners[-2:]
    # An arrow runs along one axis, so one of the two is zero.
    along, down = _sign(u - x), _sign(v - y)
    stop = u - along * HEAD, v - down * HEAD
    line = "M" + "L".join(f"{number(a)} {number(b)}" for a, b in [*corners[:-1], stop])
    head = (
        f"M{number(u)} {number(v)}"
        f"L{number(stop[0] - down * 4.5)} {number(stop[1] - along * 4.5)}"
        f"L{number(stop[0] + down * 4.5)} {number(stop[1] + along * 4.5)}z"
    )
    drawn = element("path", d=line) + element("path", d=head, class_="cc-edge__head")
    return tag("g", drawn, class_="cc-edge"), _badge(_seat(corners, stop), name)


def _sign(value: float) -> int:
    """Give the direction of a distance: -1, 0 or 1."""
    return (value > 0) - (value < 0)


def _seat(corners: list[Point], stop: Point) -> Point:
    """Find the middle of the longest piece of a line, the later of two."""
    points = [*corners[:-1], stop]
    pieces = pairwise(points)
    (x, y), (u, v) = max(
        pieces, key=lambda piece: sum(abs(b - a) for a, b in zip(*piece, strict=True))
    )
    return (x + u) / 2, (y + v) / 2


def _badge(seat: Point, name: str) -> str:
    """Draw an edge's number on a disc."""
    disc = element("circle", cx=seat[0], cy=seat[1], r=BADGE)
    written = element("text", name, x=seat[0], y=seat[1] + 4.3)
    return tag("g", disc + written, class_="cc-badge-number")


def _words(page: Page, data: dict[str, Any]) -> str:
    """Say in words what the picture shows."""
    names = {node["id"]: node["label"] for node in data["nodes"]}
    items = "".join(tag("li", _step(page, names, edge)) for edge in data["edges"])
    known = [node for node in data["nodes"] if "text" in node]
    states = "".join(
        tag(
            "div",
            tag("dt", text(node["label"]))
            + tag("dd", f"{text(node['text'])}{note(page, *node['sources'])}{_doubt(node)}"),
        )
        for node in known
    )
    return tag("ol", items, class_="cc-steps") + (states and tag("dl", states, class_="cc-states"))


def _step(page: Page, names: dict[str, str], edge: dict[str, Any]) -> str:
    """Say in words what an edge means."""
    start, end = text(names[edge["from"]]), text(names[edge["to"]])
    way = f"{start}, again" if start == end else f"{start} → {end}"
    said = text(edge["label"]) + note(page, *edge["sources"]) + _doubt(edge)
    # Who sees the picture sees the way; the number leads to it.
    return tag("span", f"{way}: ", class_="cc-heard") + tag("span", said)


def _doubt(one: dict[str, Any]) -> str:
    """Say what is not certain."""
    doubt = mark(SURE[one["confidence"]])
    return doubt and f" {doubt}"
