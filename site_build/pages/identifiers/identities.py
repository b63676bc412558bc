"""The four identifiers side by side: what each names, who assigns it, how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import read_toml
from site_build.markup import row, sentence, table, tag, text
from site_build.pages.confidence import sure
from site_build.pages.identifiers.schemes import code_link
from site_build.pages.sources import citations
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page

ASKED = {
    "names": "What it names",
    "issuer": "Who assigns it",
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
        A table with a row a question; the last says how sure the answers are, with their sources.
    """
    known = read_toml("identities.toml")
    schemes = page.catalogue["schemes"]
    headings = ["Question", *(schemes[key]["name"] for key in known)]
    shapes = [text(sentence(f"{schemes[key]['shape']}.")) for key in known]
    rows = [row(headings, [tag("strong", "Shape"), *shapes])]
    for field, question in ASKED.items():
        answers = [text(one[field]) for one in known.values()]
        rows.append(row(headings, [tag("strong", question), *answers]))
    rated = [sure(page, one) for one in known.values()]
    rows.append(row(headings, [tag("strong", RATED), *rated]))
    return table(headings, rows, "cc-identities")


def at_a_glance(page: Page, *pairs: str) -> str:
    """Say in one row each what an identifier names and who assigns it.

    Args:
        page: The page.
        pairs: Their ids, each followed by a code to show.

    Returns:
        A table.
    """
    known = read_toml("identities.toml")
    headings = ["Identifier", ASKED["names"], "Looks like", ASKED["issuer"]]
    rows = []
    for key, code in zip(pairs[::2], pairs[1::2], strict=True):
        one, scheme = known[key], page.catalogue["schemes"][key]
        name = tag("a", text(scheme["name"]), href=page.link(scheme["page"]))
        names = f"{text(one['names'])} {citations(page, *one['sources'])}"
        rows.append(row(headings, [name, names, code_link(page, code, key), text(one["issuer"])]))
    return table(headings, rows, "cc-glance")
