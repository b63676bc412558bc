"""Companies that have a code of NSPA and one of their nation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cagecore.facts.nations import nation_names
from site_build.facts import read_csv
from site_build.markup import text
from site_build.pages.codes import code_link
from site_build.pages.table import Column, Table

if TYPE_CHECKING:
    from site_build.pages.page import Page

PAIRS: Final = Table[dict[str, str]](
    "cc-s-codes",
    [
        Column("NSPA code", lambda page, one: code_link(page, one["s_code"], "ncage")),
        Column("National code", lambda page, one: code_link(page, one["national_code"], "ncage")),
        Column("Country", lambda _, one: text(nation_names()[one["nation"]])),
    ],
    source=lambda one: one,
)


def pairs(page: Page) -> str:
    """List the pairs of codes that one company has.

    Args:
        page: The page.

    Returns:
        A table.
    """
    return PAIRS.render(page, read_csv("s_code_pairs.csv"))
