"""The NCAGE structures of every nation, as a table and by letter."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

from site_build.markup import row, sentence, table, tag, text
from site_build.schemes import code_link
from site_build.sources import citations

if TYPE_CHECKING:
    from site_build.page import Page

HEADINGS = ["Nation", "Structure", "Assigned by", "Standing", "How sure", "Real code"]

BOARDS = {
    "Letter first, digit last": "{}***#",
    "Digit first, letter last": "#***{}",
    "A first, letter last": "A***{}",
    "B first, letter last": "B***{}",
    "D first, letter last": "D***{}",
}
"""The families of structures in which one letter is free."""
MANY = 4


def structures(page: Page) -> str:
    """Render the whole table, by nation.

    Args:
        page: The page.

    Returns:
        A table; each nation's first row has the anchor `nation-xyz`.
    """
    seen: set[str] = set()
    rows = []
    for one in sorted(
        page.catalogue["structures"], key=lambda one: (not one["nation"], one["name"])
    ):
        anchor = f"nation-{one['nation'].lower()}" if one["nation"] else None
        rows.append(row(HEADINGS, _cells(page, one), None if anchor in seen else anchor))
        seen.add(anchor or "")
    return table(HEADINGS, rows, "cc-structures")


def structure_count(page: Page) -> str:
    """Say how much the table holds.

    Args:
        page: The page.

    Returns:
        A few words.
    """
    rows = page.catalogue["structures"]
    nations = {one["nation"] for one in rows if one["nation"]}
    real = {one["nation"] for one in rows if one["nation"] and one["example"]}
    known = f"{len(real)} of them with a real code from a public source"
    return f"{len(rows)} rows and {len(nations)} nations, {known}"


def by_letter(page: Page) -> str:
    """Draw which nation each letter stands for, family by family.

    Args:
        page: The page.

    Returns:
        One list a family.
    """
    return tag("div", "".join(_board(page, *board) for board in BOARDS.items()), class_="cc-boards")


def _board(page: Page, title: str, shape: str) -> str:
    patterns = {shape.format(letter): letter for letter in string.ascii_uppercase}
    used = {one["pattern"] for one in page.catalogue["structures"]}.intersection(patterns)
    # Where most letters have a nation, it is worth seeing which are free.
    shown = patterns if len(used) > MANY else sorted(used)
    tiles = "".join(_tile(page, patterns[pattern], pattern) for pattern in shown)
    heading = tag("p", f"{title} {tag('code', shape.format('▢'))}", class_="cc-board__title")
    return heading + tag("ul", tiles, class_="cc-board")


def _tile(page: Page, letter: str, pattern: str) -> str:
    owners = [one for one in page.catalogue["structures"] if one["pattern"] == pattern]
    if not owners:
        return tag("li", tag("b", letter) + tag("span", "–"), class_="cc-tile cc-tile--free")
    nation = next((one["nation"] for one in owners if one["nation"]), None)
    names = " · ".join(text(one["name"]) for one in owners)
    content = tag("b", letter) + tag("span", names)
    linked = tag("a", content, href=f"#nation-{nation.lower()}") if nation else content
    return tag("li", linked, class_="cc-tile")


def _cells(page: Page, one: dict[str, Any]) -> list[str]:
    number = tag("small", f"NCB code {text(one['ncb'])}") if one["ncb"] else ""
    name = text(one["name"]) + (tag("small", text(one["note"])) if one["note"] else "")
    sure = f"{text(sentence(one['confidence']))}, {text(one['as_of'])}"
    return [
        name,
        tag("code", text(one["pattern"])),
        _bureau(page, one) + number,
        text(sentence(one["status"])),
        sure + tag("small", citations(page, *one["sources"])),
        code_link(page, one["example"]) if one["example"] else "none found",
    ]


def _bureau(page: Page, one: dict[str, Any]) -> str:
    if not one["issuer"]:
        return "–"
    if one["issuer"] == f"NCB-{one['nation']}":
        return "Its national bureau"
    return text(sentence(page.catalogue["issuers"][one["issuer"]]))
