"""What is called unknown really is: no text that was searched for it answers it."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, Any

import pytest

from cagecore.facts.tables import read_toml
from tests.facts.test_reference_tables import DOCS, exists, is_sentence
from tests.helpers.reports import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

UNKNOWNS = read_toml("unknowns.toml", FACTS)
ANSWERED = read_toml("answered.toml", FACTS)


ABSENT = re.compile(
    r"\b(not (found|known|said)|no [a-z ]*text|found (no|nothing)|did not find|nothing was)\b",
    re.IGNORECASE,
)
"""How a sentence says that something was looked for in vain."""
TABLES = [
    file
    for folder in (FACTS, resources.files("cagecore").joinpath("data"))
    for file in sorted(folder.iterdir(), key=str)
    if file.name.endswith((".csv", ".toml")) and file.name not in {"answered.toml", "unknowns.toml"}
]
PAGES = [page for page in sorted(DOCS.rglob("*.md")) if FACTS not in page.parents]
TEXTS: list[Traversable] = [*PAGES, *TABLES]
"""The pages, and the tables that they show; the two that are about open questions left out."""


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a page or a table."""
    return (one for line in text.splitlines() for one in re.split(r"(?<=[.;!?])[\"\s]", line))


def answers_to(question: str) -> set[str]:
    """Name the answered questions that are on the same matter as an open one."""
    said = question.lower()
    return {key for key, row in ANSWERED.items() if all(word in said for word in row["words"])}


@pytest.mark.parametrize("key", UNKNOWNS)
def test_unknowns(key: str) -> None:
    """Each open question says what is known and what would settle it, and is on the page."""
    one: dict[str, Any] = UNKNOWNS[key]
    assert one["what"].endswith("?")
    assert is_sentence(one["looked"])
    assert is_sentence(one["settles"])
    assert one["searched"]
    page = (DOCS / "about" / "unknown.md").read_text("utf-8")
    assert f"<!-- cagecore: unknowns {one['group']} -->" in page


@pytest.mark.parametrize("key", UNKNOWNS)
def test_nothing_answered_is_open(key: str) -> None:
    """An answered question is not open; the rest of one says so."""
    assert key not in ANSWERED
    answered = answers_to(UNKNOWNS[key]["what"])
    assert answered <= {UNKNOWNS[key].get("part_of")}, f"answered.toml answers {answered}"


@pytest.mark.parametrize("key", UNKNOWNS)
def test_no_text_searched_answers(key: str) -> None:
    """None of the texts that were searched is a source of the answer to that question."""
    one: dict[str, Any] = UNKNOWNS[key]
    related = answers_to(one["what"]) | {one[name] for name in ("part_of",) if name in one}
    for answered in related:
        assert not set(one["searched"]) & set(ANSWERED[answered]["sources"]), answered


@pytest.mark.parametrize("key", ANSWERED)
def test_answers_are_complete(key: str) -> None:
    """Each answer is in sentences, and its page is there."""
    one: dict[str, Any] = ANSWERED[key]
    assert one["question"].endswith("?")
    assert is_sentence(one["answer"])
    assert one["words"]
    assert exists(one["page"])


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: "/".join(str(file).split("/")[-2:]))
def test_no_page_misses_an_answer(file: Traversable) -> None:
    """No sentence calls unknown what is answered, unless a part of it is an open question."""
    rest = {row["part_of"] for row in UNKNOWNS.values() if "part_of" in row}
    said = (one for one in sentences(file.read_text("utf-8")) if ABSENT.search(one))
    assert [one for one in said if answers_to(one) - rest] == []


def test_absence_is_recognized() -> None:
    """The sentences of the first edition that were wrong are found."""
    wrong = [
        "We did not find what SAM’s own check does with a home office.",
        "No text was found on whether a request has to be confirmed by e-mail.",
        "No official text that we read says how old a document may be.",
        "We did not find a sentence in which the Government says that they are free.",
        "What it does with a home office was not found.",
    ]
    assert all(ABSENT.search(one) and answers_to(one) for one in wrong)


def test_answers_are_recognized() -> None:
    """An open question on an answered matter is found by its words, in whatever case."""
    assert answers_to("How OLD a document may be.") == {"evs-list"}
    assert answers_to("The pattern of Qatar’s codes.") == set()
