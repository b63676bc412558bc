"""The glossary: each term with its full name, its meaning and the page that says more."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from site_build.facts import read_keyed
from site_build.markup import tag, text
from site_build.pages.confidence import backed

if TYPE_CHECKING:
    from site_build.pages.page import Page


def glossary(page: Page) -> str:
    """List every term in the order of the alphabet.

    Args:
        page: The page.

    Returns:
        A line of letters, and a list for each; each term has the anchor `term-<slug>`.
    """
    terms = sorted(read_keyed("glossary.toml"), key=lambda term: term["term"].casefold())
    letters = {
        letter: "".join(_entry(page, term) for term in found)
        for letter, found in groupby(terms, key=lambda term: term["term"][0].upper())
    }
    links = " ".join(tag("a", letter, href=f"#{_place(letter)}") for letter in letters)
    lists = "".join(
        tag("p", letter, id=_place(letter), class_="cc-letter") + tag("dl", entries)
        for letter, entries in letters.items()
    )
    jump = tag("p", links, class_="cc-letters-line", data_search_exclude="")
    return tag("div", jump + lists, class_="cc-glossary")


def _place(letter: str) -> str:
    """Give the place of a letter on the page."""
    return f"letter-{letter.lower()}"


def _entry(page: Page, term: dict[str, Any]) -> str:
    """Write a term with its full name, its meaning, and the page that says more."""
    full = term.get("stands_for", "")
    name = text(term["term"]) + (f" {tag('span', text(full))}" if full else "")
    meaning = f"{text(term['meaning'])}{backed(page, term)}"
    more = tag("a", text(term["more"]), href=page.link(term["page"]))
    said = tag("dd", f"{meaning} {tag('span', f'→ {more}', class_='cc-more-link')}")
    return tag("div", f"{tag('dt', name)} {said}", id=f"term-{term['id']}")


def term_count(_: Page) -> str:
    """Say how many terms there are.

    Returns:
        A number.
    """
    return str(len(read_keyed("glossary.toml")))
