"""The glossary: each term with its full name, its meaning and the page that says more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.facts import read_toml
from site_build.markup import row, table, tag, text
from site_build.pages.confidence import backing

if TYPE_CHECKING:
    from site_build.pages.page import Page

HEADINGS = ["Term", "Stands for", "Meaning", "Read on"]


def glossary(page: Page) -> str:
    """List every term in the order of the alphabet.

    Args:
        page: The page.

    Returns:
        A table; each row has the anchor `term-<slug>`.
    """
    terms = sorted(read_toml("glossary.toml").items(), key=lambda pair: pair[1]["term"].casefold())
    rows = [row(HEADINGS, _cells(page, term), f"term-{slug}") for slug, term in terms]
    return table(HEADINGS, rows, "cc-glossary")


def term_count(_: Page) -> str:
    """Say how many terms there are.

    Returns:
        A number.
    """
    return str(len(read_toml("glossary.toml")))


def _cells(page: Page, term: dict[str, Any]) -> list[str]:
    return [
        text(term["term"]),
        text(term.get("stands_for", "")) or "–",
        f"{text(term['meaning'])} {backing(page, term)}",
        tag("a", text(term["more"]), href=page.link(term["page"])),
    ]
