"""The table of structures, and what the first and last characters of a code say."""

from __future__ import annotations

from itertools import product

import pytest

from cagecore import check, ncage
from cagecore.facts.nations import allocations, issuer_names, nation_names, structure_of, structures
from cagecore.facts.tables import read_csv
from tests.helpers.reports import FACTS, read_rows

EDGES = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ"


@pytest.mark.parametrize(
    ("code", "nation", "issuer"),
    [
        ("K0999", "GBR", "NCB-GBR"),
        ("U1030", "GBR", "NCB-GBR"),
        ("DG119", "DEU", "NCB-DEU"),
        ("424AF", "KOR", "NCB-KOR"),
        ("A123F", "RUS", "NCB-RUS"),
        ("1ADNW", "ARE", "NCB-ARE"),
        ("AE99X", "JOR", "NCB-JOR"),
        ("AE82N", "SWE", "NCB-SWE"),
        ("D123N", "IRQ", "NCB-IRQ"),
        ("D123P", "IRL", "NCB-IRL"),
        ("B123B", "DZA", "NCB-DZA"),
        ("B123C", "ECU", "NCB-ECU"),
        ("B6865", None, "NCB-BEL"),
        ("S4080", None, "NSPA"),
        ("IREF0", None, "AC/135"),
        ("A123L", "BLR", None),
        ("A123Q", "AFG", None),
        ("B123A", None, None),
        ("X1234", None, None),
        ("X123X", None, None),
    ],
)
def test_nation_and_issuer(code: str, nation: str | None, issuer: str | None) -> None:
    """A code shows its nation only where the structure is one nation's; Qatar's is not guessed."""
    report = check(code)
    assert (report.scheme, report.nation, report.issuer) == ("ncage", nation, issuer)


@pytest.mark.parametrize("code", ["1ABC5", "00198", "27340", "6W100"])
def test_cage_tells_neither(code: str) -> None:
    """The shape of a CAGE code is DLA's and Canada's, so it names no country and no issuer."""
    report = check(code)
    assert (report.scheme, report.nation, report.issuer) == ("cage", None, None)


def test_structures_are_disjoint() -> None:
    """No first and last character belong to two structures."""
    found: dict[str, str] = {}
    for pattern in structures():
        first, last = ("0123456789" if char == "#" else char for char in pattern[::4])
        for edges in map("".join, product(first, last)):
            assert found.setdefault(edges, pattern) == pattern
    assert all(
        (structure.pattern if (structure := structure_of(f"{a}123{b}")) else None)
        == found.get(a + b)
        for a, b in product(EDGES, EDGES)
    )


def test_structures_are_well_formed() -> None:
    """Each structure is that of an NCAGE code, all but the one shared with CAGE codes."""
    for pattern in structures():
        code = pattern.replace("#", "1").replace("*", "2")
        assert pattern[1:4] == "***"
        assert ncage.is_valid(code) is (pattern != "#***#")


@pytest.mark.parametrize(
    "row", [row for row in allocations() if row.example], ids=lambda row: row.example
)
def test_examples_have_their_structure(row: object) -> None:
    """The example in each row of the table has the row's structure."""
    example, pattern = getattr(row, "example", ""), getattr(row, "pattern", "")
    structure = structure_of(example)
    assert structure
    assert structure.pattern == pattern
    assert check(example).well_formed


def test_standings_are_sourced() -> None:
    """A nation's standing rests on the one list that gives it, whatever its pattern rests on."""
    for row in allocations():
        if row.status in {"NATO", "Tier 2", "Tier 1", "other"}:
            assert "nspa-2026" in row.sources


def test_examples_say_what_they_are() -> None:
    """An example has a kind and a source, and a row without one has neither."""
    for row in allocations():
        assert bool(row.example) is bool(row.example_kind) is bool(row.example_source)
        assert row.example_kind in {"", "real", "syntax example", "special value"}


def test_pairs_of_codes() -> None:
    """An S code is NSPA's, and the code beside it that of the nation named."""
    for row in read_csv("s_code_pairs.csv", FACTS):
        assert check(row["s_code"]).issuer == "NSPA"
        assert check(row["national_code"]).nation == row["nation"]


def test_names() -> None:
    """Every nation and every issuer of the table has a name."""
    for row in allocations():
        assert not row.nation or nation_names()[row.nation] == row.name
        assert not row.issuer or issuer_names()[row.issuer]
        assert row.issuer or row.status == "withdrawn"
        assert len(row.nation) in {0, 3}


def test_table_holds_the_real_codes() -> None:
    """The structure of every real code of the examples is in the table, with its nation."""
    for row in read_rows("ncage_examples.csv"):
        structure = structure_of(row["code"])
        assert structure
        assert structure.pattern == row["pattern"]
