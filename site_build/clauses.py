"""The clauses in plain words, in the codified text and in the model text, and how they came about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cagecore.tables import read_csv, read_toml
from site_build.markup import row, sentence, table, tag, text
from site_build.sources import citations

if TYPE_CHECKING:
    from site_build.page import Page

KINDS = {
    "codified": "Codified text",
    "reserved": "Reserved: no text",
    "procedure": "Procedure, codified beside the DFARS",
    "model": "Model text, in force by class deviation",
}


def clauses(page: Page, *kinds: str) -> str:
    """Write the clauses of some kinds: a table to find one, then a section each.

    Args:
        page: The page.
        kinds: Keys of `KINDS`; without any, all of them.

    Returns:
        Markdown; each section has the anchor `clause-` and the clause's key.

    Raises:
        ValueError: When there is no such kind.
    """
    if not set(kinds) <= set(KINDS):
        raise ValueError(f"no such kinds: {kinds}")
    chosen = {
        key: clause
        for key, clause in read_toml("clauses.toml").items()
        if clause["kind"] in (kinds or KINDS)
    }
    sections = [_section(page, key, clause) for key, clause in chosen.items()]
    return "\n\n".join([_glance(chosen), *sections])


def _glance(chosen: dict[str, dict[str, Any]]) -> str:
    headings = ["Number", "Title", "In the model text"]
    rows = []
    for key, clause in chosen.items():
        number = tag("a", text(clause["number"]), href=f"#clause-{key}")
        rows.append(row(headings, [number, text(clause["title"]), text(clause["model"]) or "–"]))
    return table(headings, rows, "cc-clauses")


def _section(page: Page, key: str, clause: dict[str, Any]) -> str:
    pairs = {
        "Text": f"{KINDS[clause['kind']]}, {text(clause['dated'])}",
        "Asks": tag("ul", "".join(tag("li", text(ask)) for ask in clause["asks"])),
        "Model text": text(clause["model"]),
    }
    items = (
        tag("div", tag("dt", head) + tag("dd", value)) for head, value in pairs.items() if value
    )
    sure = text(sentence(clause["confidence"]))
    meta = f"How sure: {sure}. {citations(page, *clause['sources'])}"
    heading = f"### {text(clause['number'])}, {text(clause['title'])} {{ #clause-{key} }}"
    return "\n\n".join(
        [
            heading,
            tag("dl", "".join(items), class_="cc-facts"),
            tag("p", meta, class_="cc-meta"),
        ]
    )


def history(page: Page) -> str:
    """List the rules that brought the clauses, in order of their dates.

    Args:
        page: The page.

    Returns:
        A table.
    """
    headings = ["Date", "Step", "Citation"]
    rows = []
    for step in read_csv("clause_history.csv"):
        citation = text(step["citation"]) + tag("small", text(step["detail"]))
        source = citations(page, step["source"])
        rows.append(row(headings, [text(step["date"]), text(step["step"]), f"{citation} {source}"]))
    return table(headings, rows, "cc-clause-history")
