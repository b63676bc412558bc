"""The clauses in plain words, codified text and model text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import fact_list, tag, text
from site_build.pages.confidence import backed
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

KINDS: Final = {
    "codified": "Codified text",
    "reserved": "Reserved: no text",
    "procedure": "Procedure beside the DFARS",
    "model": "Model text, in force by class deviation",
}


def _number(_: Page, clause: dict[str, Any]) -> str:
    """Link a clause's number to its section."""
    return tag("a", text(clause["number"]), href=f"#clause-{clause['id']}")


CLAUSES: Final = Table[dict[str, Any]](
    "cc-clauses",
    [
        Column("Number", _number),
        Column("Title", words("title")),
        Column("In the model text", words("model", "–")),
    ],
)


def clause_list(page: Page) -> str:
    """List all clauses, to find one.

    Args:
        page: The page.

    Returns:
        A table.
    """
    return CLAUSES.render(page, read_keyed("clauses.toml"))


def clauses(page: Page, *kinds: str) -> str:
    """Write the clauses of some kinds, a section each.

    Args:
        page: The page.
        kinds: Keys of `KINDS`.

    Returns:
        Markdown; each section has the anchor `clause-` and the clause's key.

    Raises:
        ValueError: When there is no clause of these kinds.
    """
    chosen = [clause for clause in read_keyed("clauses.toml") if clause["kind"] in kinds]
    if {clause["kind"] for clause in chosen} != set(kinds):
        raise ValueError(f"no clauses of {kinds}")
    return "\n\n".join(_section(page, clause) for clause in chosen)


def _section(page: Page, clause: dict[str, Any]) -> str:
    """Write the section of a clause."""
    earlier = (f"{text(one['dated'])}: {text(one['said'])}" for one in clause.get("earlier", ()))
    pairs = {
        "Text": f"{KINDS[clause['kind']]}, {text(clause['dated'])}{backed(page, clause)}",
        "Asks": tag("ul", "".join(tag("li", text(ask)) for ask in clause["asks"])),
        "Earlier text": " ".join(earlier),
        "Compare": text(clause.get("differs", "")),
        "Model text": text(clause["model"]),
    }
    heading = f"### {text(clause['number'])}, {text(clause['title'])} {{ #clause-{clause['id']} }}"
    return "\n\n".join([heading, fact_list(pairs)])
