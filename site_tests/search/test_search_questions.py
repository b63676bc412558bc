"""What people type into the search finds the right page among the first three."""

import csv
from pathlib import Path

from site_tests.search.asked import pages_for

FIRST = 3
"""Whoever has to look further does not."""
QUESTIONS = Path(__file__).with_name("questions.csv")
"""What is typed, and the pages that answer it."""


def test_found_among_the_first() -> None:
    """The search gives one of the pages that answer among its first three."""
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        answers = {row["question"]: row["pages"].split() for row in csv.DictReader(lines)}
    found = pages_for(list(answers))
    misses = {
        words: pages[:FIRST]
        for words, pages in found.items()
        if not set(pages[:FIRST]) & set(answers[words])
    }

    assert misses == {}
