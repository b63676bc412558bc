"""The feed of changes of facts, in Atom (RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from mkdocs.structure.files import File, Files

from site_build.pages.reference.fact_changes import PAGE, changes
from site_build.site import FEED, LICENSE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

TYPE: Final = "application/atom+xml"
_ATOM: Final = "http://www.w3.org/2005/Atom"


def add(files: Files, config: MkDocsConfig) -> Files:
    """Put the feed at the site's root.

    Args:
        files: The files MkDocs found so far.
        config: MkDocs' own settings.

    Returns:
        The same collection, with the feed in it.
    """
    text = feed(config.site_name, config.site_url or "/")
    files.append(File.generated(config, FEED, content=text))
    return files


def feed(name: str, address: str) -> str:
    """Write the feed.

    Args:
        name: The site's name.
        address: Its address, ending in a slash.

    Returns:
        XML. An entry's address is that of its line on the page of changes, which stays.

    Example:
        >>> feed("Codes", "https://example.org/").count("<entry>") == len(changes())
        True
    """
    rows = changes()
    root = ET.Element("feed", xmlns=_ATOM)
    _add(root, "title", f"{name}: changes of facts")
    _add(root, "id", address + FEED)
    _add(root, "updated", _moment(max(row["since"] for row in rows)))
    _add(root, "rights", LICENSE)
    _add(_add(root, "author"), "name", name)
    _add(root, "link", rel="self", type=TYPE, href=address + FEED)
    _add(root, "link", rel="alternate", type="text/html", href=address + PAGE)
    for row in rows:
        entry = _add(root, "entry")
        _add(entry, "title", row["title"])
        _add(entry, "id", f"{address}{PAGE}#{row['anchor']}")
        _add(entry, "updated", _moment(row["since"]))
        _add(entry, "link", rel="alternate", type="text/html", href=address + row["page"])
        _add(entry, "content", row["text"], type="text")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, words: str | None = None, **named: str) -> ET.Element:
    """Put an element into another one."""
    element = ET.SubElement(parent, name, named)
    element.text = words
    return element


def _moment(date: object) -> str:
    """Write a day as the moment at which it begins."""
    return f"{date}T00:00:00Z"
