"""The four identifiers side by side: what each names, who gives it out, how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore.tables import read_toml
from site_build.markup import row, sentence, table, tag, text
from site_build.sources import citations

if TYPE_CHECKING:
    from site_build.page import Page

ASKED = {
    "names": "What it names",
    "issuer": "Who gives it out",
    "lasts": "How long it lasts",
    "digit": "Check digit",
    "seen": "Where it appears",
}
"""The questions that each of them answers, in the order of the table."""


def side_by_side(page: Page) -> str:
    """Set the identifiers beside each other, one a column.

    Args:
        page: The page.

    Returns:
        A table with a row a question, and the sources in the last.
    """
    known = read_toml("identities.toml")
    schemes = page.catalogue["schemes"]
    headings = ["Question", *(schemes[key]["name"] for key in known)]
    shapes = [text(sentence(f"{schemes[key]['shape']}.")) for key in known]
    rows = [row(headings, [tag("strong", "Shape"), *shapes])]
    for field, question in ASKED.items():
        answers = [text(one[field]) for one in known.values()]
        rows.append(row(headings, [tag("strong", question), *answers]))
    cited = [citations(page, *one["sources"]) for one in known.values()]
    rows.append(row(headings, [tag("strong", "Sources"), *cited]))
    return table(headings, rows, "cc-identities")
