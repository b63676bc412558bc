"""What no source says and what was looked at in vain; and what was found after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import tag, text
from site_build.pages.confidence import backed
from site_build.pages.notes import note
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _more(page: Page, one: dict[str, Any]) -> str:
    """Link the page that has the answer."""
    return tag("a", text(one["more"]), href=page.link(one["page"]))


UNKNOWNS: Final = Table[dict[str, Any]](
    "cc-unknowns",
    [
        Column("What is not known", words("what")),
        Column(
            "What was looked at",
            lambda page, one: text(one["looked"]) + note(page, *one["searched"]),
        ),
    ],
    anchor=lambda one: f"unknown-{one['id']}",
)
ANSWERED: Final = Table[dict[str, Any]](
    "cc-answered",
    [
        Column("Question", words("question")),
        Column("Answer", lambda page, one: text(one["answer"]) + backed(page, one)),
        Column("Read on", _more),
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


def answered(page: Page) -> str:
    """List the questions that were open once, with their answers.

    Args:
        page: The page.

    Returns:
        A table; a row keeps the anchor that the question had while it was open.
    """
    # The search leads to the page that has the answer.
    return tag(
        "section", ANSWERED.render(page, read_keyed("answered.toml")), data_search_exclude=""
    )
