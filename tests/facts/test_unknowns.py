"""What is called unknown really is: no text that was searched for it answers it."""

from __future__ import annotations

from typing import Any

import pytest

from cagecore.facts.tables import read_toml
from tests.facts.test_reference_tables import DOCS, exists, is_sentence
from tests.helpers.reports import FACTS

UNKNOWNS = read_toml("unknowns.toml", FACTS)
ANSWERED = read_toml("answered.toml", FACTS)


def answers_to(question: str) -> set[str]:
    """Name the answered questions that are on the same matter as an open one."""
    said = question.lower()
    return {key for key, row in ANSWERED.items() if all(word in said for word in row["words"])}


@pytest.mark.parametrize("key", UNKNOWNS)
def test_unknowns(key: str) -> None:
    """Each open question says what was looked at, names the texts, and is on the page."""
    one: dict[str, Any] = UNKNOWNS[key]
    assert is_sentence(one["what"])
    assert is_sentence(one["looked"])
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


def test_answers_are_recognized() -> None:
    """An open question on an answered matter is found by its words, in whatever case."""
    assert answers_to("How OLD a document may be.") == {"evs-list"}
    assert answers_to("The pattern of Qatar’s codes.") == set()
