"""Firms that have a code of NSPA and one of their nation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import read_csv
from site_build.markup import row, table, text
from site_build.pages.confidence import sure
from site_build.pages.identifiers.schemes import code_link
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page


def pairs(page: Page) -> str:
    """List the pairs of codes that stand for one firm.

    Args:
        page: The page.

    Returns:
        A table.
    """
    headings = ["NSPA code", "National code", "Nation", RATED]
    rows = [
        row(
            headings,
            [
                code_link(page, one["s_code"], "ncage"),
                code_link(page, one["national_code"], "ncage"),
                text(page.catalogue["nations"][one["nation"]]),
                sure(page, one),
            ],
        )
        for one in read_csv("s_code_pairs.csv")
    ]
    return table(headings, rows, "cc-s-codes")
