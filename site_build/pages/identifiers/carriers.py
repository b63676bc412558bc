"""Where codes hide: marks, tags, messages, data and forms, and which part of each is the code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import breakable, tag, text
from site_build.pages.confidence import backed
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _seen(_: Page, one: dict[str, Any]) -> str:
    """Show what is seen, with the code in it marked."""
    before, code, after = one["seen"].partition(one.get("code", one["seen"]))
    marked = tag("mark", text(code)) if "code" in one else breakable(code)
    return tag("code", breakable(before) + marked + breakable(after))


CARRIERS: Final = Table[dict[str, Any]](
    "cc-carriers",
    [
        Column("Where", words("where")),
        Column("What you see", _seen),
        Column("Which part is the code", lambda page, one: text(one["part"]) + backed(page, one)),
    ],
    anchor=lambda one: f"hides-{one['id']}",
)


def carriers(page: Page, *groups: str) -> str:
    """List where codes hide.

    Args:
        page: The page.
        groups: The kinds, as `carriers.toml` names them; without any, all of them.

    Returns:
        A table; each row has the anchor `hides-` and its key.

    Raises:
        ValueError: When a kind has no row.
    """
    every = read_keyed("carriers.toml")
    if missing := set(groups) - {one["group"] for one in every}:
        raise ValueError(f"nothing hides in {sorted(missing)}")
    return CARRIERS.render(page, [one for one in every if not groups or one["group"] in groups])
