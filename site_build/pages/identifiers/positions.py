"""A code taken apart, position by position."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from cagecore import check, wire
from site_build.markup import tag, text

if TYPE_CHECKING:
    from site_build.pages.page import Page


class Stretch(NamedTuple):
    """Neighboring characters of a code with one meaning.

    Attributes:
        first: Position of the first, from 1.
        last: Position of the last.
        role: What they mean; empty where that is not known.
    """

    first: int
    last: int
    role: str

    @property
    def places(self) -> str:
        """The positions in words."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def strip(_: Page, name: str, code: str) -> str:
    """Draw a code position by position.

    Args:
        name: The scheme's id.
        code: The code to draw.

    Returns:
        A list with one item a position.

    Raises:
        ValueError: When the code is not well formed: a page never shows a bad one as an example.
    """
    return _strip(_cells(name, code))


def specimen(name: str, code: str) -> str:
    """Draw a code position by position, with a legend and without a frame.

    Args:
        name: The scheme's id.
        code: The code to draw.

    Returns:
        HTML.

    Raises:
        ValueError: When the code is not well formed.
    """
    cells = _cells(name, code)
    return _strip(cells) + legend(_stretches(cells))


def stretches(name: str, code: str) -> list[Stretch]:
    """Take a code apart.

    Args:
        name: The scheme's id.
        code: A well formed code.

    Returns:
        Its stretches, from left to right.

    Raises:
        ValueError: When the code is not well formed.

    Example:
        >>> [part.places for part in stretches("uei", "ZQGGHJH74DW7")][:2]
        ['1', '2–5']
    """
    return _stretches(_cells(name, code))


def legend(parts: list[Stretch]) -> str:
    """Say what each stretch of a code means.

    Args:
        parts: The stretches.

    Returns:
        A list of the places and their meanings.
    """
    items = (
        tag("div", tag("dt", one.places) + tag("dd", text(one.role))) for one in parts if one.role
    )
    return tag("dl", "".join(items), class_="cc-legend")


def _cells(name: str, code: str) -> list[dict[str, Any]]:
    """Lay out a well formed code, character by character."""
    report = check(code, expect=name)
    if not report.well_formed:
        raise ValueError(f"{code} is not well formed as {name}")
    return wire.anatomy(report)


def _strip(cells: list[dict[str, Any]]) -> str:
    """Draw the cells side by side."""
    drawn = "".join(_cell(place, cell) for place, cell in enumerate(cells, start=1))
    return tag("ol", drawn, class_="cc-strip")


def _cell(place: int, cell: dict[str, Any]) -> str:
    """Draw a character with its position."""
    char = tag("span", text(cell["char"]), class_="cc-cell__char")
    return tag("li", char + tag("span", str(place), class_="cc-cell__place"), class_="cc-cell")


def _stretches(cells: list[dict[str, Any]]) -> list[Stretch]:
    """Join neighboring cells that have one meaning."""
    found = []
    for role, group in groupby(enumerate(cells, start=1), key=lambda pair: pair[1]["role"]):
        places = [place for place, _ in group]
        found.append(Stretch(places[0], places[-1], role))
    return found
