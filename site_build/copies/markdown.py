"""A page as Markdown, for readers that are programs.

The copy is made from the finished page, so it says what the page says. What can only be looked at
or pressed is left out, notes become footnotes, and folds are open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Comment, Tag
from markdownify import MarkdownConverter
from mkdocs.exceptions import PluginError

from site_build.site import COPY, LICENSE

if TYPE_CHECKING:
    from pathlib import Path

TERMS: Final = "https://creativecommons.org/licenses/by/4.0/"

LEFT_OUT: Final = (
    "script, style, template, noscript, svg, form, input, button, select, textarea, dialog, nav, "
    "[hidden], .headerlink, .cc-foot, .cc-back"
)
"""What is looked at or pressed, and what is about the page itself and not its subject."""
_BLOCKS: Final = ["div", "p", "small", "li", "br", "dt", "dd", "figcaption"]
_HEADINGS: Final = ["h2", "h3", "h4"]
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_SPACES: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2060": None, "\u00ad": None})
"""Marks that only say where a line may end."""


def write(site: Path, address: str) -> None:
    """Put beside each page that names a copy that copy.

    Args:
        site: The finished site.
        address: Its address, ending in a slash.

    Raises:
        PluginError: A page has no content.
    """
    for page in sorted(site.rglob("index.html")):
        html = page.read_text(encoding="utf-8")
        if f'href="{COPY}"' in html:
            place = page.parent.relative_to(site).as_posix()
            url = address if place == "." else f"{address}{place}/"
            page.with_name(COPY).write_text(copy(html, url), encoding="utf-8")


def copy(html: str, url: str) -> str:
    """Write a page as Markdown.

    Args:
        html: The finished page.
        url: Its address, from which its links lead on.

    Returns:
        Markdown with absolute links.

    Raises:
        PluginError: The page has no content.

    Example:
        >>> page = '<main><h1>UEI</h1><p>See <a href="../cage/">CAGE</a>.</p></main>'
        >>> copy(page, "https://example.org/uei/").splitlines()[-1]
        'See [CAGE](https://example.org/cage/).'
    """
    page = BeautifulSoup(html, "html.parser")
    content = page.select_one("main article") or page.select_one("main")
    if content is None:
        raise PluginError(f"{url} has no content to copy")
    _introduce(page, content, url)
    _keep_what_can_be_read(content)
    _name_the_unseen(content)
    _open_folds(page, content)
    _write_footnotes(content)
    for link in content.select("a[href]"):
        link["href"] = urljoin(url, str(link["href"]))
        del link["title"]
    for cell in content.select("td, th, caption"):
        for block in cell.find_all(_BLOCKS):
            block.insert_before(" ")
            block.insert_after(" ")
    converter: Any = MarkdownConverter(heading_style="ATX", bullets="-", autolinks=False)
    written = str(converter.convert_soup(content)).translate(_SPACES)
    lines = "\n".join(line.rstrip() for line in written.splitlines())
    return _BLANK_LINES.sub("\n\n", lines).strip() + "\n"


def _introduce(page: BeautifulSoup, content: Tag, url: str) -> None:
    """Put below the title where the page is, and what may be done with its text."""
    title = content.find("h1")
    if title is None:
        # The home page has its title elsewhere.
        elsewhere = page.find("h1")
        words = elsewhere.get_text(" ", strip=True) if elsewhere else ""
        title = page.new_tag("h1", string=words)
        content.insert(0, title)
    about = page.new_tag("p", string=f"This page: {url} License: ")
    about.append(page.new_tag("a", attrs={"href": TERMS}, string=LICENSE))
    title.insert_after(about)


def _keep_what_can_be_read(content: Tag) -> None:
    """Take away what no program can look at or press."""
    for comment in content.find_all(string=lambda one: isinstance(one, Comment)):
        comment.extract()
    for element in content.select(LEFT_OUT):
        element.decompose()


def _name_the_unseen(content: Tag) -> None:
    """Put brackets around the name of a character that cannot be seen, in the middle of a code."""
    for name in content.select(".cc-unseen"):
        name.replace_with(f"[{name.get_text()}]")


def _open_folds(page: BeautifulSoup, content: Tag) -> None:
    """Turn the line of a fold into text above what is in it."""
    for summary in content.find_all("summary"):
        if summary.find(_HEADINGS):
            summary.unwrap()
        else:
            summary.name = "strong"
            summary.wrap(page.new_tag("p"))


def _write_footnotes(content: Tag) -> None:
    """Turn the numbers of notes, and the list that they lead to, into footnotes."""
    for number in content.select("sup.cc-cited"):
        number.replace_with(f"[^{number.get_text()}]")
    for notes in content.select("ol.cc-sources"):
        for one in notes.find_all("li", id=True):
            first, *more = one.find_all("p")
            for paragraph in more:
                paragraph.insert_before("; ")
            for paragraph in (first, *more):
                paragraph.unwrap()
            one.insert(0, f"[^{str(one['id']).removeprefix('note-')}]: ")
            one.name = "p"
        notes.unwrap()
