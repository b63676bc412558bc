"""Why a check of a name, an address or a registration fails, and what to do about it.

The tables are in `data/causes.toml`. Each check is made by an office from its own evidence; a cause
names the checks that refuse it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from cagecore.facts.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLES: Final = "causes.toml"
_REFUSED: Final = "not accepted"


@dataclass(frozen=True, slots=True)
class Address:
    """A kind of address, and whether an office accepts it.

    Attributes:
        name: The kind, with its article.
        answer: What the office says: `not accepted`, or under what condition it is.

    Example:
        >>> checks()["dla"].addresses[0]
        Address(name='a P.O. box', answer='not accepted')
    """

    name: str
    answer: str


@dataclass(frozen=True, slots=True)
class Check:
    """An office's check of a name, an address or a registration.

    Attributes:
        id: Its key, e.g. `evs`.
        name: What it is called.
        looks_at: What it compares.
        when: When it is made.
        takes: Evidence that it takes.
        note: What else is to be known of this evidence; may be empty.
        refuses: What it does not take, beside addresses.
        addresses: The kinds of address of which its texts speak.
        time: How long it takes.
        sources: Keys into `cagecore.facts.sources`.
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
    time: str
    sources: tuple[str, ...]
    confidence: str
    note: str = ""
    refuses: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()

    @property
    def refused(self) -> tuple[str, ...]:
        """All that it does not take, addresses included.

        Example:
            >>> checks()["evs"].refused[-3:]
            ('a P.O. box', 'a mailing service', 'a virtual office')
        """
        return (*self.refuses, *(one.name for one in self.addresses if one.answer == _REFUSED))


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason why a check fails.

    Attributes:
        id: Its key, e.g. `mail-drop`; the pages' anchor is `cause-` and the key.
        title: The reason in a few words.
        first: What to do before anything else.
        looks_like: How somebody who is refused can recognize it.
        refused_by: Keys of the checks that refuse it; empty where it is none of them.
        why: The reason for it.
        steps: What to do, in order.
        documents: Documents that help; empty where none do.
        time: How long it takes, where that differs from the checks' own time; else empty.
        sources: Keys into `cagecore.facts.sources`.
        confidence: `high`, `medium` or `low`.

    Example:
        >>> causes()["co-located"].refused_by
        ('dla',)
    """

    id: str
    title: str
    first: str
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
        ['evs', 'irs', 'dla', 'award']
    """
    rows = read_toml(_TABLES)["checks"]
    return MappingProxyType({key: _check(key, row) for key, row in rows.items()})


def _check(key: str, row: dict[str, Any]) -> Check:
    """Turn a row into a check."""
    addresses = [Address(**one) for one in row.get("addresses", ())]
    return Check(id=key, **_frozen({**row, "addresses": addresses}))


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
