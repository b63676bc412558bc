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
        dated: Edition, and when it was read, in words.
        url: Its deepest public address, or `None` where there is none.
        supports: What it is cited for, in a few words.
        standing: Who vouches for a rule that rests on it, where that is not the authority itself.
        where: Where in the text it says so, unless the address leads there.
        also: More addresses: of another copy, the original, or a further part.
        held: Who holds a text without an address, and how to get it.
        shallow: Why the address is only that of a home page or of a whole project.

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
    where: str = ""
    also: tuple[str, ...] = ()
    held: str | None = None
    shallow: str | None = None


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
    return MappingProxyType(
        {key: Source(**{**row, "also": tuple(row.get("also", ()))}) for key, row in table.items()}
    )
