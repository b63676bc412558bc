"""Sources: a short citation beside a fact, and the list at the end of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from cagecore.facts.sources import Source
from cagecore.facts.sources import sources as known_sources
from site_build.markup import tag, text
from site_build.pages.table import Column, Table
from site_build.prose.federal_register import with_register

if TYPE_CHECKING:
    from site_build.pages.page import Page

ORDINALS: Final = ("second", "third", "fourth", "fifth", "sixth")
"""What the words of a source call its further addresses; the first is that of its title."""
UNSEARCHED: Final = {"data_search_exclude": ""}
"""Keeps the keys out of the excerpts that the search shows."""


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
    detail = f"{_edition(source)} {_whereabouts(source)}".rstrip()
    content = f"{tag('code', key)} {tag('strong', _title(source))} {tag('span', detail)}"
    return tag("li", content, id=f"source-{key}")


def _title(source: Source) -> str:
    """Link a source's title where it has an address."""
    title = text(source.title)
    return tag("a", title, href=source.url) if source.url else title


def _edition(source: Source) -> str:
    """Say who answers for a text, which edition it is, and when it was read."""
    return f"{text(source.publisher)}, {text(source.dated)}."


def _whereabouts(source: Source) -> str:
    """Say where in a text it is, where else that can be read, or who holds it."""
    also = ", ".join(_further(place, url) for place, url in enumerate(source.also))
    return " ".join(
        words
        for words in (
            with_register(source.where),
            also and f"Also: {also}.",
            source.held and f"No public address. {text(source.held)}",
            text(source.shallow or ""),
        )
        if words
    )


def _further(place: int, url: str) -> str:
    """Link a further address of a text by its place among them and its host.

    Example:
        >>> _further(0, "https://www.acquisition.gov/far/4.1804")
        '<a href="https://www.acquisition.gov/far/4.1804">second address (acquisition.gov)</a>'
    """
    host = urlsplit(url).netloc.removeprefix("www.")
    return tag("a", text(f"{ORDINALS[place]} address ({host})"), href=url)


def _named(key: str, source: Source) -> str:
    """Show a source's title above its key."""
    return f"{_title(source)} {tag('small', tag('code', key))}"


EVERY_SOURCE: Final = Table[tuple[str, Source]](
    "cc-all-sources",
    [
        Column("Source", lambda _, pair: _named(*pair)),
        Column("Publisher and edition", lambda _, pair: _edition(pair[1])),
        Column("Where it is", lambda _, pair: _whereabouts(pair[1]) or "At the address."),
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
    return EVERY_SOURCE.render(page, sorted(known_sources().items(), key=lambda pair: pair[0]))


def source_count(_: Page) -> str:
    """Say how many sources there are.

    Returns:
        A number.
    """
    return str(len(known_sources()))
