"""The glossary: each term with its full name, its meaning and the page that says more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import tag, text
from site_build.pages.confidence import backed
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _meaning(page: Page, term: dict[str, Any]) -> str:
    """Say what a term means, with its sources."""
    return f"{text(term['meaning'])}{backed(page, term)}"


def _more(page: Page, term: dict[str, Any]) -> str:
    """Link the page that says more of a term."""
    return tag("a", text(term["more"]), href=page.link(term["page"]))


TERMS: Final = Table[dict[str, Any]](
    "cc-glossary",
    [
        Column("Term", words("term")),
        Column("Stands for", lambda _, term: text(term.get("stands_for", "")) or "–"),
        Column("Meaning", _meaning),
        Column("Read on", _more),
    ],
    anchor=lambda term: f"term-{term['id']}",
)


def glossary(page: Page) -> str:
    """List every term in the order of the alphabet.

    Args:
        page: The page.

    Returns:
        A table; each row has the anchor `term-<slug>`.
    """
    terms = sorted(read_keyed("glossary.toml"), key=lambda term: term["term"].casefold())
    return TERMS.render(page, terms)


def term_count(_: Page) -> str:
    """Say how many terms there are.

    Returns:
        A number.
    """
    return str(len(read_keyed("glossary.toml")))
