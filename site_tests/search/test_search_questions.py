"""What people type into the search finds the right page among the first three.

`questions.csv` has what we thought of ourselves. `collected.csv` has what people asked in public,
with the address. Its pages were written down before any search was run. Round 1 was collected
before the first tuning and is what the search is tuned to. Round 2 was collected after it, from
other threads, and was measured once, when tuning was over.
"""

import csv
from pathlib import Path

import pytest

from site_tests.search.asked import pages_for

FIRST = 3
"""Whoever has to look further does not."""
MISSED = 0.04
"""The share of a round that may have no fitting page among the first."""
NOT_FIRST = 0.20
"""The share of a round whose first page may be another one."""
FOLDER = Path(__file__).parent
OPEN = {
    "address matches an existing registration duplicate",
    "cage code error contact dla cage office",
    "cage code problem delays contract award",
    "dd 2345 address mismatch with sam",
    "do foreign entities also need a u.s. cage code",
    "how to access your new uei number",
    "method to check the validity of a uei",
    "parse cage codes in code",
    "place of performance not the same as award cage",
    "what is an ncage code",
    "when a school might need multiple ueis",
    "which company to propose under while novation is processed",
}
"""Collected questions that did not find their page when round 2 was measured."""
UNMET = (
    "Measured once, after tuning: 9.2 % without a fitting page among the first three, 28.7 % not "
    "first; rules came to count as headings after it. To tune to these questions would make them "
    "part of round 1; that takes new ones."
)


def rows(name: str) -> list[dict[str, str]]:
    """Read a table of questions."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def missed(answers: dict[str, list[str]], among: int) -> dict[str, list[str]]:
    """Give the questions without a fitting page among the first, and the pages that were."""
    found = {words: pages[:among] for words, pages in pages_for(list(answers)).items()}
    return {words: pages for words, pages in found.items() if not set(pages) & set(answers[words])}


def answers_of(table: list[dict[str, str]]) -> dict[str, list[str]]:
    """Give the pages that answer each question."""
    return {row["question"]: row["pages"].split() for row in table}


def test_found_among_the_first() -> None:
    """The search gives one of the pages that answer among its first three."""
    assert missed(answers_of(rows("questions.csv")), FIRST) == {}


def collected(number: str) -> dict[str, list[str]]:
    """Give the questions of a round with the pages that answer them."""
    return answers_of([row for row in rows("collected.csv") if row["round"] == number])


def test_what_was_found_stays_found() -> None:
    """A question that was collected and found its page goes on finding it."""
    lost = missed(answers_of(rows("collected.csv")), FIRST)

    assert {words: pages for words, pages in lost.items() if words not in OPEN} == {}


@pytest.mark.parametrize(
    "number", ["1", pytest.param("2", marks=pytest.mark.xfail(reason=UNMET, strict=True))]
)
def test_shares(number: str) -> None:
    """Few questions of a round miss their page, and few find another one first."""
    answers = collected(number)
    lost, later = missed(answers, FIRST), missed(answers, 1)

    assert len(lost) <= MISSED * len(answers), lost
    assert len(later) <= NOT_FIRST * len(answers), later


def test_rounds_follow_their_rule() -> None:
    """No question and no thread is in both rounds, so that the second one is new to the search."""
    table = rows("collected.csv")
    first, second = ([row for row in table if row["round"] == number] for number in "12")

    assert len(first) + len(second) == len(table)
    for column in ("question", "source"):
        assert {row[column] for row in first} & {row[column] for row in second} == set()
