"""What was found is on its page, with its source, and gone from what is not known."""

from collections.abc import Callable
from typing import Any

import pytest

from site_build.facts import read_csv, read_keyed
from site_tests.support.built import anchors, text_of, tree

ANSWERED = {row["id"]: row for row in read_keyed("answered.toml")}
HOMES: list[tuple[str, str, Callable[[dict[str, Any]], str]]] = [
    (
        "requirements.toml",
        "needs",
        lambda row: {"assistance": "get/grants/", "defense": "get/subcontractors/"}[row["about"]],
    ),
    ("misses.toml", "miss", lambda _: "use/look-up/"),
    ("carriers.toml", "hides", lambda _: "identifiers/where-codes-hide/"),
    (
        "decisions.toml",
        "decision",
        lambda row: {"lapse": "keep/life-cycle/", "venture": "get/", "codes": "use/several-codes/"}[
            row["about"]
        ],
    ),
]
"""A table, what its anchors begin with, and the page of a row."""


@pytest.mark.parametrize("key", ANSWERED)
def test_the_page_has_the_answer(key: str) -> None:
    """The page that a row names is there with that place, and cites every source of the answer."""
    row = ANSWERED[key]
    address, _, fragment = row["page"].partition("#")
    here = anchors(address)

    assert not fragment or fragment in here
    assert {f"source-{source}" for source in row["sources"]} <= here


@pytest.mark.parametrize("key", ANSWERED)
def test_a_question_keeps_its_address(key: str) -> None:
    """A link to a question that was open once still leads to it, and to its answer."""
    assert f"unknown-{key}" in anchors("about/unknown/")
    assert ANSWERED[key]["answer"] in text_of(tree("about/unknown/"))


@pytest.mark.parametrize(("table", "prefix", "page"), HOMES, ids=[name for name, _, _ in HOMES])
def test_every_row_is_shown(table: str, prefix: str, page: Callable[[dict[str, Any]], str]) -> None:
    """Each row of the tables has its own address on the page that shows it."""
    for row in read_keyed(table):
        assert f"{prefix}-{row['id']}" in anchors(page(row))


def test_the_code_is_marked() -> None:
    """In what hides a code, that code is marked; where it hides none, nothing is."""
    rows = {one.get("id"): one for one in tree("identifiers/where-codes-hide/").iter("tr")}
    for row in read_keyed("carriers.toml"):
        element = rows[f"hides-{row['id']}"]
        marked = [text_of(one) for one in element.iter("mark")]
        assert marked == ([row["code"]] if "code" in row else [])
        assert row["seen"] in text_of(element)
        assert ("code" in row) != row["part"].startswith("None")


def test_tickets() -> None:
    """Each sentence for a ticket is on the page about refusals."""
    page = text_of(tree("keep/validation-failure/"))

    assert all(row["sentence"] in page for row in read_csv("tickets.csv"))


def test_what_to_have_ready() -> None:
    """The page about getting a code lists the ten data of 52.204-7(c)."""
    rows = read_csv("have_ready.csv")

    assert len(rows) == 10
    assert all(row["item"] in text_of(tree("get/")) for row in rows)


def test_both_texts_are_shown() -> None:
    """The page of the clauses has the older text of 52.204-7 beside the newer one, each dated."""
    (clause,) = (row for row in read_keyed("clauses.toml") if row["id"] == "52-204-7")
    (pair,) = (one for one in tree("use/clauses/").iter("dl") if one.get("class") == "cc-beside")
    shown = text_of(pair)

    for dated, said in [
        *((one["dated"], one["said"]) for one in clause["earlier"]),
        (clause["dated"], clause["you"]),
    ]:
        assert f"{dated} {said}" in " ".join(shown.split())
