"""Sources: a short citation beside a fact, and the list at the end of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cagecore.facts.sources import Source
from cagecore.facts.sources import sources as known_sources
from site_build.markup import tag, text
from site_build.pages.table import Column, Table

if TYPE_CHECKING:
    from site_build.pages.page import Page

UNSEARCHED: Final = {"data_search_exclude": ""}
"""Keeps keys and lists of sources out of what the search finds and shows."""


def citations(page: Page, *keys: str) -> str:
    """Cite sources by their keys, each a link to its entry at the end of the page.

    Args:
        page: The page.
        keys: The sources' keys.

    Returns:
        HTML.

    Raises:
        KeyError: When there is no such source.
    """
    links = []
    for key in keys:
        title = known_sources()[key].title
        page.cited[key] = None
        link = tag("a", key, href=f"#source-{key}", class_="cc-cite", title=title, **UNSEARCHED)
        links.append(link)
    return " ".join(links)


def citation(page: Page, key: str) -> str:
    """Cite a source after a word, with the space between them.

    Args:
        page: The page.
        key: The source's key.

    Returns:
        HTML; an excerpt of the search shows nothing of it, not even the space.

    Raises:
        KeyError: When there is no such source.
    """
    return tag("span", f" {citations(page, key)}", **UNSEARCHED)


def sources(page: Page) -> str:
    """List every source that the page cites.

    Args:
        page: The page.

    Returns:
        HTML.

    Raises:
        ValueError: When the page cites nothing.
    """
    if not page.cited:
        raise ValueError("the page cites no source")
    entries = "".join(_entry(key) for key in page.cited)
    # The page of sources has them all, so the search need not find each once more on every page.
    return tag("ul", entries, class_="cc-sources", data_search_exclude="")


def _entry(key: str) -> str:
    """Write a source in the list at the end of a page."""
    source = known_sources()[key]
    detail = f"{text(source.publisher)}, {text(source.dated)}."
    content = f"{tag('code', key)} {tag('strong', _title(source))} {tag('span', detail)}"
    return tag("li", content, id=f"source-{key}")


def _title(source: Source) -> str:
    """Link a source's title where it has an address."""
    title = text(source.title)
    return tag("a", title, href=source.url) if source.url else title


def _named(key: str, source: Source) -> str:
    """Show a source's title above its key."""
    return f"{_title(source)} {tag('small', tag('code', key))}"


EVERY_SOURCE: Final = Table[tuple[str, Source]](
    "cc-all-sources",
    [
        Column("Source", lambda _, pair: _named(*pair)),
        Column("Publisher", lambda _, pair: text(pair[1].publisher)),
        Column("Edition or date read", lambda _, pair: text(pair[1].dated)),
        Column("What it supports", lambda _, pair: text(pair[1].supports)),
    ],
    anchor=lambda pair: f"source-{pair[0]}",
)


def every_source(page: Page) -> str:
    """List every source of the site, cited on this page or not.

    Args:
        page: The page.

    Returns:
        A table in the order of the keys; each row has the anchor `source-<key>`.
    """
    rows = sorted(known_sources().items(), key=lambda pair: pair[0])
    # Who searches wants the statement, which is on its page; this is what it rests on.
    return tag("section", EVERY_SOURCE.render(page, rows), **UNSEARCHED)


def source_count(_: Page) -> str:
    """Say how many sources there are.

    Returns:
        A number.
    """
    return str(len(known_sources()))
