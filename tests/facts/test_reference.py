"""The tables that the reference pages show: clauses, systems and damage."""

from __future__ import annotations

import re

import pytest

from cagecore import check
from cagecore.facts.tables import read_csv, read_toml
from tests.helpers.reports import FACTS

CLAUSES = read_toml("clauses.toml", FACTS)
SYSTEMS = read_toml("systems.toml")


@pytest.mark.parametrize("key", [*CLAUSES, *SYSTEMS])
def test_keys_are_anchors(key: str) -> None:
    """Each row has a key that can be an anchor."""
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", key)


@pytest.mark.parametrize("key", CLAUSES)
def test_clauses_are_complete(key: str) -> None:
    """Each clause has a number that its key repeats, a date, a kind, and something it asks."""
    clause = CLAUSES[key]
    assert clause["number"].lower().replace(".", "-").replace(" ", "-").endswith(key)
    assert clause["kind"] in {"codified", "reserved", "procedure", "model"}
    assert clause["task"] in {"offer", "contract", "owners", "defense", "grants"}
    assert clause["title"]
    assert clause["dated"]
    assert clause["asks"]
    said = [one["said"] for one in clause.get("earlier", ())]
    for sentence in [clause["you"], *clause["asks"], *said, clause.get("differs", ".")]:
        assert sentence.endswith(".")


def test_clauses_of_the_issue() -> None:
    """Every clause that the pages promise is there."""
    numbers = {"2", "6", "7", "12", "13", "16", "17", "18", "20", "90", "91"}
    assert {f"52-204-{number}" for number in numbers} <= set(CLAUSES)
    assert {"4-1802", "4-1803", "252-204-7001", "pgi-204-1870", "pgi-204-606"} <= set(CLAUSES)
    assert {"2-cfr-25-200", "32-cfr-170-15", "252-204-7021", "252-204-7025"} <= set(CLAUSES)


def test_both_texts_of_the_registration_clause() -> None:
    """A solicitation may still hold the text of October 2018, so both are told apart."""
    clause = CLAUSES["52-204-7"]
    assert clause["dated"] == "November 2024"
    assert [one["dated"] for one in clause["earlier"]] == ["October 2018"]


@pytest.mark.parametrize("key", SYSTEMS)
def test_systems_are_complete(key: str) -> None:
    """Each system says what it holds and what it has the last word on; no column is named twice."""
    system = SYSTEMS[key]
    assert system["title"]
    assert system["holds"]
    assert system["authority"].endswith(".")
    assert system.get("url", "https://").startswith("https://")
    names = [name for column in system["columns"] for name in column["names"]]
    assert len(names) == len(set(names))
    assert all(column["of"] for column in system["columns"])


@pytest.mark.parametrize("case", read_csv("damage.csv"), ids=lambda case: case["kind"])
def test_damage(case: dict[str, str]) -> None:
    """The checker says of each damaged text what the table promises."""
    assert check(case["original"], expect=case["scheme"]).well_formed
    report = check(case["became"], expect=case["scheme"])
    offered = {suggestion.code for suggestion in report.suggestions}
    if case["outcome"] == "read":
        assert (report.well_formed, report.code) == (True, case["original"])
    else:
        assert not report.well_formed
        assert (case["outcome"], case["original"] in offered) in {
            ("offered", True),
            ("lost", False),
        }
