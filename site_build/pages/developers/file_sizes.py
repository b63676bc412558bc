"""How large the finished site is, and how long a browser may keep what: a table in a page.

The figures are known only when everything is built. So a page that asks for the table gets a mark,
and `fill` puts the table in its place when the site is complete.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from mkdocs.exceptions import PluginError

from site_build.host import headers, static
from site_build.host.sizes import BUDGETS, amount
from site_build.markup import tag
from site_build.media import compressed
from site_build.pages.page import Page
from site_build.pages.table import Column, Table, words
from site_build.runtime.paths import PLACE
from site_build.site import DOWNLOADS, SITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK: Final = tag("div", data_built="files")
"""Where the table is to be."""

FOLDERS: Final = {
    PLACE: "Python and the rules",
    static.PLACE: "our scripts and style sheets",
    "assets": "the theme’s scripts, style sheets and pictures",
    "search": "the search index",
    DOWNLOADS: "the wheel, the tables of countries and rules, and the scripts that changed Pyodide",
}
"""Folders, and what the rows about them say. The pages are not among them: one holds the table."""

PARTS: Final = [", all but the next row’s", " with a hash of their contents in their names"]
"""What sets the rows of one folder apart: those that a browser asks for again come first."""


class Group(NamedTuple):
    """Files of one folder that a browser keeps equally long.

    Attributes:
        what: Which they are.
        sizes: What each takes of the line, in bytes.
        cache: The value of `Cache-Control`.
    """

    what: str
    sizes: list[int]
    cache: str


FILES: Final = Table[Group](
    "cc-files",
    [
        Column("What", words("what")),
        Column("Files", lambda _, group: f"{len(group.sizes)}: {amount(sum(group.sizes))}"),
        Column("Largest", lambda _, group: amount(max(group.sizes))),
        Column("Cache-Control", words("cache")),
    ],
)


def budget(_: Page, part: str) -> str:
    """Say how much of the line a part of the site may take.

    Args:
        part: A key of `BUDGETS`.

    Returns:
        A size in words.
    """
    return amount(BUDGETS[part])


def mark(_: Page) -> str:
    """Ask for the table.

    Returns:
        What `fill` replaces.
    """
    return MARK


def fill(site: Path = SITE) -> None:
    """Put the table into the pages that ask for it.

    Args:
        site: The site, complete but for this, and for the files that list what is in it.

    Raises:
        PluginError: When no page asks for it.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    asking = {path: html for path, html in pages.items() if MARK in html}
    if not asking:
        raise PluginError("no page asks for the sizes of the files")
    made = files(site)
    for path, html in asking.items():
        path.write_text(html.replace(MARK, made), encoding="utf-8", newline="\n")


def files(site: Path) -> str:
    """Draw the table.

    Args:
        site: The site.

    Returns:
        HTML.
    """
    # The same table for every page: no cell of it links or cites.
    return FILES.render(Page(""), _groups(site))


def _groups(site: Path) -> Iterator[Group]:
    """Measure each folder's files by how long they are kept."""
    for folder, what in FOLDERS.items():
        kept: dict[str, list[int]] = defaultdict(list)
        for path in sorted(path for path in (site / folder).rglob("*") if path.is_file()):
            kept[headers.cache(path.relative_to(site).as_posix())].append(compressed(path))
        parts = PARTS if len(kept) > 1 else [""]
        for part, (cache, sizes) in zip(parts, sorted(kept.items()), strict=True):
            yield Group(f"`{folder}/`: {what}{part}", sizes, cache)


if __name__ == "__main__":
    print(files(SITE))
