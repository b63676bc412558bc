"""The land of the world from the package `world-atlas`, on a flat and coarse grid.

The package keeps every border once, as an arc that neighbors share. Simplified arc by arc,
neighbors still meet without a gap.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import hypot, pi, radians
from typing import TYPE_CHECKING, Any

from site_build.site import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

ATLAS = PACKAGES / "world-atlas/countries-50m.json"

WIDTH = 2000
"""Units of the grid around the whole equator."""
CENTER, CUT = 11.0, -169.0
"""The meridian in the middle, and where the map is cut: through Bering Strait, through no land."""
NORTH, SOUTH = 83.7, -56.0
"""What is beyond that is left out: no code comes from Antarctica."""
EUROPE = (-25.0, 34.0, 45.0, 72.0)
"""West, south, east, north of the part that is drawn a second time, larger."""
FINE, COARSE = 0.7, 1.6
"""How far a simplified line may be from the true one, in units."""
SPECK = 10.0
"""Islands of fewer square units are left out, where a nation has others."""

Point = tuple[float, float]
Ring = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Land:
    """One area of the map.

    Attributes:
        number: Its number in ISO 3166-1, or empty.
        name: Its name as the package has it.
        rings: Its outlines, on the grid; empty where it is too small to be drawn.
        center: The middle of its largest part.
        size: Width or height of its largest part, whichever is larger.
    """

    number: str
    name: str
    rings: tuple[Ring, ...]
    center: tuple[int, int]
    size: float


def project(longitude: float, latitude: float) -> Point:
    """Flatten the globe, with the Natural Earth projection of Tom Patterson.

    Args:
        longitude: In degrees, east positive.
        latitude: In degrees, north positive.

    Returns:
        A place on the grid, y downwards from the northern edge.

    Example:
        >>> project(11, 83.7)
        (1000.0, 0.0)
    """
    longitude += 360 if longitude < CUT else 0
    x, y = _natural_earth(longitude - CENTER, latitude)
    scale = WIDTH / (2 * _natural_earth(180, 0)[0])
    return WIDTH / 2 + scale * x, scale * (_natural_earth(0, NORTH)[1] - y)


def _natural_earth(longitude: float, latitude: float) -> Point:
    """Apply the projection, in its own units."""
    # The polynomial of Šavrič and others, 2011.
    phi = radians(latitude)
    p2, p4 = phi**2, phi**4
    inner = p4 * (0.003971 * p2 - 0.001529 * p4) - 0.013791
    x = longitude / 180 * pi * (0.8707 - 0.131979 * p2 + p4 * inner)
    y = phi * (1.007226 + p2 * (0.015085 + p4 * (0.028874 * p2 - 0.044475 - 0.005916 * p4)))
    return x, y


@cache
def lands() -> tuple[Land, ...]:
    """Give every area of the map, in order of number and name.

    Returns:
        The areas, Antarctica left out.
    """
    atlas = json.loads(ATLAS.read_text(encoding="utf-8"))
    arcs = [_arc(arc, atlas["transform"]) for arc in atlas["arcs"]]
    found = (_land(one, arcs) for one in atlas["objects"]["countries"]["geometries"])
    # Some numbers occur twice, for a nation and for reefs of its own: the largest comes last.
    by_size = sorted((one for one in found if one), key=lambda one: (one.size, one.name))
    unique = {one.number or one.name: one for one in by_size}
    return tuple(unique[key] for key in sorted(unique))


def height() -> int:
    """Give the height of the grid.

    Returns:
        In units.
    """
    return round(project(0, SOUTH)[1])


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Read one border, flatten and simplify it."""
    (sx, sy), (dx, dy) = transform["scale"], transform["translate"]
    places = accumulate(steps, lambda at, step: [at[0] + step[0], at[1] + step[1]])
    degrees = [(x * sx + dx, y * sy + dy) for x, y in places]
    west, south, east, north = EUROPE
    x, y = degrees[len(degrees) // 2]
    inside = west < x < east and south < y < north
    return simplify([project(*one) for one in degrees], FINE if inside else COARSE)


def simplify(line: list[Point], tolerance: float) -> list[Point]:
    """Leave out the points of a line that are no further than a distance from what remains.

    Args:
        line: Its points; the first and the last always remain.
        tolerance: The distance.

    Returns:
        The points that remain, by the method of Douglas and Peucker.

    Example:
        >>> simplify([(0, 0), (5, 0.1), (10, 0)], 1)
        [(0, 0), (10, 0)]
    """
    if len(line) <= 2:  # noqa: PLR2004 - two points are a line
        return line
    far, place = max((_distance(one, line[0], line[-1]), n) for n, one in enumerate(line[1:-1], 1))
    if far <= tolerance:
        return [line[0], line[-1]]
    return simplify(line[: place + 1], tolerance)[:-1] + simplify(line[place:], tolerance)


def _distance(point: Point, start: Point, end: Point) -> float:
    """Measure how far a point is from a line."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    along = (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (
        point[0] - start[0]
    )
    return abs(along) / length if length else hypot(point[0] - start[0], point[1] - start[1])


def _land(geometry: dict[str, Any], arcs: list[list[Point]]) -> Land | None:
    """Put together one area, unless it is left out."""
    several = geometry["type"] == "MultiPolygon"
    polygons = geometry["arcs"] if several else [geometry["arcs"]]
    joined = (_join(ring, arcs) for polygon in polygons for ring in polygon)
    # Two islands of Alaska lie across the cut, and would be drawn across the whole world.
    outlines = [ring for ring in joined if _breadth(ring) < WIDTH / 2]
    largest = max(outlines, key=lambda ring: abs(area(ring)))
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*largest, strict=True))
    if top > height():
        return None
    kept = (_on_grid(ring) for ring in outlines if ring is largest or abs(area(ring)) >= SPECK)
    rings = tuple(ring for ring in kept if len(ring) > 2)  # noqa: PLR2004 - a ring has three
    return Land(
        geometry.get("id", ""),
        geometry["properties"]["name"],
        rings,
        (round((left + right) / 2), round((top + bottom) / 2)),
        max(right - left, bottom - top),
    )


def _breadth(ring: list[Point]) -> float:
    """Measure a ring from west to east."""
    across = [x for x, _ in ring]
    return max(across) - min(across)


def _join(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Put a ring together from arcs."""
    # A negative number is an arc that runs the other way.
    pieces = (arcs[one] if one >= 0 else arcs[~one][::-1] for one in ring)
    return [point for piece in pieces for point in piece[:-1]] or [(0.0, 0.0)]


def area(ring: Iterable[Point]) -> float:
    """Measure a ring, as twice what the sum of its edges gives.

    Args:
        ring: Its points.

    Returns:
        Its area, negative where it runs the other way.

    Example:
        >>> area([(0, 0), (2, 0), (2, 2), (0, 2)])
        4.0
    """
    points = list(ring)
    following = points[1:] + points[:1]
    pairs = zip(points, following, strict=True)
    return sum(x * v - u * y for (x, y), (u, v) in pairs) / 2


def _on_grid(ring: list[Point]) -> Ring:
    """Round a ring to the grid, without points that fall together."""
    rounded = [(round(x), round(y)) for x, y in ring]
    before = rounded[-1:] + rounded[:-1]
    return tuple(one for one, last in zip(rounded, before, strict=True) if one != last)
