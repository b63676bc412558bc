"""What MkDocs calls: one line a hook, each a plain function that a script could call as well.

Run MkDocs as `python -m mkdocs`, so that the project's folder is on the module path.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cagecore import wire
from site_build import csp, headers, markers, products, templates

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish the runtime and the wheel, which other build steps made."""
    return products.add(files, config, Path(config.config_file_path or ".").parent / "build")


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Fill in what the page asks for with markers and citations."""
    return markers.expand(markdown, page.url, wire.catalogue())


def on_env(env: Environment, **_: object) -> Environment:
    """Give the templates what they show of the library."""
    return templates.share(env)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Give every finished page its policy, and the host its rules."""
    csp.protect(Path(config.site_dir))
    headers.write(Path(config.site_dir), urlsplit(config.site_url or "/").path)
