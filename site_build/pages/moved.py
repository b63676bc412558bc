"""Sections that have moved to another page: who follows an old address to one is led on.

`moved.csv` has a row for each heading or row that left its page: where it was, and where it is now.
A test holds every address of the first edition.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, Final

from site_build.markup import data_block
from site_build.pages.page import Page

TABLE: Final = Path(__file__).with_name("moved.csv")
SOURCES: Final = "about/sources/"
"""The page that has every source: a page lists only what it cites today."""


def rows() -> list[dict[str, str]]:
    """Read the table.

    Returns:
        A dictionary a row: `page`, `fragment`, and the `place` where it is now.
    """
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def moved(url: str) -> str:
    """Tell the page's script where its old sections are now.

    Args:
        url: The page's address below the site's root.

    Returns:
        Data for `docs/javascripts/site/moved.js`.

    Example:
        >>> "identifiers/cage/" in moved("")
        True
    """
    page = Page(url)
    places = {row["fragment"]: page.link(row["place"]) for row in rows() if row["page"] == url}
    data: dict[str, Any] = {"places": places, "sources": page.link(SOURCES)}
    return data_block("moved", data)
