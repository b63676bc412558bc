"""How large the finished site is, and how long a browser may keep what: a table in a page.

The figures are known only when everything is built. So a page that asks for the table gets a mark,
and `fill` puts the table in its place when the site is complete.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from site_build.host import headers
from site_build.host.sizes import BUDGETS, amount
from site_build.markup import row, table, tag, text
from site_build.media import compressed
from site_build.site import SITE

if TYPE_CHECKING:
    from pathlib import Path

    from site_build.pages.page import Page

MARK = tag("div", data_built="files")
HEADINGS = ["What", "Files", "Together", "Largest", "Cache-Control"]

FOLDERS = {
    "runtime": "`runtime/`: Python and the rules",
    "static": "`static/`: our scripts and style sheets",
    "assets": "`assets/`: the theme’s scripts, style sheets and pictures",
    "search": "`search/`: the search index",
    "downloads": "`downloads/`: the wheel, and the table of nations",
}
"""What the rows are about. The pages are none of it: the table itself is in one of them."""

PARTS = [", all but the next row’s", " with a hash of their contents in their names"]
"""What tells the rows of one folder apart: those that a browser asks for again come first."""


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
    rows = []
    for folder, words in FOLDERS.items():
        groups: dict[str, list[int]] = defaultdict(list)
        for path in sorted(path for path in (site / folder).rglob("*") if path.is_file()):
            groups[headers.cache(path.relative_to(site).as_posix())].append(compressed(path))
        rows += [
            row(HEADINGS, [text(words + which), str(len(sizes)), *_amounts(sizes), cache])
            for which, (cache, sizes) in zip(
                PARTS if len(groups) > 1 else [""], sorted(groups.items()), strict=True
            )
        ]
    return table(HEADINGS, rows, "cc-files")


def _amounts(sizes: list[int]) -> list[str]:
    return [amount(sum(sizes)), amount(max(sizes))]


if __name__ == "__main__":
    print(files(SITE))
