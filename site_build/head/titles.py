"""What a page is called and said to be about, wherever it is shown or cited elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def of(page: Page, config: MkDocsConfig) -> tuple[str, str]:
    """Give the title and the description of a page.

    Args:
        page: The page, its Markdown read.
        config: MkDocs' own settings.

    Returns:
        Both as plain text; the home page has the name of the site as its title.
    """
    own = page.meta.get("title") or page.title or config.site_name
    title = config.site_name if page.is_homepage else str(own)
    return title, str(page.meta.get("description") or config.site_description or "")
