"""Every source by key: where a fact comes from, and when it was read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from cagecore.facts.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Source:
    """A text or a data set that supports a fact.

    Attributes:
        title: Its own title, or what it is.
        publisher: Who answers for it.
        dated: Edition, or the day it was read, in words.
        url: Address, or `None` where no stable one is known.
        supports: What it is cited for, in a few words.
        standing: Who vouches for a rule that rests on it, where that is not the authority itself.

    Example:
        >>> sources()["gsa-uei"].publisher
        'U.S. General Services Administration'
    """

    title: str
    publisher: str
    dated: str
    url: str | None = None
    supports: str = ""
    standing: str | None = None


@cache
def sources() -> Mapping[str, Source]:
    """Give every source by its key.

    Returns:
        A read-only mapping, in the order of `data/sources.toml`.

    Example:
        >>> "gsa-uei" in sources()
        True
    """
    table = read_toml("sources.toml")
    return MappingProxyType({key: Source(**row) for key, row in table.items()})
