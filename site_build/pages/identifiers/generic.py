"""Codes that are well formed and name no company: of the U.S. catalog, and of award reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import group, row, sentence, table, text
from site_build.pages.codes import code_link
from site_build.pages.confidence import backed

if TYPE_CHECKING:
    from site_build.pages.page import Page

HEADINGS: Final = ["CAGE", "UEI", "What it means"]


def generic_codes(page: Page) -> str:
    """List the codes that mean something other than a company.

    Args:
        page: The page.

    Returns:
        A table with two groups, each of which cites its sources once.
    """
    rows = []
    for words, file in {
        "In the U.S. catalog": "pseudo_cages.csv",
        "In award reports (FPDS)": "generic_pairs.csv",
    }.items():
        known = read_csv(file)
        rows.append(group(len(HEADINGS), text(words) + _ground(page, known)))
        rows += [row(HEADINGS, _cells(page, one)) for one in known]
    return table(HEADINGS, rows, "cc-generic")


def _cells(page: Page, one: dict[str, str]) -> list[str]:
    """Write the cells of a code, or of a pair of codes."""
    cage, uei = one.get("code") or one["cage"], one.get("uei")
    pair = code_link(page, cage), code_link(page, uei) if uei else "–"
    return [*pair, text(sentence(one["meaning"]))]


def _ground(page: Page, known: list[dict[str, str]]) -> str:
    """Cite the rows of one group: they come from one text, and one is as sure as the other."""
    ((sources, confidence),) = {(one["sources"], one["confidence"]) for one in known}
    return backed(page, {"sources": sources, "confidence": confidence})
