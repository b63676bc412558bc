"""The time line as a table: each event with its date, its sources and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import tag
from site_build.pages.table import Column, Table
from site_build.prose.dates import in_words
from site_build.prose.federal_register import with_register

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _date(_: Page, event: dict[str, str]) -> str:
    """Write an event's date for readers and for programs."""
    return tag("time", in_words(event["date"]), datetime=event["date"])


EVENTS: Final = Table[dict[str, str]](
    "cc-events",
    [
        Column("Date", _date),
        Column("Event", lambda _, event: with_register(event["event"])),
    ],
    source=lambda one: one,
)


def events(page: Page) -> str:
    """List every event, the earliest first.

    Args:
        page: The page.

    Returns:
        A table.
    """
    return EVENTS.render(page, read_csv("timeline.csv"))
