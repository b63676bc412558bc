"""A code taken apart: each character in a cell, and below it which stretch it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore import SCHEMES
from site_build.markup import tag, text
from site_build.pages.codes import code_link
from site_build.pages.confidence import cited
from site_build.pages.identifiers.examples import examples_of
from site_build.pages.identifiers.positions import Stretch, legend, stretches
from site_build.pictures.frame import element, figure, svg

if TYPE_CHECKING:
    from site_build.pages.page import Page

WIDTH = 340
"""Of the drawing: as wide as a phone shows at the size of text."""
FEW = 8
"""Characters up to which the cells are wide."""
WIDE, NARROW = 44, 28
TOP, HEIGHT = 1, 46
BASELINE = 32
BRACKET, FOOT = 8, 24
"""Below the cells: the height at which a stretch is marked, and at which its places are written."""


def anatomy(page: Page, name: str, code: str) -> str:
    """Draw a code position by position, and say what part each position plays.

    Args:
        page: The page.
        name: The scheme's id.
        code: The code to draw.

    Returns:
        A figure with its words.

    Raises:
        ValueError: When the code is not well formed.
    """
    called = SCHEMES[name].name
    parts = stretches(name, code)
    title = f"The {called} {code}, position by position"
    said = "; ".join(f"{part.places}: {part.role}" for part in parts if part.role)
    size = WIDTH, TOP + HEIGHT + FOOT + 6
    drawing = svg(f"anatomy-{name}", size, title, f"{said}.", _drawn(code, parts))
    known = [one for one in examples_of(name) if one["code"] == code]
    caption = f"The {text(called)} {code_link(page, code, name)}, position by position."
    return figure(f"anatomy-{name}", drawing, legend(parts), caption + cited(page, *known))


def _drawn(code: str, parts: list[Stretch]) -> str:
    """Draw the cells, and below them the stretches."""
    side = WIDE if len(code) <= FEW else NARROW
    cells = "".join(_cell(1 + place * side, side, char) for place, char in enumerate(code))
    return cells + "".join(_bracket(part, side) for part in parts if part.role)


def _cell(x: int, side: int, char: str) -> str:
    """Draw one character in its frame."""
    frame = element("rect", x=x, y=TOP, width=side, height=HEIGHT)
    letter = element("text", text(char), x=x + side / 2, y=TOP + BASELINE)
    return tag("g", frame + letter, class_="cc-cut__cell")


def _bracket(part: Stretch, side: int) -> str:
    """Mark a stretch below its cells."""
    left, right = 1 + (part.first - 1) * side + 4, 1 + part.last * side - 4
    y = TOP + HEIGHT + 3
    path = element("path", d=f"M{left} {y}v{BRACKET - 3}H{right}v-{BRACKET - 3}")
    places = element("text", part.places, x=(left + right) / 2, y=TOP + HEIGHT + FOOT)
    return tag("g", path + places, class_="cc-cut__stretch")
