"""What MkDocs calls: one line per hook, each a plain function that a script could also call.

Run MkDocs as `python -m mkdocs`, so that the project's folder is on the module path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import CombinedEvent, event_priority

from site_build import markers, steps
from site_build.host import static
from site_build.prose import numbers, text_tables, tooltips
from site_build.search import folds

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check what the publisher has set, and name our style sheets as they are published."""
    return static.name_styles(steps.settle(config))


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish scripts and styles, tables to download, what crawlers read, what others made."""
    return steps.collect(files, config)


def on_page_markdown(markdown: str, *, page: Page, **_: object) -> str:
    """Fill in what the page asks for with markers and citations."""
    return markers.expand(markdown, page.url)


def on_page_content(html: str, *, page: Page, **_: object) -> str:
    """Lay out the page's own tables, keep numbers in one line, and explain terms."""
    html = numbers.keep_together(text_tables.lay_out(html))
    # The glossary explains all of them in its table.
    return html if page.meta.get("terms") else tooltips.explain(html)


@event_priority(100)
def _index_sections(context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
    """Show the search, which comes next, each fold as a section."""
    page.meta["shown"], page.content = page.content, folds.as_sections(page.content or "")
    return context


@event_priority(-100)
def _show_folds(context: TemplateContext, /, *, page: Page, **_: object) -> TemplateContext:
    """Show readers what they are to see."""
    page.content = page.meta.pop("shown")
    return context


on_page_context = CombinedEvent(_index_sections, _show_folds)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates what they show of the library, and each page its picture."""
    return steps.equip(env, config, files)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write into the finished site what depends on the whole of it."""
    steps.finish(config)
