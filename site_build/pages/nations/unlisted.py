"""The nations that a reader may look for in the table of structures and not find there.

Each has what nations.js says when the table has no row that fits: in `data-says`, found by the
words in `data-find`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import sentence, tag, text
from site_build.pages.confidence import cited
from site_build.pages.nations import countries
from site_build.pages.nations.standings import STANDINGS

if TYPE_CHECKING:
    from site_build.pages.page import Page

NO_NUMBER: Final = f"{STANDINGS['NSPA']}."


def unlisted(page: Page) -> str:
    """List the nations without a structure, those of which nothing more is known in one item.

    Args:
        page: The page.

    Returns:
        A list.
    """
    known = read_csv("unlisted_nations.csv")
    explained = [one for one in known if one["note"]]
    others = [one for one in known if not one["note"]]
    items = [f"{_found(one)}{cited(page, one)}" for one in explained]
    items.append(f"{', '.join(_found(one) for one in others)}. {NO_NUMBER}{cited(page, *others)}")
    return tag("ul", "".join(tag("li", item) for item in items), class_="cc-unlisted")


def _found(one: dict[str, str]) -> str:
    """Name a nation, with its standing where that is known."""
    if not one["note"]:
        return _entry(one, one["name"], NO_NUMBER)
    standing = (
        f"{sentence(one['status'])}, NCB code {one['ncb']}" if one["ncb"] else "No bureau number"
    )
    words = f"{standing}. {one['note']}"
    return _entry(one, f"{one['name']}: {words}", words)


def _entry(one: dict[str, str], shown: str, words: str) -> str:
    """Write a nation that the finder can find, and what it then says."""
    says = f"{one['name']}: no structure here. {words}"
    return tag("span", text(shown), data_find=_terms(one), data_says=says)


def _terms(one: dict[str, str]) -> str:
    """Give the words by which a nation can be found."""
    names = countries.other_names(one["nation"]) if one["nation"] else []
    words = " ".join([one["name"], one["nation"], *names, one["status"], one["ncb"]]).split()
    return " ".join(dict.fromkeys(words))
