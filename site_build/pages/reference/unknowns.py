"""What no source says, and what was looked at in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import text
from site_build.pages.confidence import cited
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

UNKNOWNS: Final = Table[dict[str, Any]](
    "cc-unknowns",
    [
        Column("What is not known", words("what")),
        Column("What was looked at", lambda page, one: text(one["looked"]) + cited(page, one)),
    ],
    anchor=lambda one: f"unknown-{one['id']}",
)


def unknowns(page: Page, group: str) -> str:
    """List what is not known about one subject.

    Args:
        page: The page.
        group: The subject, as `unknowns.toml` names it.

    Returns:
        A table; each row has the anchor `unknown-<id>`.

    Raises:
        ValueError: When there is none.
    """
    rows = [one for one in read_keyed("unknowns.toml") if one["group"] == group]
    if not rows:
        raise ValueError(f"nothing unknown about {group}")
    return UNKNOWNS.render(page, rows)
