"""Codes that are well formed and name no firm: of the catalogue, and of award reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import sentence
from site_build.pages.codes import code_link
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

GENERIC: Final = Table[dict[str, str]](
    "cc-generic",
    [
        Column("CAGE", lambda page, one: code_link(page, one["cage"])),
        Column("UEI", lambda page, one: code_link(page, one["uei"]) if one["uei"] else "–"),
        Column("What it stands for", words("meaning")),
    ],
    source=lambda one: one,
)


def generic_codes(page: Page) -> str:
    """List the codes that mean something other than a firm.

    Args:
        page: The page.

    Returns:
        A table.
    """
    of_catalogue = [
        {**one, "cage": one["code"], "uei": "", "meaning": sentence(one["meaning"])}
        for one in read_csv("pseudo_cages.csv")
    ]
    of_reports = [
        {**one, "meaning": f"In reports to FPDS: {one['meaning']}"}
        for one in read_csv("generic_pairs.csv")
    ]
    return GENERIC.render(page, of_catalogue + of_reports)
