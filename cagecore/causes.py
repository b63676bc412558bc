"""Why a check of a name or an address fails, and what to do about it.

The tables are in `data/causes.toml`. A check is made by an office with evidence of its own; a cause
names the checks that refuse it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from cagecore.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLES: Final = "causes.toml"


@dataclass(frozen=True, slots=True)
class Check:
    """An office's check of a name, an address or a registration.

    Attributes:
        id: Its key, e.g. `evs`.
        name: What it is called.
        looks_at: What it compares.
        when: When it is made.
        takes: Evidence that it takes.
        refuses: What it does not take.
        time: How long it takes.
        sources: Keys into `cagecore.sources`.
        confidence: `high`, `medium` or `low`.

    Example:
        >>> checks()["dla"].refuses[0]
        'IRS documents as evidence of a name'
    """

    id: str
    name: str
    looks_at: str
    when: str
    takes: tuple[str, ...]
    refuses: tuple[str, ...]
    time: str
    sources: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason why a check fails.

    Attributes:
        id: Its key, e.g. `mail-drop`; the pages' anchor is `cause-` and the key.
        title: The reason in a few words.
        looks_like: How somebody who is refused can tell it.
        refused_by: Keys of the checks that refuse it; empty where no text says.
        why: What stands behind it.
        steps: What to do, in order.
        documents: Papers that help; empty where none do.
        time: How long it takes, where that differs from the checks' own time; else empty.
        sources: Keys into `cagecore.sources`.
        confidence: `high`, `medium` or `low`.

    Example:
        >>> causes()["co-located"].refused_by
        ('dla',)
    """

    id: str
    title: str
    looks_like: str
    refused_by: tuple[str, ...]
    why: str
    steps: tuple[str, ...]
    documents: tuple[str, ...]
    time: str
    sources: tuple[str, ...]
    confidence: str


@cache
def checks() -> Mapping[str, Check]:
    """Give every check by its key.

    Returns:
        A read-only mapping, in the order of the table.

    Example:
        >>> list(checks())
        ['evs', 'dla', 'award']
    """
    rows = read_toml(_TABLES)["checks"]
    return MappingProxyType({key: Check(id=key, **_frozen(row)) for key, row in rows.items()})


@cache
def causes() -> Mapping[str, Cause]:
    """Give every cause by its key.

    Returns:
        A read-only mapping, in the order of the table.

    Example:
        >>> causes()["mail-drop"].title
        'A P.O. box or a mail drop'
    """
    rows = read_toml(_TABLES)["causes"]
    return MappingProxyType({key: Cause(id=key, **_frozen(row)) for key, row in rows.items()})


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    """Make a row's lists unchangeable, like the row itself."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
