"""Codes that are well formed and name no firm: of the catalogue, and of award reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import read_csv
from site_build.markup import row, sentence, table, text
from site_build.pages.confidence import sure
from site_build.pages.identifiers.schemes import code_link
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page


def generic_codes(page: Page) -> str:
    """List the codes that stand for something else than a firm.

    Args:
        page: The page.

    Returns:
        A table.
    """
    headings = ["CAGE", "UEI", "What it stands for", RATED]
    rows = [
        row(
            headings,
            [
                code_link(page, one["code"]),
                "–",
                text(sentence(one["meaning"])),
                sure(page, one),
            ],
        )
        for one in read_csv("pseudo_cages.csv")
    ]
    rows += [
        row(
            headings,
            [
                code_link(page, one["cage"]),
                code_link(page, one["uei"]),
                text(f"In reports to FPDS: {one['meaning']}"),
                sure(page, one),
            ],
        )
        for one in read_csv("generic_pairs.csv")
    ]
    return table(headings, rows, "cc-generic")
