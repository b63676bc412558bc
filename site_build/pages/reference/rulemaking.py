"""The rules that brought the clauses, and the status of the open one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import tag, text
from site_build.pages.confidence import cited
from site_build.pages.table import Column, Table, words
from site_build.prose.federal_register import with_register

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _citation(_: Page, step: dict[str, str]) -> str:
    """Cite a step of the rulemaking, with what else is known of it."""
    more = "".join(tag("small", text(step[name])) for name in ("detail", "standing"))
    return with_register(step["citation"]) + more


STEPS: Final = Table[dict[str, str]](
    "cc-clause-history",
    [
        Column("Date", words("date")),
        Column("Step", words("step")),
        Column("Citation", _citation),
    ],
    source=lambda one: one,
)


def clause_history(page: Page) -> str:
    """List the rules that brought the clauses, in order of their dates.

    Args:
        page: The page.

    Returns:
        A table.
    """
    return STEPS.render(page, read_csv("clause_history.csv"))


def proposed_rule(page: Page) -> str:
    """Say what the rulemaking's status is, in the one sentence that all pages share.

    Args:
        page: The page.

    Returns:
        A sentence or two, with the source.
    """
    (step,) = [step for step in read_csv("clause_history.csv") if step["standing"]]
    _, since = step["date"].split(maxsplit=1)
    said = (
        f"A proposed rule of {since}, {step['citation']}, would change the codified text. "
        f"{step['standing']}"
    )
    return f"{with_register(said)}{cited(page, step)}"
