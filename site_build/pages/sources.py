"""Sources: the list of notes at the end of a page, and the page that has every source."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from cagecore.facts.sources import Source
from cagecore.facts.sources import sources as known_sources
from site_build.markup import fold, tag, text
from site_build.pages.notes import name_of
from site_build.pages.table import Column, Table
from site_build.prose.as_of import LIST
from site_build.prose.federal_register import with_register

if TYPE_CHECKING:
    from site_build.pages.page import Page

ORDINALS: Final = ("second", "third", "fourth", "fifth", "sixth")
"""What the words of a source call its further addresses; the first is that of its title."""
HOLDERS: Final = {
    "Our own counts": r"^this project",
    "GAO, the courts and those who report on them": (
        r"Accountability Office|Court of Federal Claims|Morrison|DLA Piper|Holland & Knight"
        r"|Washington Technology"
    ),
    "NATO, NSPA, national bureaus and governments abroad": (
        r"NATO|NSPA|codification|Ministry|Receita|consulate|U\.S\. Embassy"
    ),
    "Defense Logistics Agency and Department of Defense": (
        r"Department of Defense|Defense Logistics|Defense Acquisition"
    ),
    "Federal Acquisition Regulation, its overhaul, and the Federal Register": (
        r"Federal Acquisition Regul|Federal Register|class deviations|agencies' notices"
        r"|^(?:smallgovcon.com and )?part52"
    ),
    "General Services Administration and SAM.gov": (
        r"General Services|^GSA|FedRAMP|sam\.gov|SAM\.gov|coleygsa"
    ),
    "Other offices of the U.S. Government": (
        r"^U\.S\. (?!.*Court)|National Institutes|Institute of Museum|Congressional|fsrs\.gov"
    ),
    "Publishers, companies and public projects": r"",
}
"""Who holds a text, by what its publisher is called; the first that fits is it."""
ORDER: Final = [*list(HOLDERS)[3:6], *list(HOLDERS)[1:3], *list(HOLDERS)[6:], *list(HOLDERS)[:1]]
"""In which order they are listed: who assigns codes and makes rules comes first."""


def sources(page: Page) -> str:
    """List the notes of the page, each with its sources.

    A source is described in the first note that cites it, and has its anchor `source-<key>` there.

    Args:
        page: The page.

    Returns:
        HTML; each note has the anchor `note-<number>`.

    Raises:
        ValueError: When the page cites nothing.
    """
    if not page.notes:
        raise ValueError("the page cites no source")
    described: set[str] = set()
    items = []
    for number, keys in enumerate(page.notes.values(), start=1):
        parts = [_again(key) if key in described else _entry(key) for key in keys]
        described |= set(keys)
        back = tag(
            "a", "↩", href=f"#ref-{number}", aria_label=f"Back to note {number}", class_="cc-back"
        )
        written = "".join(tag("p", part) for part in (*parts[:-1], f"{parts[-1]} {back}"))
        items.append(tag("li", written, id=f"note-{number}"))
    listed = tag("ol", "".join(items), class_="cc-sources", data_search_exclude="")
    noun = "source" if len(described) == 1 else "sources"
    summary = f"{len(described)} {noun}, note by note"
    # The page of sources has them all, so the search need not find each once more on every page.
    return tag("section", fold(summary, listed, LIST, "cc-fold-sources"), data_search_exclude="")


def _entry(key: str) -> str:
    """Describe a source in the list at the end of a page."""
    source = known_sources()[key]
    detail = f"{_edition(source)} {_whereabouts(source)}".rstrip()
    content = f"{tag('strong', _title(source))} {tag('span', detail)}"
    return tag("span", content, id=f"source-{key}")


def _title(source: Source) -> str:
    """Link a source's title where it has an address."""
    title = text(source.title)
    return tag("a", title, href=source.url) if source.url else title


def _again(key: str) -> str:
    """Name a source that an earlier note describes, and lead there."""
    return tag("a", text(name_of(key)), href=f"#source-{key}")


def _edition(source: Source) -> str:
    """Say who answers for a text, which edition it is, and when it was read."""
    return f"{text(source.publisher)}, {text(source.dated)}."


def _whereabouts(source: Source) -> str:
    """Say where in a text it is, where else that can be read, or who holds it."""
    also = ", ".join(_further(place, url) for place, url in enumerate(source.also))
    return " ".join(
        words
        for words in (
            with_register(source.where),
            also and f"Also: {also}.",
            source.held and f"No public address. {text(source.held)}",
            text(source.shallow or ""),
        )
        if words
    )


def _further(place: int, url: str) -> str:
    """Link a further address of a text by its place among them and its host.

    Example:
        >>> _further(0, "https://www.acquisition.gov/far/4.1804")
        '<a href="https://www.acquisition.gov/far/4.1804">second address (acquisition.gov)</a>'
    """
    host = urlsplit(url).netloc.removeprefix("www.")
    return tag("a", text(f"{ORDINALS[place]} address ({host})"), href=url)


def _described(_: Page, pair: tuple[str, Source]) -> str:
    """Say what a source is, which edition, and where."""
    known = pair[1]
    return _title(known) + tag("small", f"{_edition(known)} {_whereabouts(known)}".rstrip())


EVERY_SOURCE: Final = Table[tuple[str, Source]](
    "cc-all-sources",
    [
        Column("Source", _described),
        Column("What it supports", lambda _, pair: text(pair[1].supports)),
    ],
    anchor=lambda pair: f"source-{pair[0]}",
)


def every_source(page: Page) -> str:
    """List every source of the site, cited on this page or not, by who holds it.

    Args:
        page: The page.

    Returns:
        A fold for each who holds some, with a table; each row has the anchor `source-<key>`.
    """
    rows = sorted(
        known_sources().items(), key=lambda pair: (ORDER.index(_holder(pair[1])), pair[1].title)
    )
    folds = "".join(
        fold(f"{text(holder)} ({len(held)})", EVERY_SOURCE.render(page, held))
        for holder, found in groupby(rows, key=lambda pair: _holder(pair[1]))
        for held in [list(found)]
    )
    # Who searches wants the statement, which is on its page; this is what it rests on.
    return tag("section", folds, data_search_exclude="")


def _holder(source: Source) -> str:
    """Say who holds a text.

    Example:
        >>> _holder(known_sources()["gsa-uei"])
        'General Services Administration and SAM.gov'
    """
    return next(who for who, called in HOLDERS.items() if re.search(called, source.publisher))


def source_count(_: Page) -> str:
    """Say how many sources there are.

    Returns:
        A number.
    """
    return str(len(known_sources()))
