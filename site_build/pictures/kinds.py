"""The kinds of areas on the map: the standings of nations, and what only the map distinguishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from site_build.facts import read_csv
from site_build.pages.nations.standings import STANDINGS


@dataclass(frozen=True)
class Kind:
    """What is said about all areas of one kind.

    Attributes:
        meaning: What the legend says.
        on_area: What an area itself says.
        dots: Whether an area too small to be seen is drawn as a dot.
    """

    meaning: str
    on_area: str
    dots: bool


_OWN: Final = read_csv("map_kinds.csv")
_BY_ISSUER: Final = {row["issuer"]: row["kind"] for row in _OWN if row["issuer"]}

KINDS: Final = {
    **{name: Kind(meaning, name, dots=True) for name, meaning in STANDINGS.items() if meaning},
    **{row["kind"]: Kind(row["meaning"], row["on_area"], row["dots"] == "yes") for row in _OWN},
}
"""The kinds by name, in the order of the legend."""


def kind_of(standing: str, issuer: str) -> str:
    """Name the kind of a nation.

    Args:
        standing: Its standing.
        issuer: Who assigns its codes.

    Returns:
        A key of `KINDS`.

    Example:
        >>> kind_of("NATO", "NCB-GBR"), kind_of("NATO", "DLA")
        ('NATO', 'DLA')
    """
    return _BY_ISSUER.get(issuer, standing)
