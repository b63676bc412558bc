"""The list of Markdown copies, with what the site is above it, as https://llmstxt.org/ has it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from bs4 import BeautifulSoup

from site_build.pages.nations.files import FILES
from site_build.site import COPY, FEED, LICENSE, LIST_OF_COPIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

OPTIONAL: Final = "About"
"""The tab that a program may leave out when it has little room."""
NOTE: Final = """\
Each link below leads to the Markdown copy of a page; without its last part it is the page itself.
**Well formed** means that a code follows the published rules of its shape.
It does not mean that the code is assigned, registered or active; only a register can say that.
Nothing that a reader types into the checker leaves the reader's browser."""
"""What a program that reads one page alone would miss."""


def write(config: MkDocsConfig) -> None:
    """Put the file at the root of a site whose Markdown copies are there.

    Args:
        config: MkDocs' own settings.
    """
    site, address = Path(config.site_dir), config.site_url or "/"
    about = (config.site_description or "").strip()
    lines = [f"# {config.site_name}", f"> {about}", NOTE]
    home, *tabs = config.nav or []
    lines += [_link(site, address, *page) for page in _pages(home)]
    for tab in tabs:
        ((name, pages),) = tab.items()
        written = [_link(site, address, *page) for one in pages for page in _pages(one)]
        lines += [f"## {'Optional' if name == OPTIONAL else name}", "\n".join(written)]
    data = [f"- [{place}]({address}{place}): {what}" for place, what in _data().items()]
    lines.insert(-2, "## Data\n\n" + "\n".join(data))
    (site / LIST_OF_COPIES).write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def _data() -> dict[str, str]:
    """Give what a program can load in place of a page, and what it is."""
    tables = dict.fromkeys(FILES, f"The NCAGE structures of all countries, under {LICENSE}")
    return {**tables, FEED: "Changes of facts, as an Atom feed"}


def _pages(one: dict[str, Any]) -> Iterator[tuple[str, PurePosixPath]]:
    """Give the label of a page in the navigation, and its place in the site."""
    for label, source in one.items():
        path = PurePosixPath(source)
        yield label, path.parent if path.stem == "index" else path.with_suffix("")


def _link(site: Path, address: str, label: str, place: PurePosixPath) -> str:
    """Write the line of a page: its copy, and what the page says it is about."""
    copy = (place / COPY).as_posix()
    html = (site / place / "index.html").read_text(encoding="utf-8")
    described = BeautifulSoup(html, "html.parser").select_one("meta[name=description]")
    about = str(described["content"]) if described else ""
    return f"- [{label}]({address}{copy}): {about}"
