"""The older names of codes and offices, and what took their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import read_csv
from site_build.markup import row, sentence, table, tag, text
from site_build.pages.confidence import sure
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page

HEADINGS = ["Older name", "What it was", "Today", "Since", RATED]


def older_names(page: Page) -> str:
    """List the older names.

    Args:
        page: The page.

    Returns:
        A table.
    """
    rows = []
    for one in read_csv("older_names.csv"):
        cells = [
            text(one["name"]),
            text(one["meaning"]),
            tag("a", text(one["successor"]), href=page.link(one["page"])),
            text(sentence(one["since"])),
            sure(page, one),
        ]
        rows.append(row(HEADINGS, cells))
    return table(HEADINGS, rows, "cc-older-names")
