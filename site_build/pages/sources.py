"""Sources: a short citation beside a fact, and the list at the end of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.markup import row, table, tag, text

if TYPE_CHECKING:
    from site_build.pages.page import Page

UNSEARCHED = {"data_search_exclude": ""}
"""Keeps the keys out of the excerpts that the search shows."""
HEADINGS = ["Source", "Publisher", "Edition or date read", "What it supports"]


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
        title = page.catalogue["sources"][key]["title"]
        page.cited[key] = None
        link = tag("a", key, href=f"#source-{key}", class_="cc-cite", title=title, **UNSEARCHED)
        links.append(link)
    return " ".join(links)


def citation(page: Page, key: str) -> str:
    """Cite a source behind a word, with the space between them.

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
    entries = "".join(_entry(page, key) for key in page.cited)
    # The page of sources has them all, so the search need not find each once more on every page.
    return tag("ul", entries, class_="cc-sources", data_search_exclude="")


def _entry(page: Page, key: str) -> str:
    source = page.catalogue["sources"][key]
    title = text(source["title"])
    linked = tag("a", title, href=source["url"]) if source["url"] else title
    detail = f"{text(source['publisher'])}, {text(source['dated'])}."
    content = f"{tag('code', key)} {tag('strong', linked)} {tag('span', detail)}"
    return tag("li", content, id=f"source-{key}")


def every_source(page: Page) -> str:
    """List every source of the site, cited on this page or not.

    Args:
        page: The page.

    Returns:
        A table in the order of the keys; each row has the anchor `source-<key>`.
    """
    rows = []
    for key, source in sorted(page.catalogue["sources"].items()):
        title = text(source["title"])
        linked = tag("a", title, href=source["url"]) if source["url"] else title
        cells = [f"{linked} {tag('small', tag('code', key))}"]
        cells += [text(source[name]) for name in ("publisher", "dated", "supports")]
        rows.append(row(HEADINGS, cells, f"source-{key}"))
    return table(HEADINGS, rows, "cc-all-sources")


def source_count(page: Page) -> str:
    """Say how many sources there are.

    Args:
        page: The page.

    Returns:
        A number.
    """
    return str(len(page.catalogue["sources"]))
