"""The time line, decade by decade: each event with its date and its sources."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import fold, tag, text
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


FIRST: Final = 2000
"""What was before this year is one part."""


def decade(event: dict[str, str]) -> str:
    """Name the part of the time line that an event belongs to.

    Args:
        event: A row of `timeline.csv`.

    Returns:
        Its decade, or what was before them.

    Example:
        >>> decade({"date": "2016-08-25"}), decade({"date": "1954"})
        ('2010s', 'Before 2000')
    """
    year = int(event["date"][:4])
    return f"{year // 10 * 10}s" if year >= FIRST else f"Before {FIRST}"


def decade_place(name: str) -> str:
    """Give the place of a decade on the page.

    Args:
        name: What `decade` calls it.

    Returns:
        An anchor.
    """
    return f"events-{name.lower().replace(' ', '-')}"


def events(page: Page) -> str:
    """List every event, the earliest first.

    Args:
        page: The page.

    Returns:
        A fold for each decade with a table; the newest is open.
    """
    rows = sorted(read_csv("timeline.csv"), key=lambda event: event["date"])
    parts = [(name, list(found)) for name, found in groupby(rows, key=decade)]
    return "".join(
        fold(
            f"{text(name)} {tag('small', _how_many(found))}",
            EVENTS.render(page, found),
            decade_place(name),
            "cc-decade",
            is_open=name == parts[-1][0],
        )
        for name, found in parts
    )


def _how_many(found: list[dict[str, str]]) -> str:
    """Count the events of a decade."""
    return f"{len(found)} events"
