"""Where the nodes and edges of a diagram are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from site_build.pictures.frame import NARROW
from site_build.pictures.lettering import LINE, lines

if TYPE_CHECKING:
    from site_build.pictures.atlas import Point

CHANNEL = 26
"""Room beside the nodes for edges that go around."""
PADDING = 9
ROW_GAP = 40
MARGIN = 2
SIDE = 5
"""Room between a node's edge and its words."""


@dataclass(frozen=True)
class Box:
    """A node with its place and its words in lines.

    Attributes:
        left: Its left edge.
        top: Its upper edge.
        width: Its width.
        height: Its height.
        label: The lines of its name.
        note: The lines of what is said below.
        kind: `start`, `good`, `end` or `plain`.
    """

    left: float
    top: float
    width: float
    height: float
    label: list[str]
    note: list[str]
    kind: str

    @property
    def right(self) -> float:
        """Give its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Give its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> Point:
        """Give its middle."""
        return self.left + self.width / 2, self.top + self.height / 2


class Plan:
    """The places of a diagram.

    Attributes:
        boxes: The nodes by id.
        height: Height of the whole.
    """

    def __init__(self, diagram: dict[str, Any], width: int = NARROW) -> None:
        """Set out the nodes.

        Args:
            diagram: A table of `diagrams.toml`, whose gutters are those of the narrow drawing.
            width: How wide the drawing is.
        """
        sides = {edge.get("via") for edge in diagram["edges"]}
        self._left = MARGIN + CHANNEL * ("left" in sides)
        self._gutter: float = diagram["gutter"] * width / NARROW
        room = width - MARGIN - CHANNEL * ("right" in sides) - self._left
        self._column: float = (room + self._gutter) / diagram["columns"] - self._gutter
        self.boxes: dict[str, Box] = {}
        top = float(MARGIN)
        for row in sorted({node["place"][1] for node in diagram["nodes"]}):
            nodes = [node for node in diagram["nodes"] if node["place"][1] == row]
            words = [self._words(node) for node in nodes]
            height = max(len(label) + len(note) for label, note in words) * LINE + 2 * PADDING
            for node, (label, note) in zip(nodes, words, strict=True):
                self.boxes[node["id"]] = Box(
                    self._start(node["place"][0]),
                    top,
                    self._width(node),
                    height,
                    label,
                    note,
                    node.get("kind", "plain"),
                )
            top += height + ROW_GAP
        self.height = round(top - ROW_GAP + MARGIN)

    def _start(self, column: int) -> float:
        """Give the left edge of a column."""
        return self._left + column * (self._column + self._gutter)

    def _width(self, node: dict[str, Any]) -> float:
        """Give the width of a node."""
        span: int = node.get("span", 1)
        return span * (self._column + self._gutter) - self._gutter

    def _words(self, node: dict[str, Any]) -> tuple[list[str], list[str]]:
        """Break a node's name and note into lines."""
        room = self._width(node) - 2 * SIDE
        return lines(node["label"], room), lines(node.get("note", ""), room)

    def route(self, edge: dict[str, Any]) -> list[Point]:
        """Lead an edge from node to node.

        Args:
            edge: A row of the diagram's edges.

        Returns:
            The corners of its line, the arrow's head last.
        """
        start, end = self.boxes[edge["from"]], self.boxes[edge["to"]]
        if "via" in edge:
            return _around(start, end, edge["via"])
        if start.top == end.top:
            y = start.middle[1]
            return [(start.right, y), (end.left, y)]
        left, right = max(start.left, end.left), min(start.right, end.right)
        x = (left + right) / 2
        if "column" in edge:
            x = self._start(edge["column"]) + self._column / 2
        down = end.top > start.top
        return [(x, start.bottom if down else start.top), (x, end.top if down else end.bottom)]


def _around(start: Box, end: Box, side: str) -> list[Point]:
    """Lead an edge around the side of its nodes."""
    right = side == "right"
    away = (CHANNEL - 8) * (1 if right else -1)
    (x, y), (u, v) = ((one.right if right else one.left, one.middle[1]) for one in (start, end))
    if start == end:
        y, v = y - start.height / 4, v + start.height / 4
    return [(x, y), (x + away, y), (x + away, v), (u, v)]
