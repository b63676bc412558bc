"""The official places where a code can be looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore import SCHEMES
from site_build.facts import read_toml
from site_build.markup import tag, text
from site_build.pages.confidence import backed

if TYPE_CHECKING:
    from site_build.pages.page import Page


def lookup_address(_: Page, key: str) -> str:
    """Give the address of an official place, for a link in the text.

    Args:
        key: A row of `cagecore/data/lookups.toml`.

    Returns:
        The address.

    Raises:
        KeyError: When there is no such place.
    """
    address: str = read_toml("lookups.toml")[key]["url"]
    return address


def lookups(page: Page, name: str) -> str:
    """List where a code of a scheme can be looked up.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A list of links.
    """
    known = read_toml("lookups.toml")
    items = ""
    for door in (known[key] for key in SCHEMES[name].lookups):
        link = tag("a", text(door["title"]), href=door["url"])
        answers = tag("span", text(door["answers"]) + backed(page, door))
        items += tag("li", f"{link} {answers}")
    return tag("ul", items, class_="cc-doors")
