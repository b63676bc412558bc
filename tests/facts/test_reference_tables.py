"""The tables that only pages show: glossary, myths, time line, older names."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from cagecore.facts.tables import read_csv, read_toml
from tests.helpers.reports import FACTS

DOCS = Path(__file__).parents[2] / "docs"
ARTICLES = {"article-nato-cage", "article-look-up", "article-explainer", "cmmc-pages"}
GLOSSARY = read_toml("glossary.toml", FACTS)
MYTHS = read_toml("myths.toml", FACTS)
TIMELINE = read_csv("timeline.csv", FACTS)


def exists(place: str) -> bool:
    """Say whether an address below the site's root is that of a page."""
    page = place.partition("#")[0].removesuffix("/")
    return (DOCS / f"{page}.md").is_file() or (DOCS / page / "index.md").is_file()


def is_sentence(words: str) -> bool:
    """Say whether words start and end as a sentence does."""
    return bool(re.fullmatch(r"[^a-z\s].*\.", words))


@pytest.mark.parametrize("slug", GLOSSARY)
def test_glossary(slug: str) -> None:
    """A term has a meaning in a sentence and a page that is there."""
    term: dict[str, Any] = GLOSSARY[slug]
    assert re.fullmatch("[a-z0-9-]+", slug)
    assert is_sentence(term["meaning"])
    assert term["more"]
    assert exists(term["page"])


def test_terms_are_unique() -> None:
    """No term is explained twice."""
    assert len({term["term"].casefold() for term in GLOSSARY.values()}) == len(GLOSSARY) >= 50


def test_abbreviations_stand_for_something() -> None:
    """What is written in capitals has its full name."""
    for term in GLOSSARY.values():
        if re.fullmatch(r"[A-Za-z]*[A-Z]{2}[A-Z]*", term["term"]):
            assert term["stands_for"]


@pytest.mark.parametrize("key", MYTHS)
def test_myths(key: str) -> None:
    """A myth has a claim, who makes it, a finding on other sources, and a page that is there."""
    myth: dict[str, Any] = MYTHS[key]
    assert re.fullmatch("[a-z0-9-]+", key)
    assert set(myth["claims"]) <= ARTICLES
    assert any(is_sentence("It " + claim) for claim in myth["claims"].values())
    assert is_sentence(myth["finding"])
    assert not ARTICLES.intersection(myth["sources"])
    assert exists(myth["page"])


def test_every_article_is_examined() -> None:
    """Each of the articles makes at least one of the claims."""
    assert {key for myth in MYTHS.values() for key in myth["claims"]} == ARTICLES


@pytest.mark.parametrize("row", TIMELINE, ids=lambda row: f"{row['date']} {row['event'][:30]}")
def test_timeline(row: dict[str, str]) -> None:
    """An event has a date as far as it is known, and a sentence."""
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", row["date"])
    day = date.fromisoformat(row["date"] + "0000-01-01"[len(row["date"]) :])
    assert 1950 < day.year < 2030
    assert is_sentence(row["event"])


def test_timeline_is_in_order() -> None:
    """The earliest event comes first, and none appears twice."""
    dates = [row["date"] for row in TIMELINE]
    assert dates == sorted(dates)
    assert len({(row["date"], row["event"]) for row in TIMELINE}) == len(TIMELINE)


def test_timeline_has_the_steps_of_the_clauses() -> None:
    """Each step by which the clauses came about is in the time line on the same day."""
    known = {row["date"] for row in TIMELINE}
    for step in read_csv("clause_history.csv", FACTS):
        day = datetime.strptime(step["date"], "%d %B %Y").replace(tzinfo=UTC)
        assert day.date().isoformat() in known, step["step"]


def test_older_names() -> None:
    """The page about an older name's successor is there."""
    for row in read_csv("older_names.csv", FACTS):
        assert exists(row["page"])


def test_questions_are_sourced_and_lead_on() -> None:
    """Each question leads to a page or to an answer here, and each answer here cites a source."""
    text = (DOCS / "questions" / "faq.md").read_text("utf-8")
    asked = re.findall(r"^- \[[^]]+\]\((?:\.\./)?([^)]+)\)$", text, re.MULTILINE)
    answers = dict(
        re.findall(r"^### [^\n]* \{ (#[a-z-]+) \}\n(.*?)(?=^##)", text, re.MULTILINE | re.DOTALL)
    )
    here = {place for place in asked if place.startswith("#")}
    assert len(asked) >= 40
    assert here <= set(answers)
    assert all("[@" in answers[place] for place in here)
    assert all(exists(place.replace(".md", "/")) for place in asked if place not in here)
