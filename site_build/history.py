"""The time line as a table: each event with its date, its sources and how sure it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cagecore.facts.tables import read_csv
from site_build.confidence import RATED, sure
from site_build.markup import row, table, tag
from site_build.register import with_register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from site_build.page import Page

HEADINGS = ["Date", "Event", RATED]
FORMS = {4: "{0:%Y}", 7: "{0:%B} {0:%Y}", 10: "{0.day} {0:%B} {0:%Y}"}
"""How a date is written, by the length of what is known of it."""
IN_YEAR = {4: "", 7: "{0:%b}", 10: "{0.day} {0:%b}"}
"""The same beside its year, where there is little room."""


def events(page: Page) -> str:
    """List every event, the earliest first.

    Args:
        page: The page.

    Returns:
        A table.
    """
    rows = []
    for event in read_csv("timeline.csv"):
        day = tag("time", in_words(event["date"]), datetime=event["date"])
        rows.append(row(HEADINGS, [day, with_register(event["event"]), sure(page, event)]))
    return table(HEADINGS, rows, "cc-events")


def in_words(day: str, forms: Mapping[int, str] = FORMS) -> str:
    """Write a date as far as it is known.

    Args:
        day: A year, a month or a day, e.g. `2016-02`.
        forms: How to write it, `FORMS` or `IN_YEAR`.

    Returns:
        The date in words.

    Example:
        >>> [in_words(day) for day in ("1954", "2016-02", "2022-04-04")]
        ['1954', 'February 2016', '4 April 2022']
        >>> [in_words(day, IN_YEAR) for day in ("1954", "2016-02", "2022-04-04")]
        ['', 'Feb', '4 Apr']
    """
    return forms[len(day)].format(date.fromisoformat(day + "0000-01-01"[len(day) :]))
