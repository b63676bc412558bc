"""Numbered notes: a small number beside a statement, which leads to its sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cagecore.facts.sources import sources as known_sources
from site_build.markup import tag

if TYPE_CHECKING:
    from site_build.pages.page import Page

NAME: Final = re.compile(r"[^,:;(]+")
"""The part of a source's title that is enough beside a statement."""


def note(page: Page, *keys: str) -> str:
    """Write the note of a statement, with all of its sources; the same ones have the same number.

    Args:
        page: The page.
        keys: The sources' keys.

    Returns:
        HTML to follow right after the statement; nothing where there are no sources. The search
        shows nothing of it.

    Raises:
        KeyError: When there is no such source.

    Example:
        >>> from site_build.pages.page import Page
        >>> page = Page("")
        >>> 'aria-label="Source 1: FAR 52.204-7"' in note(page, "far-52-204-7")
        True
        >>> [">1</a>" in note(page, *keys) for keys in (["far-52-204-7"], ["gsa-uei"])]
        [True, False]
    """
    if not keys:
        return ""
    names = "; ".join(name_of(key) for key in keys)
    first = frozenset(keys) not in page.notes
    number = page.number(keys)
    link = tag(
        "a",
        str(number),
        href=f"#note-{number}",
        id=f"ref-{number}" if first else None,
        class_="cc-ref",
        aria_label=f"Source {number}: {names}",
        data_sources=names,
    )
    return tag("sup", link, class_="cc-cited", data_search_exclude="")


def name_of(key: str) -> str:
    """Name a source in a few words.

    Args:
        key: Its key.

    Returns:
        The beginning of its title.

    Raises:
        KeyError: When there is no such source.

    Example:
        >>> name_of("far-52-204-7")
        'FAR 52.204-7'
    """
    title = known_sources()[key].title
    found = NAME.match(title)
    return (found[0] if found else title).strip()
