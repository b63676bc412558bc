"""The NCAGE structures of every nation, as a table and by letter.

The table is whole as it stands. Each cell is a `data` element whose value is what nations.js sorts
by, and each row says in `data-find` what it can be found by.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Any

from cagecore.nations import ABROAD
from site_build.markup import row, sentence, table, tag, text
from site_build.pages.confidence import sure
from site_build.pages.identifiers.schemes import code_link
from site_build.pages.nations import countries
from site_build.prose import age
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page

HEADINGS = [
    "Nation",
    "Structure",
    "Assigned by",
    "NCB code",
    "Standing",
    RATED,
    "Pattern as of",
    "Example",
]
STANDINGS = ("NATO", "Tier 2", "Tier 1", "other", "NSPA", "special", "withdrawn")
SURE = ("high", "medium", "low")
OLD = "old list"
NUMBERS = re.compile(r"(\d+)-(\d+)")
"""Bureau numbers from one to another, such as 00-09."""

BOARDS = {
    "Letter first, digit last": "{}***#",
    "Digit first, letter last": "#***{}",
    "A first, letter last": "A***{}",
    "B first, letter last": "B***{}",
    "D first, letter last": "D***{}",
}
"""The families of structures in which one letter is free."""
MANY = 4


def structures(page: Page) -> str:
    """Render the whole table, by nation.

    Args:
        page: The page.

    Returns:
        A table; each nation's first row has the anchor `nation-xyz`.

    Raises:
        ValueError: When a row has a standing or a confidence that nothing is known of.
    """
    seen: set[str] = set()
    rows = []
    for one in sorted(
        page.catalogue["structures"], key=lambda one: (not one["nation"], one["name"])
    ):
        anchor = f"nation-{one['nation'].lower()}" if one["nation"] else None
        cells = _cells(page, one)
        rows.append(row(HEADINGS, cells, None if anchor in seen else anchor, _terms(page, one)))
        seen.add(anchor or "")
    return table(HEADINGS, rows, "cc-structures")


def structure_count(page: Page) -> str:
    """Say how much the table holds.

    Args:
        page: The page.

    Returns:
        A few words.
    """
    rows = page.catalogue["structures"]
    nations = {one["nation"] for one in rows if one["nation"]}
    real = {one["nation"] for one in rows if one["nation"] and one["example_kind"] == "real"}
    known = f"{len(real)} of them with a real code from a public source"
    return f"{len(rows)} rows and {len(nations)} nations, {known}"


def structure_finder(_: Page) -> str:
    """Write the field that filters the table; nations.js shows it.

    Returns:
        A hidden form.
    """
    label = tag("label", "Find a nation or a structure", for_="cc-find")
    field = '<input id="cc-find" type="search" autocomplete="off" autocapitalize="off"'
    field += ' spellcheck="false" aria-describedby="cc-find-hint">'
    hint = (
        "Nation, ISO code, bureau, NCB code or standing; or a structure such as `K***#`,"
        " or a whole code such as K0999."
    )
    status = tag("p", role="status", class_="cc-finder__status")
    content = label + field + tag("p", text(hint), id="cc-find-hint", class_="cc-hint") + status
    return tag(
        "form",
        content,
        class_="cc-finder",
        role="search",
        aria_label="Nations",
        data_module="nation-finder",
        hidden="",
    )


def by_letter(page: Page) -> str:
    """Draw which nation each letter stands for, family by family.

    Args:
        page: The page.

    Returns:
        One list a family.
    """
    return tag("div", "".join(_board(page, *board) for board in BOARDS.items()), class_="cc-boards")


def _board(page: Page, title: str, shape: str) -> str:
    patterns = {shape.format(letter): letter for letter in string.ascii_uppercase}
    used = {one["pattern"] for one in page.catalogue["structures"]}.intersection(patterns)
    # Where most letters have a nation, it is worth seeing which are free.
    shown = patterns if len(used) > MANY else sorted(used)
    tiles = "".join(_tile(page, patterns[pattern], pattern) for pattern in shown)
    heading = tag("p", f"{title} {tag('code', shape.format('L'))}", class_="cc-board__title")
    return heading + tag("ul", tiles, class_="cc-board")


def _tile(page: Page, letter: str, pattern: str) -> str:
    owners = [one for one in page.catalogue["structures"] if one["pattern"] == pattern]
    if not owners:
        return tag("li", tag("b", letter) + tag("span", "–"), class_="cc-tile cc-tile--free")
    nation = next((one["nation"] for one in owners if one["nation"]), None)
    names = " · ".join(text(one["name"]) for one in owners)
    content = tag("b", letter) + tag("span", names)
    linked = tag("a", content, href=f"#nation-{nation.lower()}") if nation else content
    return tag("li", linked, class_="cc-tile")


def _cells(page: Page, one: dict[str, Any]) -> list[str]:
    iso = tag("span", one["nation"], class_="cc-iso")
    name = f"{text(one['name'])} {iso}" if one["nation"] else text(one["name"])
    name += tag("small", text(one["note"])) if one["note"] else ""
    return [
        _cell(one["name"] if one["nation"] else "", name),
        _cell(one["pattern"], tag("code", text(one["pattern"]))),
        _cell(_bureau_words(page, one), _bureau(page, one)),
        _cell(one["ncb"], text(one["ncb"]) or "–"),
        _cell(str(STANDINGS.index(one["status"])), text(sentence(one["status"]))),
        _cell(str(SURE.index(one["confidence"])), sure(page, one)),
        _cell(one["as_of"], text(one["as_of"]) + age.note(one["as_of"], OLD)),
        _cell(one["example"], _example(page, one)),
    ]


def _example(page: Page, one: dict[str, Any]) -> str:
    if not one["example"]:
        return "none found"
    kind = "" if one["example_kind"] == "real" else tag("small", text(one["example_kind"]))
    return code_link(page, one["example"]) + kind


def _cell(value: str, content: str) -> str:
    return tag("data", content, value=value)


def _terms(page: Page, one: dict[str, Any]) -> str:
    # Nations "outside NATO and Tier 2" are not what a reader means who asks for either.
    fields = [one["name"].partition(" outside ")[0], _bureau_words(page, one), one["issuer"]]
    fields += [one["status"], *_numbers(one["ncb"]), one["confidence"]]
    if one["nation"]:
        fields += [one["nation"], *countries.other_names(one["nation"])]
    words = " ".join(fields).split()
    return " ".join(dict.fromkeys(words))


def _numbers(ncb: str) -> list[str]:
    several = NUMBERS.fullmatch(ncb)
    if several is None:
        return [ncb]
    return [f"{number:02}" for number in range(int(several[1]), int(several[2]) + 1)]


def _bureau(page: Page, one: dict[str, Any]) -> str:
    words = text(_bureau_words(page, one)) or "–"
    return words + tag("small", text(f"A national format. {ABROAD}")) if one["national"] else words


def _bureau_words(page: Page, one: dict[str, Any]) -> str:
    if one["issuer"] == f"NCB-{one['nation']}":
        return "Its national bureau"
    return sentence(page.catalogue["issuers"][one["issuer"]]) if one["issuer"] else ""
