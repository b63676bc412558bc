"""The status of a record: the letters and digits by which registers give it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cagecore.registration.lifecycle import Status
from cagecore.registration.lifecycle import statuses as known_statuses
from site_build.markup import tag, text
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

ANCHORS: Final = {
    "sam": "sam-status-{0.code}",
    "extract": "sam-extract-{0.file}-{0.code}",
    "cage": "cage-status-{0.code}",
    "ncage": "ncage-status-{0.code}",
    "entity": "entity-type-{0.code}",
}


def _code(_: Page, one: Status) -> str:
    """Show a status's letter, its name, and the file that has it."""
    file = tag("small", text(f"{one.file} file")) if one.file else ""
    return f"{tag('code', text(one.code))} {text(one.name)}{file}"


CODE: Final = Column("Code", _code)
MEANING: Final = Column[Status]("Meaning", words("meaning"))
TO_DO: Final = Column[Status]("What to do", words("action"))


def statuses(page: Page, kind: str) -> str:
    """Render the letters of one kind, with what each means and what to do.

    Args:
        page: The page.
        kind: A table of `data/statuses.toml`: `sam`, `extract`, `cage`, `ncage` or
            `entity`.

    Returns:
        A table; each row has an anchor, e.g. `ncage-status-r`.

    Raises:
        KeyError: When there is no such kind.
    """
    rows = known_statuses()[kind]
    to_do = [TO_DO] if any(one.action for one in rows) else []
    return Table(
        "cc-statuses",
        [CODE, MEANING, *to_do],
        anchor=lambda one: _anchor(kind, one),
        source=lambda one: one,
    ).render(page, rows)


def _anchor(kind: str, one: Status) -> str:
    """Give the address of a status on the page."""
    return ANCHORS[kind].format(one).lower().replace(" ", "-")
