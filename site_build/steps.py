"""The build's steps in their order. MkDocs' hooks call them; a script could, too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_build import settings, templates
from site_build.copies import feed, llms, markdown
from site_build.head import cards, robots
from site_build.host import csp, headers, offline, products, static
from site_build.pages.developers import rule_file
from site_build.pages.developers.file_sizes import fill
from site_build.pages.nations import files as nation_files
from site_build.search import field, index

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def settle(config: MkDocsConfig) -> MkDocsConfig:
    """Check what the publisher has set.

    Args:
        config: MkDocs' own settings.

    Returns:
        The same settings.

    Raises:
        SettingError: A setting is not what it has to be.
    """
    config.site_url = settings.site_address(config.site_url or "")
    settings.contact(config.extra["report_errors"])
    return config


def collect(files: Files, config: MkDocsConfig) -> Files:
    """Publish scripts and styles, tables to download, what crawlers read, what others made.

    Args:
        files: The files MkDocs found.
        config: MkDocs' own settings.

    Returns:
        All files of the site.
    """
    products.add(files, config)
    nation_files.add(files, config)
    rule_file.add(files, config)
    feed.add(files, config)
    field.remove_theirs(files)
    return static.publish(robots.add(files, config), config)


def equip(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates what they show of the library, and each page its picture.

    Args:
        env: The templates' environment.
        config: MkDocs' own settings.
        files: The files of the site, to which the pictures are added.

    Returns:
        The environment.
    """
    cards.add(files, config)
    return templates.share(env, Path(config.docs_dir))


def finish(config: MkDocsConfig) -> None:
    """Give the pages policy, figures and copies, the service worker its list, the host its rules.

    In this order: the list has a hash of each page, and the rules name every file.

    Args:
        config: MkDocs' own settings.
    """
    index.write(Path(config.site_dir))
    csp.protect(Path(config.site_dir))
    fill(Path(config.site_dir))
    markdown.write(Path(config.site_dir), config.site_url or "/")
    llms.write(config)
    offline.fill(config)
    headers.write(Path(config.site_dir), urlsplit(config.site_url or "/").path)
