"""The clauses in plain words, codified text and model text, and how they came about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.facts import read_csv, read_toml
from site_build.markup import fact_list, row, table, tag, text
from site_build.pages.confidence import rated, sure
from site_build.pages.sources import citations
from site_build.prose.ratings import RATED
from site_build.prose.register import with_register

if TYPE_CHECKING:
    from site_build.pages.page import Page

KINDS = {
    "codified": "Codified text",
    "reserved": "Reserved: no text",
    "procedure": "Procedure beside the DFARS",
    "model": "Model text, in force by class deviation",
}


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
    chosen = {
        key: clause for key, clause in read_toml("clauses.toml").items() if clause["kind"] in kinds
    }
    if {clause["kind"] for clause in chosen.values()} != set(kinds):
        raise ValueError(f"no clauses of {kinds}")
    return "\n\n".join(_section(page, key, clause) for key, clause in chosen.items())


def clause_list(_: Page) -> str:
    """List all clauses, to find one.

    Returns:
        A table.
    """
    headings = ["Number", "Title", "In the model text"]
    rows = []
    for key, clause in read_toml("clauses.toml").items():
        number = tag("a", text(clause["number"]), href=f"#clause-{key}")
        rows.append(row(headings, [number, text(clause["title"]), text(clause["model"]) or "–"]))
    return table(headings, rows, "cc-clauses")


def _section(page: Page, key: str, clause: dict[str, Any]) -> str:
    pairs = {
        "Text": f"{KINDS[clause['kind']]}, {text(clause['dated'])}",
        "Asks": tag("ul", "".join(tag("li", text(ask)) for ask in clause["asks"])),
        "Model text": text(clause["model"]),
    }
    heading = f"### {text(clause['number'])}, {text(clause['title'])} {{ #clause-{key} }}"
    return "\n\n".join([heading, fact_list(pairs), rated(page, clause)])


def history(page: Page) -> str:
    """List the rules that brought the clauses, in order of their dates.

    Args:
        page: The page.

    Returns:
        A table.
    """
    headings = ["Date", "Step", "Citation", RATED]
    rows = []
    for step in read_csv("clause_history.csv"):
        more = "".join(tag("small", text(step[name])) for name in ("detail", "standing"))
        citation = with_register(step["citation"]) + more
        cells = [text(step["date"]), text(step["step"]), citation, sure(page, step)]
        rows.append(row(headings, cells))
    return table(headings, rows, "cc-clause-history")


def proposed_rule(page: Page) -> str:
    """Say how the rulemaking stands, in the one sentence that all pages share.

    Args:
        page: The page.

    Returns:
        A sentence or two, with the source.
    """
    (step,) = [step for step in read_csv("clause_history.csv") if step["standing"]]
    _, since = step["date"].split(maxsplit=1)
    words = (
        f"A proposed rule of {since}, {step['citation']}, would change the codified text. "
        f"{step['standing']}"
    )
    return f"{with_register(words)} {citations(page, *step['sources'].split())}"
