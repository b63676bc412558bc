"""The backing of a row of a table: a note with its sources, and a tag where they are weak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import field
from site_build.markup import fact_list, sentence, tag, text
from site_build.pages.notes import note
from site_build.prose.ratings import OLD, RATINGS, TAGS

if TYPE_CHECKING:
    from site_build.pages.page import Page


def ratings(_: Page) -> str:
    """Say what each tag means.

    Returns:
        A list.
    """
    # A statement that is sure has no tag.
    means = {TAGS[one]: RATINGS[one] for one in RATINGS if TAGS[one]}
    means |= {OLD: "the list that the row comes from is more than a year old"}
    return fact_list({mark(name): text(sentence(what)) + "." for name, what in means.items()})


def mark(name: str) -> str:
    """Write a tag, which warns of a statement.

    Args:
        name: Its words; without any, there is none.

    Returns:
        HTML.

    Example:
        >>> mark("one source")
        '<span class="cc-tag">one source</span>'
    """
    return tag("span", text(name), class_="cc-tag") if name else ""


def backed(page: Page, one: object) -> str:
    """Cite a row's sources, and say where they are weak.

    Args:
        page: The page.
        one: A row with `confidence` and `sources`.

    Returns:
        HTML to follow right after what the row says.
    """
    warning = mark(TAGS[field(one, "confidence")])
    return cited(page, one) + (warning and f" {warning}")


def cited(page: Page, *rows: object) -> str:
    """Cite the sources of rows, each once.

    Args:
        page: The page.
        rows: Rows with `sources`, which in a CSV table are separated by spaces.

    Returns:
        HTML to follow right after what the rows say.
    """
    several = (field(one, "sources") for one in rows)
    keys = (keys.split() if isinstance(keys, str) else keys for keys in several)
    return note(page, *dict.fromkeys(key for each in keys for key in each))
