"""Letters and numbers inside the lookalikes: the same tables by which the rules speak of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore.tables import read_csv
from site_build.confidence import backing
from site_build.markup import sentence, tag, text

if TYPE_CHECKING:
    from site_build.page import Page


def naics_sectors(page: Page) -> str:
    """List the numbers with which a NAICS code can begin.

    Args:
        page: The page.

    Returns:
        A paragraph.
    """
    return _numbers(page, "naics_sectors.csv", "sector", "The first two digits are one of these:")


def unused_ein_prefixes(page: Page) -> str:
    """List the numbers with which no EIN begins.

    Args:
        page: The page.

    Returns:
        A paragraph.
    """
    words = "First two digits that were never used:"
    return _numbers(page, "unused_ein_prefixes.csv", "prefix", words)


def dodaac_services(page: Page) -> str:
    """List what the first letter of a military DoDAAC names.

    Args:
        page: The page.

    Returns:
        A paragraph and a list.
    """
    words = "The first letter of a military one names the service:"
    return _letters(page, "dodaac_services.csv", "letter", "service", words)


def piid_instruments(page: Page) -> str:
    """List what the ninth character of a PIID names.

    Args:
        page: The page.

    Returns:
        A paragraph and a list.
    """
    words = "The letter in the ninth place names the kind:"
    return _letters(page, "piid_instruments.csv", "letters", "kind", words)


def _numbers(page: Page, name: str, column: str, words: str) -> str:
    rows = read_csv(name)
    listed = ", ".join(one[column] for one in rows)
    return _said(page, rows, f"{words} {listed}.")


def _letters(page: Page, name: str, column: str, meaning: str, words: str) -> str:
    rows = read_csv(name)
    named: dict[str, list[str]] = {}
    for one in rows:
        named.setdefault(one[meaning], []).extend(one[column].split())
    items = "".join(
        tag("li", f"{', '.join(tag('code', sign) for sign in signs)} {text(sentence(what))}")
        for what, signs in named.items()
    )
    return f"{_said(page, rows, words)}\n\n{tag('ul', items, class_='cc-letters')}"


def _said(page: Page, rows: list[dict[str, str]], words: str) -> str:
    """Cite the rows once: they come from one text, and one is as sure as the other."""
    ((sources, confidence),) = {(one["sources"], one["confidence"]) for one in rows}
    cited = backing(page, {"sources": sources, "confidence": confidence})
    return tag("p", f"{text(words)} {cited}", class_="cc-listed")
