"""What changed in what the site says, for the page of changes and for the feed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import tag, text
from site_build.pages.table import Column, Table
from site_build.prose.dates import in_words

if TYPE_CHECKING:
    from site_build.pages.page import Page

PAGE: Final = "about/changes/"


def changes() -> list[dict[str, Any]]:
    """Give each change with its words, its place, and what it rests on.

    Returns:
        Rows with `since`, `title`, `text`, `page`, `sources`, `confidence`, and their `anchor` on
        the page of changes, the newest first. What was an open question has that as its title.

    Example:
        >>> [one["title"] for one in changes() if one["id"] == "free"]
        ['Is registration free?']
    """
    said = [{**row, "anchor": f"fact-{row['id']}"} for row in read_keyed("fact_changes.toml")]
    answered = [
        {**row, "title": row["question"], "text": row["answer"], "anchor": f"fact-{row['id']}"}
        for row in read_keyed("answered.toml")
    ]
    return sorted(said + answered, key=lambda row: str(row["since"]), reverse=True)


def _date(_: Page, one: dict[str, Any]) -> str:
    """Write the day of the change for readers and for programs."""
    return tag("time", in_words(str(one["since"])), datetime=str(one["since"]))


def _words(page: Page, one: dict[str, Any]) -> str:
    """Write the title as a link to the place, and the change below it."""
    title = tag("a", text(one["title"]), href=page.link(one["page"]))
    return title + tag("small", text(one["text"]))


CHANGES: Final = Table[dict[str, Any]](
    "cc-fact-changes",
    [
        Column("Date", _date),
        Column("What the site says now", _words),
    ],
    anchor=lambda one: one["anchor"],
    source=lambda one: one,
)


def fact_changes(page: Page) -> str:
    """List the changes of facts, the newest first.

    Args:
        page: The page.

    Returns:
        A table; each row has its anchor.
    """
    return CHANGES.render(page, changes())
