"""What spreadsheets and forms make of codes, and what the checker says of each case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cagecore import wire
from site_build.facts import read_csv
from site_build.markup import row, table, text
from site_build.pages.confidence import backing
from site_build.pages.identifiers.schemes import code_link

if TYPE_CHECKING:
    from site_build.pages.page import Page

HEADINGS = ["Damage", "It was", "It became", "The checker says", "Why"]


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
    rows = [row(HEADINGS, _cells(page, known[kind])) for kind in kinds or known]
    return table(HEADINGS, rows, "cc-damage")


def _cells(page: Page, case: dict[str, str]) -> list[str]:
    return [
        text(case["kind"]),
        code_link(page, case["original"], case["scheme"]),
        code_link(page, case["became"], case["scheme"]),
        _answer(page, case),
        text(case["why"]) + backing(page, case),
    ]


def _answer(page: Page, case: dict[str, str]) -> str:
    report = _report(case["became"], case["scheme"])
    if case["outcome"] == "read" and report["code"] == case["original"]:
        return f"Reads it as {code_link(page, case['original'], case['scheme'])}, and says so"
    offered = {one["code"]: one["scheme"] for one in report["suggestions"]}
    if case["outcome"] == "offered" and case["original"] in offered:
        return f"Offers {', '.join(code_link(page, *one) for one in offered.items())}"
    if case["outcome"] == "lost" and not offered:
        return "Not well formed; the code is lost"
    raise ValueError(f"{case['became']}: not {case['outcome']}")


def _report(code: str, scheme: str) -> dict[str, Any]:
    request = json.dumps({"type": "check", "texts": [code], "expect": [scheme]})
    (answer,) = json.loads(wire.answer(request))["answers"]
    report: dict[str, Any] = answer["report"]
    return report
