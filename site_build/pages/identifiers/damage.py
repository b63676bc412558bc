"""What spreadsheets and forms make of codes, and what the checker says about each case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cagecore import check
from site_build.facts import read_csv
from site_build.markup import tag, text
from site_build.pages.codes import code_link
from site_build.pages.table import Column, Table

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _answer(page: Page, case: dict[str, str]) -> str:
    """Say what the checker makes of a case, and fail where the table promises otherwise."""
    report = check(case["became"], expect=case["scheme"])
    if case["outcome"] == "read" and report.code == case["original"]:
        return f"Reads it as {code_link(page, case['original'], case['scheme'])}, and says so"
    offered = {one.code: one.scheme for one in report.suggestions}
    if case["outcome"] == "offered" and case["original"] in offered:
        return f"Offers {', '.join(code_link(page, *one) for one in offered.items())}"
    if case["outcome"] == "lost" and not offered:
        return "Not well formed; the code is lost"
    raise ValueError(f"{case['became']}: not {case['outcome']}")


DAMAGE: Final = Table[dict[str, str]](
    "cc-damage",
    [
        Column("Damage", lambda _, case: text(case["kind"]) + tag("small", text(case["why"]))),
        Column("It was", lambda page, case: code_link(page, case["original"], case["scheme"])),
        Column("It became", lambda page, case: code_link(page, case["became"], case["scheme"])),
        Column("The checker says", _answer),
    ],
    source=lambda case: case,
)


def damage(page: Page, *kinds: str) -> str:
    """List kinds of damage, with the checker's own answer.

    Args:
        page: The page.
        kinds: Which, in the order of the table; without any, all of them.

    Returns:
        A table.

    Raises:
        KeyError: When there is no such kind.
        ValueError: When the checker no longer says of a case what the table promises.
    """
    known = {case["kind"]: case for case in read_csv("damage.csv")}
    return DAMAGE.render(page, [known[kind] for kind in kinds or known])
