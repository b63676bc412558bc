"""The index that our search reads, made of the one that the theme writes.

The theme divides each page into sections and leaves out what is marked `data-search-exclude`. Ours
has the same sections as plain text, page by page, with the words that mean the same. Those that are
no headings of the page are apart: `folds.py` made sections of them. A rule is named as shortly as
a heading and counts as one. Every page asks for the theme's index as soon as it opens, so what
stays of that is empty.
"""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from mkdocs.exceptions import PluginError

from cagecore.schemes import MAIN, SCHEMES
from site_build.site import DOCS

if TYPE_CHECKING:
    from pathlib import Path

THEIRS: Final = "search/search_index.json"
"""What the theme's script asks for with every page."""
OURS: Final = "search/index.json"
"""What our worker asks for when somebody searches."""
SYNONYMS: Final = DOCS / ".search" / "synonyms.csv"
_NEXT: Final = "what-to-do-next"
_EMPTY: Final[dict[str, Any]] = {"config": {}, "docs": []}
_HEADING: Final = re.compile(r"<h[1-6]\b[^>]*?\sid=\"([^\"]+)\"")
# The name of a rule leads to its own row.
_RULE: Final = re.compile(r"<tr id=\"([^\"]+)\"[^>]*>\s*<th\b[^>]*><a href=\"#\1\">")
_TAG: Final = re.compile(r"<[^>]*>")
_INLINE: Final = re.compile(r"</?(?:code|strong|em|sup|sub|a|span|abbr)\b[^>]*>")


def write(site: Path) -> None:
    """Put our index beside the theme's, and empty that.

    Args:
        site: The finished site.

    Raises:
        PluginError: When two rows of synonyms share a word, or the theme indexed no page.
    """
    found = json.loads((site / THEIRS).read_text(encoding="utf-8"))
    listed = pages(found["docs"], _headings(site, found["docs"]))
    if not listed:
        raise PluginError(f"{THEIRS} names no page")
    index = {"pages": listed, "synonyms": synonyms(SYNONYMS), "codes": codes()}
    _write(site / OURS, index)
    _write(site / THEIRS, _EMPTY)


def pages(sections: list[dict[str, Any]], headings: set[str]) -> list[dict[str, Any]]:
    """Gather the sections of each page: its first, and all with words of their own.

    A heading above other headings has none, nor has the list of sources. The links to what comes
    next have the words of other pages.

    Args:
        sections: The theme's entries: `location`, `title` and `text`, each page's own first.
        headings: The locations of headings and rules.

    Returns:
        The pages in order: `location`, `title`, and `sections` and `folds`, each of them as
        `[anchor, title, text]`.

    Example:
        >>> page = {"location": "a/", "title": "A", "text": "<p>One</p><p>two</p>"}
        >>> fold = {"location": "a/#b", "title": "B", "text": "Three"}
        >>> found = pages([page, fold], set())[0]
        >>> found["sections"], found["folds"]
        ([['', 'A', 'One two']], [['b', 'B', 'Three']])
        >>> pages([page, fold], {"a/#b"})[0]["folds"]
        []
    """
    found: dict[str, dict[str, Any]] = {}
    for section in sections:
        location, _, anchor = section["location"].partition("#")
        title, words = plain(section["title"]), plain(section["text"])
        new = {"location": location, "title": title, "sections": [], "folds": []}
        page = found.setdefault(location, new)
        kind = "sections" if not anchor or section["location"] in headings else "folds"
        if not anchor or (words and anchor != _NEXT):
            page[kind].append([anchor, title, words])
    return list(found.values())


def _headings(site: Path, sections: list[dict[str, Any]]) -> set[str]:
    """Find the headings and rules of all pages, as the theme names their locations."""
    locations = {section["location"].partition("#")[0] for section in sections}
    texts = {place: (site / place / "index.html").read_text("utf-8") for place in locations}
    return {
        f"{place}#{name}"
        for place, text in texts.items()
        for name in (*_HEADING.findall(text), *_RULE.findall(text))
    }


def plain(html: str) -> str:
    """Take the words out of a section.

    Args:
        html: What the theme kept of it.

    Returns:
        One line; words that stood in blocks of their own are apart.

    Example:
        >>> plain("<p>Dun &amp; Bradstreet’s <code>K0999</code>.</p><p>Next</p>")
        'Dun & Bradstreet’s K0999. Next'
    """
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", html))).split())


def synonyms(path: Path) -> list[list[str]]:
    """Read the words and phrases that mean the same to those who search.

    Args:
        path: The table, a row for each meaning.

    Returns:
        The rows.

    Raises:
        PluginError: When a word is in two rows, so that they would be one.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [list(filter(None, row)) for row in csv.reader(lines)]
    every = [words for row in rows for words in row]
    if twice := {words for words in every if every.count(words) > 1}:
        raise PluginError(f"{path.name} has {sorted(twice)} in more than one row")
    return rows


def codes() -> str:
    """Write the patterns of our codes as one.

    Returns:
        A pattern for Python and JavaScript.
    """
    return "|".join(SCHEMES[key].pattern for key in MAIN)


def _write(path: Path, content: dict[str, Any]) -> None:
    """Write JSON without a space too many."""
    line = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(line + "\n", encoding="utf-8")
