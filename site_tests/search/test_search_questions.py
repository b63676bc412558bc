"""What people type into the search finds the right page among the first three.

`questions.csv` has what we thought of ourselves. `collected.csv` has what people asked in public,
with the address. Its pages were written down before any search was run. The search was tuned to
one half of it, and the other half was measured once, afterwards.
"""

import csv
import hashlib
from pathlib import Path

import pytest

from site_tests.search.asked import pages_for

FIRST = 3
"""Whoever has to look further does not."""
MISSED = 0.04
"""The share of a half that may have no fitting page among the first."""
NOT_FIRST = 0.20
"""The share of a half whose first page may be another one."""
FOLDER = Path(__file__).parent
OPEN = {
    "do i need a tin foreign organization",
    "how long does it take to get a duns number",
    "parse cage codes in code",
    "place of performance not the same as award cage",
    "sams registration renewal email asks for money",
    "uei for fake test organization right size",
    "which company to propose under while novation is processed",
}
"""Collected questions that did not find their page when the half kept aside was measured."""
UNMET = (
    "Measured once, after tuning: 7.5 % without a fitting page among the first three, 30 % not "
    "first. To tune to these questions would make them the other half; that takes new ones."
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


def test_what_was_found_stays_found() -> None:
    """A question that was collected and found its page goes on finding it."""
    lost = missed(answers_of(rows("collected.csv")), FIRST)

    assert {words: pages for words, pages in lost.items() if words not in OPEN} == {}


@pytest.mark.parametrize(
    "half", ["tuning", pytest.param("aside", marks=pytest.mark.xfail(reason=UNMET, strict=True))]
)
def test_shares(half: str) -> None:
    """Few questions of a half miss their page, and few find another one first."""
    answers = answers_of([row for row in rows("collected.csv") if row["half"] == half])
    lost, later = missed(answers, FIRST), missed(answers, 1)

    assert len(lost) <= MISSED * len(answers), lost
    assert len(later) <= NOT_FIRST * len(answers), later


def test_halves_follow_their_rule() -> None:
    """The SHA-256 of a question decides on its half, so that nobody moves one that misses."""
    halves = {row["question"]: row["half"] for row in rows("collected.csv")}
    even = {words: int(hashlib.sha256(words.encode()).hexdigest(), 16) % 2 == 0 for words in halves}

    assert halves == {words: "tuning" if is_even else "aside" for words, is_even in even.items()}
