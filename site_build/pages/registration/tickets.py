"""Sentences for a ticket about entity validation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import text
from site_build.pages.confidence import backed
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

TICKETS: Final = Table[dict[str, str]](
    "cc-tickets",
    [
        Column("You want", words("wants")),
        Column("Write", lambda page, one: text(one["sentence"]) + backed(page, one)),
    ],
)


def tickets(page: Page) -> str:
    """List sentences that say what a ticket wants.

    Args:
        page: The page.

    Returns:
        A table.
    """
    return TICKETS.render(page, read_csv("tickets.csv"))
