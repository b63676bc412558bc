"""Where codes appear: what each register is for, and the names of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import breakable, tag, text
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _title(_: Page, system: dict[str, Any]) -> str:
    """Name a system, with a link where it has an address."""
    title = text(system["title"])
    return tag("a", title, href=system["url"]) if "url" in system else title


def _authority(_: Page, system: dict[str, Any]) -> str:
    """Say what a system has the last word on."""
    return text(system["authority"]) + tag("small", text(system["remark"]))


def _columns(_: Page, system: dict[str, Any]) -> str:
    """List the columns of a file by what they hold."""
    items = (
        tag("li", f"{text(column['of'])}: {_names(column['names'])}")
        for column in system["columns"]
    )
    return tag("ul", "".join(items))


def _names(names: list[str]) -> str:
    """Write column names so that they may break."""
    return ", ".join(tag("code", breakable(name)) for name in names)


SYSTEMS: Final = Table[dict[str, Any]](
    "cc-systems",
    [
        Column("Register or file", _title),
        Column("Holds", words("holds")),
        Column("Has the last word on", _authority),
    ],
    anchor=lambda system: f"system-{system['id']}",
    source=lambda system: system,
)
COLUMNS: Final = Table[dict[str, Any]](
    "cc-columns",
    [
        Column("File", words("title")),
        Column("Columns", _columns),
        Column("Note", words("remark", "–")),
    ],
    anchor=lambda system: f"columns-{system['id']}",
    source=lambda system: system,
)


def systems(page: Page) -> str:
    """List every register and file, with what it has the last word on.

    Args:
        page: The page.

    Returns:
        A table; each row has the anchor `system-` and its key.
    """
    rows = [system for system in read_keyed("systems.toml") if system["id"] != "vendor-file"]
    return SYSTEMS.render(page, rows)


def columns(page: Page) -> str:
    """List the columns of each file that hold codes.

    Args:
        page: The page.

    Returns:
        A table; each row has the anchor `columns-` and its key.
    """
    return COLUMNS.render(page, [one for one in read_keyed("systems.toml") if one["columns"]])
