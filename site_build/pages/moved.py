"""Sections that have moved to another page: who follows an old address to one is led on."""

from __future__ import annotations

from typing import Any, Final

from site_build.facts import read_csv
from site_build.markup import data_block
from site_build.pages.page import Page

SOURCES: Final = "about/sources/"
"""The page that has every source: a page lists only what it cites today."""


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
    places = {
        row["fragment"]: page.link(row["place"])
        for row in read_csv("moved.csv")
        if row["page"] == url
    }
    data: dict[str, Any] = {"places": places, "sources": page.link(SOURCES)}
    return data_block("moved", data)
