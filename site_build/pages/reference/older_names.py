"""The older names of codes and offices, and what took their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import sentence, tag, text
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _successor(page: Page, one: dict[str, str]) -> str:
    """Link the page of what took a name's place."""
    return tag("a", text(one["successor"]), href=page.link(one["page"]))


NAMES: Final = Table[dict[str, str]](
    "cc-older-names",
    [
        Column("Older name", words("name")),
        Column("What it was", words("meaning")),
        Column("Today", _successor),
        Column("Since", lambda _, one: text(sentence(one["since"]))),
    ],
    source=lambda one: one,
)


def older_names(page: Page) -> str:
    """List the older names.

    Args:
        page: The page.

    Returns:
        A table.
    """
    return NAMES.render(page, read_csv("older_names.csv"))
