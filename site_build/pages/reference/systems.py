"""Where codes appear: what each register is for, and the names of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.facts import read_keyed
from site_build.markup import breakable, fact_list, fold, tag, text
from site_build.pages.confidence import backed

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _items(system: dict[str, Any]) -> str:
    """List the columns of a file by what they hold."""
    items = (
        tag("li", f"{text(column['of'])}: {_names(column['names'])}")
        for column in system["columns"]
    )
    return tag("ul", "".join(items))


def _names(names: list[str]) -> str:
    """Write column names so that they may break."""
    return ", ".join(tag("code", breakable(name)) for name in names)


def systems(page: Page) -> str:
    """List every register and file, with what it has the last word on.

    Args:
        page: The page.

    Returns:
        A fold for each; it has the anchor `system-` and its key.
    """
    rows = [system for system in read_keyed("systems.toml") if system["id"] != "vendor-file"]
    return "".join(_system(page, system) for system in rows)


def _system(page: Page, system: dict[str, Any]) -> str:
    """Write what a register holds in a line, which opens to what it is the authority on."""
    summary = text(system["title"]) + tag("small", text(system["holds"]))
    address = system.get("url")
    facts = {
        "Has the last word on": text(system["authority"]) + backed(page, system),
        "Note": text(system["remark"]),
        "Address": tag("a", text(address), href=address) if address else "",
    }
    return fold(summary, fact_list(facts), f"system-{system['id']}")


def columns(page: Page) -> str:
    """List the columns of each file that hold codes.

    Args:
        page: The page.

    Returns:
        A fold for each; it has the anchor `columns-` and its key.
    """
    files = [one for one in read_keyed("systems.toml") if one["columns"]]
    return "".join(_file(page, one) for one in files)


def _file(page: Page, system: dict[str, Any]) -> str:
    """Write which codes a file has in a line, which opens to the names of their columns."""
    held = ", ".join(text(column["of"]) for column in system["columns"])
    remark = tag("p", text(system["remark"])) if system["remark"] else ""
    listed = tag("p", f"Its columns:{backed(page, system)}")
    summary = text(system["title"]) + tag("small", held)
    return fold(summary, listed + _items(system) + remark, f"columns-{system['id']}")
