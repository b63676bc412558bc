"""What is due by when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_toml
from site_build.markup import tag, text
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

BASES: Final = {
    "clause": "A clause or regulation",
    "practice": "What the office does",
    "advice": "Advice only",
}


def _what(_: Page, one: dict[str, Any]) -> str:
    """Say what is due, with a note."""
    return text(one["what"]) + (tag("small", text(one["note"])) if one["note"] else "")


def _who(_: Page, one: dict[str, Any]) -> str:
    """Say who has a duty, and what it rests on."""
    return text(one["who"]) + tag("small", text(BASES[one["basis"]]))


DUTIES: Final = Table[dict[str, Any]](
    "cc-duties",
    [
        Column("When", words("when")),
        Column("What", _what),
        Column("Who", _who),
    ],
    source=lambda one: one,
)
WITH_ANCHORS: Final = replace(DUTIES, anchor=lambda one: f"duty-{one['id']}")


def duties(page: Page, *ids: str) -> str:
    """Render what is due by when.

    Args:
        page: The page.
        ids: Duties of `data/duties.toml`; without any, all of them with their anchors.

    Returns:
        A table; each row has an anchor, e.g. `duty-cage-change`, where the table is whole.

    Raises:
        KeyError: When there is no such duty.
    """
    known = {one["id"]: one for one in read_toml("duties.toml")["duty"]}
    if not ids:
        return WITH_ANCHORS.render(page, known.values())
    return DUTIES.render(page, [known[key] for key in ids])
