"""The clauses in plain words, codified text and model text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.markup import fact_list, fold, tag, text
from site_build.pages.confidence import backed
from site_build.pages.table import rows_about

if TYPE_CHECKING:
    from site_build.pages.page import Page

KINDS: Final = {
    "codified": "Codified text",
    "reserved": "Reserved: no text",
    "procedure": "Procedure of the DFARS (PGI)",
    "model": "Model text, in force by class deviation",
}
MODEL: Final = "model"


def clauses(page: Page, task: str) -> str:
    """Write the clauses that matter for one task, a fold each; the model text comes last.

    Args:
        page: The page.
        task: The task, as `clauses.toml` names it: `offer`, `contract`, `owners`, `defense` or
            `grants`.

    Returns:
        HTML; each fold has the anchor `clause-` and the clause's key.

    Raises:
        ValueError: When there is none.
    """
    chosen = rows_about("clauses.toml", "task", task)
    chosen.sort(key=lambda clause: clause["kind"] == MODEL)
    return "".join(_fold(page, clause) for clause in chosen)


def _fold(page: Page, clause: dict[str, Any]) -> str:
    """Write the fold of a clause; its line says what it makes a reader do."""
    heading = tag("h3", f"{text(clause['number'])}, {text(clause['title'])}")
    pairs = {
        "What it asks": tag("ul", "".join(tag("li", text(ask)) for ask in clause["asks"])),
        "Note": text(clause.get("differs", "")),
        "Model text": text(clause["model"]),
        "Text": f"{KINDS[clause['kind']]}, {text(clause['dated'])}{backed(page, clause)}",
    }
    return fold(
        f"{heading} {tag('small', text(clause['you']))}",
        _texts(clause) + fact_list(pairs),
        f"clause-{clause['id']}",
    )


def _texts(clause: dict[str, Any]) -> str:
    """Show an older text beside the one that replaced it, where contracts still hold both."""
    if "earlier" not in clause:
        return ""
    now = {"dated": clause["dated"], "said": clause["you"]}
    texts = (
        tag("div", f"{tag('dt', text(one['dated']))} {tag('dd', text(one['said']))}")
        for one in (*clause["earlier"], now)
    )
    return tag("dl", " ".join(texts), class_="cc-beside")
