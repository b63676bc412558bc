"""Letters and numbers inside the lookalikes: the same tables that the rules use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import sentence, tag, text
from site_build.pages.confidence import backed

if TYPE_CHECKING:
    from site_build.pages.page import Page


NUMBERS: Final = {
    "naics": ("naics_sectors.csv", "sector", "The first two digits are one of these:"),
    "ein": ("unused_ein_prefixes.csv", "prefix", "First two digits that were never used:"),
}
"""By scheme: the table, its column, and what to say about the numbers."""
LETTERS: Final = {
    "dodaac": (
        "dodaac_services.csv",
        ("letter", "service"),
        "The first letter of a military one names the service:",
    ),
    "piid": (
        "piid_instruments.csv",
        ("letters", "kind"),
        "The letter in the ninth place names the kind:",
    ),
}
"""The same of letters, with the column that says what they name."""


def numbers(page: Page, name: str) -> str:
    """List the numbers with which a code begins, or never does.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A paragraph.

    Raises:
        KeyError: When there is no list for the scheme.
    """
    file, column, words = NUMBERS[name]
    rows = read_csv(file)
    listed = ", ".join(one[column] for one in rows)
    return _said(page, rows, f"{words} {listed}.")


def letters(page: Page, name: str) -> str:
    """List what a letter in a code names.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A paragraph and a list.

    Raises:
        KeyError: When there is no list for the scheme.
    """
    file, (column, meaning), words = LETTERS[name]
    rows = read_csv(file)
    named: dict[str, list[str]] = {}
    for one in rows:
        named.setdefault(one[meaning], []).extend(one[column].split())
    items = "".join(
        tag("li", f"{', '.join(tag('code', letter) for letter in found)} {text(sentence(what))}")
        for what, found in named.items()
    )
    return f"{_said(page, rows, words)}\n\n{tag('ul', items, class_='cc-letters')}"


def _said(page: Page, rows: list[dict[str, str]], words: str) -> str:
    """Cite the rows once: they come from one text, and one is as sure as the other."""
    ((sources, confidence),) = {(one["sources"], one["confidence"]) for one in rows}
    cited = backed(page, {"sources": sources, "confidence": confidence})
    return tag("p", text(words) + cited, class_="cc-listed")
