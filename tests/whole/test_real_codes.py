"""Real and documented codes, judged as their sources say."""

from __future__ import annotations

import pytest

from cagecore import check, classify_column, uei
from cagecore.facts.nations import structures
from tests.helpers.reports import read_rows

CODES = read_rows("ncage_examples.csv")
VECTORS = read_rows("uei_vectors.csv")


def test_tables_are_whole() -> None:
    """The copied tables have the known number of rows, each with a source."""
    assert (len(CODES), len(VECTORS)) == (84, 43)
    assert all(row["source"] for row in CODES + VECTORS)


@pytest.mark.parametrize("row", CODES, ids=lambda row: row["code"])
def test_code(row: dict[str, str]) -> None:
    """A real code is well formed, and shows its nation where its structure is one nation's."""
    report = check(row["code"])
    structure = structures()[row["pattern"]]
    assert report.well_formed
    assert report.scheme == ("cage" if row["pattern"] == "#***#" else "ncage")
    if report.scheme == "ncage":
        assert report.issuer == structure.issuer
        assert report.nation == structure.nation
        assert report.nation in {None, row["country_iso"]}
    for expect in ("cage", "ncage"):
        assert check(row["code"], expect=expect).well_formed is (expect == report.scheme)
    assert check(row["code"], expect=["cage", "ncage"]).well_formed


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: row["uei"])
def test_uei(row: dict[str, str]) -> None:
    """A real UEI is well formed, and a documented wrong one is not."""
    right = row["structure_and_checksum_ok"] == "yes"
    assert uei.is_valid(row["uei"]) is right
    assert uei.is_valid(row["uei"].lower()) is right
    assert check(row["uei"]).well_formed is right
    if right:
        assert check(row["uei"]).scheme == "uei"


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: row["uei"])
def test_no_doubt_about_real_ueis(row: dict[str, str]) -> None:
    """No real UEI raises a doubt that rests on observation."""
    if row["structure_and_checksum_ok"] == "yes":
        (reading,) = check(row["uei"]).readings
        doubts = {finding.rule for finding in reading.findings if finding.severity == "warning"}
        assert doubts <= {"uei-generic"}


def test_as_a_column() -> None:
    """The same codes in one column have the same kinds."""
    kinds = classify_column(row["code"] for row in CODES)
    assert kinds == ["cage" if row["pattern"] == "#***#" else "ncage" for row in CODES]
