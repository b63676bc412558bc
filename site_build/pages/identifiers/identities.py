"""The four identifiers side by side: what each names, who assigns it, how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cagecore import SCHEMES
from cagecore.wire.catalogue import scheme_page
from site_build.facts import read_keyed, read_toml
from site_build.markup import group, sentence, table, tag, text
from site_build.pages.codes import code_link
from site_build.pages.confidence import backed, cited
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_build.pages.page import Page

Identity = dict[str, Any]
Question = tuple[str, "Callable[[Page, Identity], str]"]
"""What is asked, and how each identifier answers."""

ASKED: Final = {
    "names": "What it names",
    "issuer": "Who assigns it",
    "lasts": "How long it lasts",
    "digit": "Check digit",
    "seen": "Where it appears",
}
"""The questions that each of them answers, in the order of the table."""

QUESTIONS: Final[list[Question]] = [
    ("Shape", lambda _, one: text(sentence(f"{SCHEMES[one['id']].shape}."))),
    *((question, words(field)) for field, question in ASKED.items()),
    ("Sources", backed),
]


def side_by_side(page: Page) -> str:
    """Set the identifiers beside each other, one a column.

    Args:
        page: The page.

    Returns:
        A table, in which each question heads the row of its answers; the last has their sources.
    """
    known = read_keyed("identities.toml")
    headings = [text(SCHEMES[one["id"]].name) for one in known]
    rows = []
    for question, answer in QUESTIONS:
        cells = (
            tag("td", tag("div", answer(page, one)), role="cell", data_label=heading)
            for heading, one in zip(headings, known, strict=True)
        )
        rows += [group(len(known), question), tag("tr", " ".join(cells), role="row")]
    return table(headings, rows, "cc-identities")


def _name(page: Page, one: Identity) -> str:
    """Link an identifier to its own page."""
    return tag("a", text(SCHEMES[one["id"]].name), href=page.link(scheme_page(one["id"])))


GLANCE: Final = Table[Identity](
    "cc-glance",
    [
        Column("Identifier", _name),
        Column(ASKED["names"], lambda page, one: text(one["names"]) + cited(page, one)),
        Column("Looks like", lambda page, one: code_link(page, one["code"], one["id"])),
        Column(ASKED["issuer"], words("issuer")),
    ],
)


def at_a_glance(page: Page, *pairs: str) -> str:
    """Say in one row each what an identifier names and who assigns it.

    Args:
        page: The page.
        pairs: Their ids, each followed by a code to show.

    Returns:
        A table.
    """
    known = read_toml("identities.toml")
    codes = zip(pairs[::2], pairs[1::2], strict=True)
    return GLANCE.render(page, [{**known[key], "id": key, "code": code} for key, code in codes])
