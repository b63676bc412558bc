"""What MkDocs calls: one line a hook, each a plain function that a script could call as well.

Run MkDocs as `python -m mkdocs`, so that the project's folder is on the module path.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cagecore import wire
from site_build import (
    cards,
    csp,
    headers,
    markers,
    nation_files,
    numbers,
    offline,
    products,
    robots,
    sizes,
    static,
    templates,
    text_tables,
)

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name our style sheets as they are published."""
    return static.name_styles(config)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish scripts and styles, tables to download, what crawlers read, what others made."""
    products.add(files, config, Path(config.config_file_path or ".").parent / "build")
    nation_files.add(files, config, wire.catalogue())
    return static.publish(robots.add(files, config), config)


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Fill in what the page asks for with markers and citations."""
    return markers.expand(markdown, page.url, wire.catalogue())


def on_page_content(html: str, **_: object) -> str:
    """Lay out the tables that stand in the page's own text, and keep numbers in one line."""
    return numbers.keep_together(text_tables.lay_out(html))


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates what they show of the library, and each page its picture."""
    cards.add(files, config)
    return templates.share(env, Path(config.docs_dir))


def on_post_build(*, config: MkDocsConfig) -> None:
    """Give the pages their policy and figures, the service worker its list, the host its rules.

    In this order: the list has a hash of each page, and the rules name every file.
    """
    csp.protect(Path(config.site_dir))
    sizes.fill(Path(config.site_dir))
    offline.fill(config)
    headers.write(Path(config.site_dir), urlsplit(config.site_url or "/").path)
