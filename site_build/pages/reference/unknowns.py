"""What no source says and what was looked at in vain; and what was found after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.facts import read_keyed
from site_build.markup import fold, tag, text
from site_build.pages.confidence import backed
from site_build.pages.notes import note
from site_build.pages.table import rows_about

if TYPE_CHECKING:
    from site_build.pages.page import Page


def unknowns(page: Page, group: str) -> str:
    """List what is not known about one subject.

    Args:
        page: The page.
        group: The subject, as `unknowns.toml` names it.

    Returns:
        A fold for each question, with the anchor `unknown-<id>`.

    Raises:
        ValueError: When there is none.
    """
    rows = rows_about("unknowns.toml", "group", group)
    return "".join(_open(page, one) for one in rows)


def answered(page: Page) -> str:
    """List the questions that were open once, with their answers.

    Args:
        page: The page.

    Returns:
        A fold for each, which keeps the anchor that the question had while it was open.
    """
    folds = "".join(_answer(page, one) for one in read_keyed("answered.toml"))
    # The search leads to the page that has the answer.
    return tag("section", folds, data_search_exclude="")


def _open(page: Page, one: dict[str, Any]) -> str:
    """Write an open question with what is known, and with what would settle it."""
    known = text(one["looked"]) + note(page, *one["searched"])
    settles = f"{tag('strong', 'What would settle it:')} {text(one['settles'])}"
    return _fold(one, one["what"], known, settles)


def _answer(page: Page, one: dict[str, Any]) -> str:
    """Write a question with its answer, and link the page that has it."""
    more = tag("a", text(one["more"]), href=page.link(one["page"]))
    said = f"{text(one['answer'])}{backed(page, one)} Read on: {more}."
    return _fold(one, one["question"], said)


def _fold(one: dict[str, Any], question: str, *said: str) -> str:
    """Write a question that opens to what is said about it, a paragraph each."""
    return fold(text(question), "".join(tag("p", part) for part in said), f"unknown-{one['id']}")
