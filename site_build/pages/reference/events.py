"""The time line as a table: each event with its date, its sources and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import read_csv
from site_build.markup import row, table, tag
from site_build.pages.confidence import sure
from site_build.prose.dates import in_words
from site_build.prose.ratings import RATED
from site_build.prose.register import with_register

if TYPE_CHECKING:
    from site_build.pages.page import Page

HEADINGS = ["Date", "Event", RATED]


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
