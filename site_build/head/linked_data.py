"""What a page says of itself to search engines, in one block of JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.head import breadcrumbs, defined_terms
from site_build.markup import inert

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


def linked_data(page: Page, nav: Navigation, config: MkDocsConfig) -> str:
    """Write the block of a page.

    Args:
        page: The page.
        nav: The site's navigation.
        config: MkDocs' own settings.

    Returns:
        A data block, or nothing where there is nothing to say.
    """
    site = config.site_url or "/"
    things = defined_terms.identifiers(page.url, page.content or "", site)
    if way := breadcrumbs.breadcrumbs(page, nav):
        things.insert(0, way)
    if page.url == defined_terms.GLOSSARY:
        things.append({"name": page.title} | defined_terms.glossary(site))
    return block(things) if things else ""


def block(things: list[dict[str, Any]]) -> str:
    r"""Write a block of JSON-LD.

    Args:
        things: What schema.org has types for.

    Returns:
        An element that no browser runs or shows.

    Example:
        >>> block([{"@type": "</script>"}])[-49:]
        '"@graph": [{"@type": "\\u003c/script>"}]}</script>'
    """
    data = {"@context": "https://schema.org", "@graph": things}
    return f'<script type="application/ld+json">{inert(data)}</script>'
