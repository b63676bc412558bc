"""The tables of facts: complete, sourced, and in step with the rules that read them."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest

from cagecore import SCHEMES, cage, check, ncage, uei
from cagecore.facts.nations import allocations
from cagecore.facts.sources import sources
from cagecore.facts.tables import read_csv, read_toml
from cagecore.schemes import MAIN
from cagecore.text.missing import PLACEHOLDERS
from tests.helpers.reports import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

DATA = resources.files("cagecore").joinpath("data")
CONFIDENCE = {"high", "medium", "low"}


def tables(folder: Traversable) -> list[str]:
    """Name the tables of a folder."""
    return sorted(file.name for file in folder.iterdir() if file.name.endswith((".csv", ".toml")))


HOME = {name: folder for folder in (DATA, FACTS) for name in tables(folder)}
"""The folder of each table."""
UNSOURCED = {"sources.toml": "Its rows are the sources."}
UNRATED = {
    **UNSOURCED,
    "unknowns.toml": "A row says that nothing is known, which is neither sure nor unsure.",
}
FULL = [
    "damage.csv",
    "dodaac_services.csv",
    "examples.csv",
    "generic_pairs.csv",
    "older_names.csv",
    "placeholders.csv",
    "pseudo_cages.csv",
    "s_code_pairs.csv",
]


def rows_of(name: str) -> list[dict[str, Any]]:
    """Give every row of a table, however deeply nested."""
    if name.endswith(".csv"):
        return list(read_csv(name, HOME[name]))
    if name == "diagrams.toml":
        # A picture is made of edges and nodes; a node without text is a name for its edges.
        parts = [part for one in read_toml(name).values() for part in one["nodes"] + one["edges"]]
        return [part for part in parts if "from" in part or "text" in part]
    return list(_rows(read_toml(name, HOME[name])))


def _rows(table: dict[str, Any] | list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    if isinstance(table, dict) and any(isinstance(value, str) for value in table.values()):
        yield table
        return
    for part in table.values() if isinstance(table, dict) else table:
        yield from _rows(part)


@pytest.mark.parametrize("name", sorted(set(HOME) - set(UNSOURCED)))
def test_rows_are_sourced_and_rated(name: str) -> None:
    """Each row of each table names known sources and says how sure it is."""
    rows = rows_of(name)
    assert rows
    for row in rows:
        # What is unknown has texts that were searched in vain in place of sources.
        cited = row["searched" if name == "unknowns.toml" else "sources"]
        named = cited.split() if name.endswith(".csv") else cited
        assert named, row
        assert set(named) <= set(sources()), row
        assert name in UNRATED or row["confidence"] in CONFIDENCE, row
        assert named != ["usage"] or row["confidence"] == "low", row


def test_each_table_has_one_home() -> None:
    """No table is in both folders, and neither folder is empty."""
    assert sorted(HOME) == sorted(tables(DATA) + tables(FACTS))
    assert tables(DATA)
    assert tables(FACTS)


@pytest.mark.parametrize("folder", [DATA, FACTS], ids=["data", "facts"])
def test_readme_lists_every_table(folder: Traversable) -> None:
    """The table of tables has each of them once, and nothing else."""
    words = folder.joinpath("README.md").read_text("utf-8")
    assert sorted(re.findall(r"(?m)^\| `([^`]+)` \|", words)) == tables(folder)


@pytest.mark.parametrize("name", FULL)
def test_no_column_is_empty(name: str) -> None:
    """A table whose rows are all alike leaves no column empty."""
    assert all(all(row.values()) for row in read_csv(name, HOME[name]))


def test_structures_are_dated() -> None:
    """Each structure has the date of its list, and a standing."""
    for row in allocations():
        assert re.fullmatch(r"20\d\d(-\d\d)?", row.as_of)
        assert row.status in {"NATO", "Tier 2", "Tier 1", "other", "withdrawn", "NSPA", "special"}


def test_placeholders_are_no_codes() -> None:
    """No placeholder has the shape of a CAGE, NCAGE or UEI, so none hides a real code."""
    for text in PLACEHOLDERS:
        assert not any(SCHEMES[key].matches(text) for key in MAIN)
        assert text == " ".join(text.upper().split())


@pytest.mark.parametrize("row", read_csv("examples.csv"), ids=lambda row: row["code"])
def test_examples(row: dict[str, str]) -> None:
    """Each example of the pages is a well formed code of its scheme."""
    report = check(row["code"])
    assert (report.scheme, report.well_formed, report.code) == (row["scheme"], True, row["code"])


def test_generic_pairs() -> None:
    """The nine generic pairs of PGI 204.606 are well formed, each code once."""
    rows = read_csv("generic_pairs.csv")
    assert len({row["uei"] for row in rows}) == len({row["cage"] for row in rows}) == 9
    assert all(uei.is_valid(row["uei"]) and cage.is_valid(row["cage"]) for row in rows)


def test_naics_sectors() -> None:
    """Twenty-four numbers stand for the twenty sectors."""
    assert len({row["sector"] for row in read_csv("naics_sectors.csv")}) == 24


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_schemes_are_described(scheme: object) -> None:
    """Each scheme has what its page shows, and points to known look-ups only."""
    lookups = read_toml("lookups.toml")
    assert SCHEMES[getattr(scheme, "id", "")] is scheme
    for name in ("name", "article", "page", "pattern", "shape", "limits"):
        assert getattr(scheme, name)
    assert set(getattr(scheme, "lookups", ())) <= set(lookups)
    assert all(row["url"].startswith("https://") for row in lookups.values())


@pytest.mark.parametrize("key", SCHEMES)
def test_anatomy_is_in_order(key: str) -> None:
    """The parts of a code follow each other without a gap, up to the end of the longest code."""
    scheme = SCHEMES[key]
    edges = [edge for part in scheme.parts for edge in (part.start, part.end)]
    assert edges[1:-1:2] == edges[2::2]
    assert not edges or (edges[0], edges[-1]) == (0, max(scheme.lengths))
    assert all(part.start < part.end and part.meaning for part in scheme.parts)


@pytest.mark.parametrize("key", SCHEMES)
def test_pattern_is_portable(key: str) -> None:
    """A pattern has only what Python, JavaScript and HTML's v flag read alike."""
    pattern = SCHEMES[key].pattern
    assert re.fullmatch(r"(?:[A-Z0-9-]|\[[A-Z0-9-]+\]|\{[0-9,]+\}|\(\?[:!]|[)|?*])+", pattern)


def test_ncage_and_cage_are_disjoint() -> None:
    """No text has the shape of both, so it is always clear which one a code has."""
    for text in ("11111", "1111A", "A1111", "A111A", "1AAA1", "S111S", "O1111", "11O11"):
        assert not (cage.SCHEME.matches(text) and ncage.SCHEME.matches(text))
