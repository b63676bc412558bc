"""How a record stands and what is due by when: the tables of statuses and of duties."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from cagecore import lifecycle
from site_build.facts import read_toml
from site_build.markup import row, table, tag, text
from site_build.pages.confidence import sure
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page

ANCHORS = {
    "sam": "sam-status-{code}",
    "extract": "sam-extract-{file}-{code}",
    "ncage": "ncage-status-{code}",
    "entity": "entity-type-{code}",
}
BASES = {"clause": "A contract clause", "practice": "What the office does", "advice": "Advice only"}


def statuses(page: Page, kind: str) -> str:
    """Render the letters of one kind, with what each means and what to do.

    Args:
        page: The page.
        kind: A table of `data/statuses.toml`: `sam`, `extract`, `ncage` or `entity`.

    Returns:
        A table; each row has an anchor, e.g. `ncage-status-r`.
    """
    found = [asdict(one) for one in lifecycle.statuses()[kind]]
    to_do = any(one["action"] for one in found)
    headings = ["Code", "Meaning", *(["What to do"] if to_do else []), RATED]
    rows = [row(headings, _status(page, one, to_do=to_do), _anchor(kind, one)) for one in found]
    return table(headings, rows, "cc-statuses")


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
    headings = ["When", "What", "Who", RATED]
    rows = [
        row(headings, _duty(page, known[key]), None if ids else f"duty-{key}")
        for key in ids or known
    ]
    return table(headings, rows, "cc-duties")


def _anchor(kind: str, one: dict[str, Any]) -> str:
    return ANCHORS[kind].format(**one).lower().replace(" ", "-")


def _status(page: Page, one: dict[str, Any], *, to_do: bool) -> list[str]:
    file = tag("small", text(f"{one['file']} file")) if one["file"] else ""
    cells = [
        f"{tag('code', text(one['code']))} {text(one['name'])}{file}",
        text(one["meaning"]),
        *([text(one["action"])] if to_do else []),
    ]
    return [*cells, sure(page, one)]


def _duty(page: Page, one: dict[str, Any]) -> list[str]:
    note = tag("small", text(one["note"])) if one["note"] else ""
    basis = tag("small", text(BASES[one["basis"]]))
    return [text(one["when"]), text(one["what"]) + note, text(one["who"]) + basis, sure(page, one)]
