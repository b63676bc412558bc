"""The built site as files: its pages, what they link to, and where a link leads."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import html5lib

from site_build.host import offline, static
from site_build.site import DOCS, SITE, site_url

URL = site_url()
"""The address that the site was built for."""
PREFIX = urlsplit(URL).path
CHECKED, SET_ASIDE = f"cagecore {PREFIX} assets", f"cagecore {PREFIX} next"
"""What `sw.js` calls its caches: what it has checked, and what it sets aside for a later one."""
SCRIPTS = f"{static.root(DOCS)}javascripts/"
"""The folder of our scripts below the site's root."""

Element = ET.Element
UNREAD: set[object] = {"sup", ET.Comment}
"""What is no text of a page: the numbers of its notes, and comments."""


def sitemap(folder: Path = SITE) -> list[str]:
    """Give the pages of the sitemap as addresses below the site's root; the home page is empty."""
    path = folder / "sitemap.xml"
    if not path.is_file():
        raise FileNotFoundError("There is no site to test yet: run `make site` first.")
    places = ET.parse(path).iterfind(".//{*}loc")  # noqa: S314 - we wrote it
    return sorted((place.text or "").removeprefix(URL) for place in places)


def lists(folder: Path = SITE) -> Any:  # noqa: ANN401 - any JSON
    """Read what a site's service worker is to keep, and when."""
    text = (folder / offline.NAME).read_text(encoding="utf-8")
    (line,) = offline.LINE.findall(text)
    return json.loads(line.removeprefix("const SITE = ").removesuffix(";"))


PAGES = sitemap()
EVERY_PAGE = [*PAGES, "404.html", "503.html"]


@cache
def tree(address: str) -> Element:
    """Parse a page as a browser would."""
    path = SITE / address
    content = (path / "index.html" if path.is_dir() else path).read_bytes()
    root: Element = html5lib.parse(content, namespaceHTMLElements=False)
    return root


@cache
def anchors(address: str) -> frozenset[str]:
    """Give every place on a page that a link can lead to."""
    return frozenset(name for element in tree(address).iter() if (name := element.get("id")))


def links(address: str) -> list[str]:
    """Give whatever a page refers to: links, images, scripts, style sheets."""
    return [
        link
        for element in tree(address).iter()
        for name in ("href", "src")
        if (link := element.get(name)) is not None
    ]


def target(address: str, link: str) -> tuple[str, str] | None:
    """Follow a link of a page.

    Returns:
        An address below the site's root and a fragment; nothing when the link leaves the site.
    """
    whole = urlsplit(urljoin(URL + address, link))
    if not whole.geturl().startswith(URL):
        return None
    return unquote(whole.path).removeprefix(PREFIX), unquote(whole.fragment)


def text_of(element: Element) -> str:
    """Give the text of an element with single spaces, without the numbers of its notes."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in UNREAD:
            yield from _texts(child)
        yield child.tail or ""


def meta(address: str) -> dict[str, str]:
    """Give the meta elements of a page by their name or property, each of which occurs once."""
    pairs = [
        (name, element.get("content", ""))
        for element in tree(address).iterfind("head/meta")
        if (name := element.get("property") or element.get("name"))
    ]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def policies(address: str) -> list[Element]:
    """Give the policies that are in a page."""
    return [
        element
        for element in tree(address).iter("meta")
        if element.get("http-equiv", "").lower() == "content-security-policy"
    ]


def directives(policy: str) -> dict[str, set[str]]:
    """Read a policy as a browser does."""
    parts = [part.split() for part in policy.split(";")]
    assert len(parts) == len({name for name, *_ in parts})
    return {name: set(sources) for name, *sources in parts}
