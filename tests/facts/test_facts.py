"""The tables of statuses, duties and routes: complete, each row with its own address."""

from __future__ import annotations

from typing import Any

import pytest

from cagecore import SCHEMES, check
from cagecore.facts.tables import read_toml

STATUSES = read_toml("statuses.toml")
DUTIES = read_toml("duties.toml")["duty"]
ROUTES = read_toml("routes.toml")["route"]
EVERY_ROW = [*(row for rows in STATUSES.values() for row in rows), *DUTIES, *ROUTES]
RULES = ("far-", "dfars-", "cfr-")
"""What the keys of clauses and regulations begin with."""
EXAMPLES = [row["example"] for row in ROUTES if "example" in row]


@pytest.mark.parametrize("row", EVERY_ROW)
def test_texts(row: dict[str, Any]) -> None:
    """No text of a row has stray spaces."""
    assert all(text == " ".join(text.split()) for text in row.values() if isinstance(text, str))


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("sam", "R W S A I D E ID_Assigned"),
        ("extract", "A E 1 2 3 4"),
        ("cage", "F H R"),
        ("ncage", "A C E F H M N P R T U W Y"),
        ("entity", "A C D E F G H I M"),
    ],
)
def test_statuses(kind: str, codes: str) -> None:
    """Each letter of the sources is there once, with its name, its meaning and what to do."""
    rows = STATUSES[kind]
    assert [row["code"] for row in rows] == [code.replace("_", " ") for code in codes.split()]
    assert all(row["name"] and row["meaning"] for row in rows)
    assert all(row.get("action") for row in rows) is (kind != "entity")
    assert {row.get("file") for row in rows} == (
        {"monthly", "daily"} if kind == "extract" else {None}
    )


def test_duties() -> None:
    """Each duty says what, when, who and whether it is binding, under its own id."""
    assert len({row["id"] for row in DUTIES}) == len(DUTIES)
    for row in DUTIES:
        assert row["what"]
        assert row["when"]
        assert row["who"]
        assert row["basis"] in {"clause", "practice", "advice"}
        assert row["basis"] != "clause" or any(key.startswith(RULES) for key in row["sources"])


def test_routes() -> None:
    """Each route says what is needed, from whom and how, under its own id."""
    assert len({row["id"] for row in ROUTES}) == len(ROUTES)
    for row in ROUTES:
        assert row["title"]
        assert row["answer"]
        assert row["steps"]
        assert set(row["needs"]) <= set(SCHEMES)
        assert bool(row["needs"]) is bool(row["issuer"])
        assert row["page"] in {"get/", "get/foreign/"}


@pytest.mark.parametrize("code", EXAMPLES)
def test_examples(code: str) -> None:
    """The example of a route is a well formed code."""
    assert check(code).well_formed
