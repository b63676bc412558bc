"""The way from the home page down to a page, as search engines read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation


def breadcrumbs(page: Page, nav: Navigation) -> dict[str, Any] | None:
    """Describe the way to a page.

    A section has no page of its own; as in the tabs, it leads to its first page. On that very page
    it would lead nowhere, and is left out.

    Args:
        page: The page.
        nav: The site's navigation.

    Returns:
        A `BreadcrumbList` of schema.org, or nothing for the home page.
    """
    if page.is_homepage or nav.homepage is None:
        return None
    steps = [
        (nav.homepage.title, nav.homepage.canonical_url),
        *((section.title, first) for section, first in _sections(page)),
        (page.title, page.canonical_url),
    ]
    return {"@type": "BreadcrumbList", "itemListElement": numbered(steps)}


def numbered(steps: list[tuple[str | None, str | None]]) -> list[dict[str, Any]]:
    """Number the steps of a way.

    Args:
        steps: Name and absolute address of each.

    Returns:
        A `ListItem` of schema.org for each.

    Example:
        >>> numbered([("Home", "https://example.org/")])
        [{'@type': 'ListItem', 'position': 1, 'name': 'Home', 'item': 'https://example.org/'}]
    """
    return [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(steps, start=1)
    ]


def _sections(page: Page) -> Iterator[tuple[Section, str | None]]:
    """Give the sections above a page, from the top, each with the address that it leads to."""
    for section in reversed(list(page.ancestors)):
        first = _first(section)
        if isinstance(section, Section) and first is not None and first != page:
            yield section, first.canonical_url


def _first(item: StructureItem) -> Page | None:
    """Find the first page of a part of the navigation."""
    if isinstance(item, Page):
        return item
    children = item.children if isinstance(item, Section) else []
    return next((page for child in children if (page := _first(child))), None)
