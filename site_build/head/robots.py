"""The file that tells crawlers where the list of pages is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

NAME = "robots.txt"


def robots(site: str) -> str:
    r"""Write what crawlers may read, which is everything, and where the sitemap is.

    Args:
        site: The site's address, ending in a slash.

    Returns:
        The content of the file.

    Example:
        >>> robots("https://example.org/").splitlines()[-1]
        'Sitemap: https://example.org/sitemap.xml'
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {site}sitemap.xml\n"


def add(files: Files, config: MkDocsConfig) -> Files:
    """Put the file at the site's root.

    Args:
        files: The files of the site so far.
        config: MkDocs' own settings.

    Returns:
        The same collection, with the file in it.
    """
    files.append(File.generated(config, NAME, content=robots(config.site_url or "/")))
    return files
