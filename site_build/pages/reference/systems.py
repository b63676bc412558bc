"""Where codes appear: what each register is for, and the names of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.facts import read_toml
from site_build.markup import breakable, row, table, tag, text
from site_build.pages.confidence import backing, sure
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page


def systems(page: Page) -> str:
    """List every register and file, with what it has the last word on.

    Args:
        page: The page.

    Returns:
        A table; each row has the anchor `system-` and its key.
    """
    headings = ["Register or file", "Holds", "Has the last word on", RATED]
    rows = [
        row(headings, _system(page, system), f"system-{key}")
        for key, system in read_toml("systems.toml").items()
        if key != "vendor-file"
    ]
    return table(headings, rows, "cc-systems")


def _system(page: Page, system: dict[str, Any]) -> list[str]:
    return [
        _title(system),
        text(system["holds"]),
        text(system["authority"]) + tag("small", text(system["remark"])),
        sure(page, system),
    ]


def _title(system: dict[str, Any]) -> str:
    title = text(system["title"])
    return tag("a", title, href=system["url"]) if "url" in system else title


def columns(page: Page) -> str:
    """List the columns of each file that hold codes.

    Args:
        page: The page.

    Returns:
        A table; each row has the anchor `columns-` and its key.
    """
    headings = ["File", "Columns", "Note", "Sources"]
    rows = [
        row(headings, _file(page, system), f"columns-{key}")
        for key, system in read_toml("systems.toml").items()
        if system["columns"]
    ]
    return table(headings, rows, "cc-columns")


def _file(page: Page, system: dict[str, Any]) -> list[str]:
    items = (
        tag("li", f"{text(column['of'])}: {_names(column['names'])}")
        for column in system["columns"]
    )
    return [
        text(system["title"]),
        tag("ul", "".join(items)),
        text(system["remark"]) or "–",
        backing(page, system),
    ]


def _names(names: list[str]) -> str:
    return ", ".join(tag("code", breakable(name)) for name in names)
