"""The status of a record, and how it gets from one status to the next.

The letters are in `data/statuses.toml`; the transitions are those of the diagrams of states in
`data/diagrams.toml`, so that what is drawn and what is listed are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from cagecore.facts.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Status:
    """One letter or digit by which a register gives a record's status.

    Attributes:
        code: The letter or digit.
        name: What the source calls it.
        meaning: What it means, in our words.
        sources: Keys into `cagecore.facts.sources`.
        confidence: `high`, `medium` or `low`.
        action: What to do; may be empty.
        file: The extract in which the code has this meaning; empty where it is the same in all.

    Example:
        >>> [one.name for one in statuses()["ncage"] if one.code == "R"]
        ['Replaced']
    """

    code: str
    name: str
    meaning: str
    sources: tuple[str, ...]
    confidence: str
    action: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """One way from a state to another, or back to the same.

    Attributes:
        start: The state before, in the words of the diagram.
        end: The state after.
        how: What brings it about.
        sources: Keys into `cagecore.facts.sources`.
        confidence: `high`, `medium` or `low`.

    Example:
        >>> [one.end for one in transitions()["cage"] if one.start == "Requested"]
        ['Active']
    """

    start: str
    end: str
    how: str
    sources: tuple[str, ...]
    confidence: str


@cache
def statuses() -> Mapping[str, tuple[Status, ...]]:
    """Give the statuses by what they are of.

    Returns:
        A read-only mapping: `sam` a registration, `extract` a row of SAM's extract, `cage` a CAGE
        record in DLA's words, `ncage` a CAGE or NCAGE record in NATO's, `entity` what kind of
        entity a record is of.

    Example:
        >>> list(statuses())
        ['sam', 'extract', 'cage', 'ncage', 'entity']
    """
    tables = read_toml("statuses.toml")
    return MappingProxyType({kind: tuple(map(_status, rows)) for kind, rows in tables.items()})


def _status(row: dict[str, Any]) -> Status:
    """Turn a row into a status."""
    return Status(**{**row, "sources": tuple(row["sources"])})


@cache
def transitions() -> Mapping[str, tuple[Transition, ...]]:
    """Give the transitions by the record that makes them.

    Returns:
        A read-only mapping: `cage` a CAGE or NCAGE record, `sam` a registration in SAM.

    Example:
        >>> {key: len(ways) for key, ways in transitions().items()}
        {'cage': 6, 'sam': 9}
    """
    diagrams = read_toml("diagrams.toml")
    return MappingProxyType({key: _ways(diagrams[f"{key}-states"]) for key in ("cage", "sam")})


def _ways(diagram: dict[str, Any]) -> tuple[Transition, ...]:
    """Turn the edges of a diagram into transitions."""
    labels = {node["id"]: node["label"] for node in diagram["nodes"]}
    return tuple(
        Transition(
            labels[edge["from"]],
            labels[edge["to"]],
            edge["label"],
            tuple(edge["sources"]),
            edge["confidence"],
        )
        for edge in diagram["edges"]
    )
