"""NCAGE structures: which nation and which issuer the first and last characters show.

The table is `data/structures.csv`; each row carries its date, its confidence and its sources. The
nation is the one whose structure it is, not where the holder of a code is today.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from string import digits
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cagecore.facts.tables import read_csv

if TYPE_CHECKING:
    from collections.abc import Mapping


_BUREAU: Final = "NCB-"
"""What the name of a national codification bureau starts with, before the nation."""
_STANDINGS: Final = {row["standing"]: row for row in read_csv("standings.csv")}
ABROAD: Final = "Codes exchanged abroad are S codes, which NSPA assigns."
"""What is to be known of a national format."""


@dataclass(frozen=True, slots=True)
class Allocation:
    """One row of the table: a nation (or a body) and the structure of its codes.

    Attributes:
        pattern: The structure: `#` a digit, `*` a letter or digit, e.g. `K***#`.
        nation: ISO 3166-1 alpha-3; empty where the row is not a nation's.
        name: The nation's name in English.
        status: Its standing, a key of `standings.csv`.
        issuer: Who assigns such codes; empty when nobody does any more.
        ncb: Number of the national codification bureau.
        as_of: Date of the newest list that shows the pattern, `YYYY-MM` or `YYYY`. The standing and
            the number are those of the source `nspa-2026`.
        confidence: How sure the pattern is: `high`, `medium` or `low`.
        example: A code, or empty where no sourced one was found.
        example_source: Where it was seen; key into `cagecore.facts.sources`.
        note: What else the reader should know.
        sources: Keys into `cagecore.facts.sources`.
        example_kind: `real`, `syntax example` or `special value`; empty without an example.

    Example:
        >>> allocations()[1].name
        'Albania'
    """

    pattern: str
    nation: str
    name: str
    status: str
    issuer: str
    ncb: str
    as_of: str
    confidence: str
    example: str
    example_source: str
    note: str
    sources: tuple[str, ...]
    example_kind: str

    @property
    def national(self) -> bool:
        """Whether this is a format for use at home, of which `ABROAD` is true.

        Example:
            >>> {row.name: row.national for row in allocations()}["South Africa"]
            True
        """
        return _STANDINGS[self.status]["national"] == "yes"


@dataclass(frozen=True, slots=True)
class Structure:
    """What the first and last characters of a code show.

    Attributes:
        pattern: The structure, e.g. `K***#`.
        nation: ISO 3166-1 alpha-3, only where the structure belongs to one nation.
        issuer: Who assigns such codes, where one issuer does.
        status: As in `Allocation`.
        allocations: The rows of the table that share the structure.

    Example:
        >>> structure_of("K0999").nation
        'GBR'
    """

    pattern: str
    nation: str | None
    issuer: str | None
    status: str
    allocations: tuple[Allocation, ...]

    @property
    def exchanged(self) -> bool:
        """Whether codes of this structure are exchanged between nations.

        Example:
            >>> structure_of("K0999").exchanged, structure_of("A123A").exchanged
            (True, False)
        """
        return _STANDINGS[self.status]["exchanged"] == "yes"

    @property
    def withdrawn(self) -> bool:
        """Whether a list had it once and its nation holds no bureau number any more.

        Example:
            >>> structure_of("A123L").withdrawn
            True
        """
        return _STANDINGS[self.status]["withdrawn"] == "yes"

    @property
    def of_body(self) -> bool:
        """Whether a body assigns the codes, for nations that it may share them with.

        Example:
            >>> structure_of("S4080").of_body, structure_of("B6865").of_body
            (True, False)
        """
        return bool(_STANDINGS[self.status]["anatomy"])

    @property
    def meaning(self) -> str:
        """What the letters of the structure mean: a nation, several, or who assigns the codes.

        Example:
            >>> structure_of("B6865").meaning, structure_of("S4080").meaning
            ('Belgium or Luxembourg', 'assigned by NSPA')
        """
        names = " or ".join(row.name for row in self.allocations)
        return _STANDINGS[self.status]["anatomy"] or names


@cache
def allocations() -> tuple[Allocation, ...]:
    """Give every row of the table, in order of the names.

    Returns:
        All rows.

    Example:
        >>> [row.issuer for row in allocations() if row.pattern == "B***#"]
        ['NCB-BEL', 'NCB-BEL']
    """
    return tuple(
        Allocation(**{**row, "sources": tuple(row["sources"].split())})  # type: ignore[arg-type]  # a row is text
        for row in read_csv("structures.csv")
    )


@cache
def structures() -> Mapping[str, Structure]:
    """Give every structure by its pattern.

    Returns:
        A read-only mapping.

    Example:
        >>> structures()["S***#"].issuer, structures()["S***#"].nation
        ('NSPA', None)
    """
    shared: dict[str, list[Allocation]] = {}
    for row in allocations():
        shared.setdefault(row.pattern, []).append(row)
    return MappingProxyType({key: _structure(tuple(rows)) for key, rows in shared.items()})


def _structure(rows: tuple[Allocation, ...]) -> Structure:
    """Put together what the rows of one structure say."""
    # NSPA's row and the special one are for many nations, so a nation beside them proves nothing.
    nations = {row.nation for row in rows}
    issuers = {row.issuer for row in rows}
    statuses = [row.status for row in rows]
    return Structure(
        pattern=rows[0].pattern,
        nation=(nations.pop() or None) if len(nations) == 1 else None,
        issuer=(issuers.pop() or None) if len(issuers) == 1 else None,
        status=next((one for one in statuses if _STANDINGS[one]["anatomy"]), statuses[0]),
        allocations=rows,
    )


def structure_of(code: str) -> Structure | None:
    """Find the structure of a CAGE or NCAGE code.

    Args:
        code: Five characters, clean.

    Returns:
        The structure, or `None` when no nation is known to use it.

    Example:
        >>> structure_of("AE82N").pattern
        'A***N'
        >>> structure_of("X1234") is None
        True
    """
    first, last = ("#" if edge in digits else edge for edge in (code[0], code[-1]))
    return structures().get(f"{first}***{last}")


def is_bureau(issuer: str | None) -> bool:
    """Whether an issuer is a national codification bureau.

    Args:
        issuer: An issuer, as a structure names it.

    Returns:
        Whether it is one.

    Example:
        >>> is_bureau("NCB-DEU"), is_bureau("NSPA")
        (True, False)
    """
    return issuer is not None and issuer.startswith(_BUREAU)


@cache
def nation_names() -> Mapping[str, str]:
    """Give the English name of each nation in the table.

    Returns:
        Names by ISO 3166-1 alpha-3.

    Example:
        >>> nation_names()["DEU"]
        'Germany'
    """
    return MappingProxyType({row.nation: row.name for row in allocations() if row.nation})


@cache
def issuer_names() -> Mapping[str, str]:
    """Give the name of each issuer in the table.

    Returns:
        Names by issuer.

    Example:
        >>> issuer_names()["NCB-DEU"]
        'national codification bureau (Germany)'
    """
    names = {row["issuer"]: row["name"] for row in read_csv("issuers.csv")}
    for row in allocations():
        if is_bureau(row.issuer):
            nation = nation_names()[row.issuer.removeprefix(_BUREAU)]
            names[row.issuer] = f"national codification bureau ({nation})"
    return MappingProxyType(names)
