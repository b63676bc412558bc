"""The NCAGE structures of every nation, as a table that a script can sort and filter.

The table is whole as it is. Each cell is a `data` element whose value is what nations.js sorts by,
and each row says in `data-find` what it can be found by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cagecore.facts.nations import ABROAD, Allocation, allocations, issuer_names
from site_build.markup import sentence, tag, text
from site_build.pages.codes import code_link
from site_build.pages.nations import countries
from site_build.pages.nations.standings import STANDINGS
from site_build.pages.table import Column, Table
from site_build.prose import age
from site_build.prose.ratings import OLD, TAGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_build.pages.page import Page

ORDER: Final = list(STANDINGS)
"""Of the standings, when the table is sorted by them."""
NUMBERS: Final = re.compile(r"(\d+)-(\d+)")
"""Bureau numbers from one to another, such as 00-09."""


def _column(
    heading: str,
    value: Callable[[Allocation], str],
    content: Callable[[Page, Allocation], str],
) -> Column[Allocation]:
    """Declare a column by what it is sorted by and what it shows."""
    return Column(heading, lambda page, one: tag("data", content(page, one), value=value(one)))


def _nation(_: Page, one: Allocation) -> str:
    """Name a nation, with its ISO code and a note."""
    iso = tag("span", one.nation, class_="cc-iso")
    name = f"{text(one.name)} {iso}" if one.nation else text(one.name)
    return name + (tag("small", text(one.note)) if one.note else "")


def _bureau(_: Page, one: Allocation) -> str:
    """Say who assigns codes of a structure, and what a national format is."""
    words = text(_bureau_words(one)) or "–"
    return words + tag("small", text(f"A national format. {ABROAD}")) if one.national else words


def _bureau_words(one: Allocation) -> str:
    """Say who assigns codes of a structure in a few words."""
    if one.issuer == f"NCB-{one.nation}":
        return "Its national bureau"
    return sentence(issuer_names()[one.issuer]) if one.issuer else ""


def _example(page: Page, one: Allocation) -> str:
    """Link an example, and say what it is if no real code."""
    if not one.example:
        return "none found"
    kind = "" if one.example_kind == "real" else tag("small", text(one.example_kind))
    return code_link(page, one.example) + kind


def _terms(one: Allocation) -> str:
    """Give the words by which a row can be found."""
    # Nations "outside NATO and Tier 2" are not what a reader means who asks for either.
    fields = [one.name.partition(" outside ")[0], _bureau_words(one), one.issuer]
    fields += [one.status, *_numbers(one.ncb), TAGS[one.confidence]]
    if one.nation:
        fields += [one.nation, *countries.other_names(one.nation)]
    words = " ".join(fields).split()
    return " ".join(dict.fromkeys(words))


def _numbers(ncb: str) -> list[str]:
    """List every bureau number from one to another."""
    several = NUMBERS.fullmatch(ncb)
    if several is None:
        return [ncb]
    return [f"{number:02}" for number in range(int(several[1]), int(several[2]) + 1)]


COLUMNS: Final = [
    _column("Nation", lambda one: one.name if one.nation else "", _nation),
    _column("Structure", lambda one: one.pattern, lambda _, one: tag("code", text(one.pattern))),
    _column("Assigned by", _bureau_words, _bureau),
    _column("NCB code", lambda one: one.ncb, lambda _, one: text(one.ncb) or "–"),
    _column(
        "Standing",
        lambda one: str(ORDER.index(one.status)),
        lambda _, one: text(sentence(one.status)),
    ),
    _column(
        "Pattern as of",
        lambda one: one.as_of,
        lambda _, one: text(one.as_of) + age.note(one.as_of, OLD),
    ),
    _column("Example", lambda one: one.example, _example),
]


def structures(page: Page) -> str:
    """Render the whole table, by nation.

    Args:
        page: The page.

    Returns:
        A table; each nation's first row has the anchor `nation-xyz`.

    Raises:
        ValueError: When a row has a standing or a confidence that nothing is known of.
    """
    rows = sorted(allocations(), key=lambda one: (not one.nation, one.name))
    first = {one.nation: one for one in reversed(rows)}

    def anchor(one: Allocation) -> str | None:
        return f"nation-{one.nation.lower()}" if one.nation and one == first[one.nation] else None

    return Table("cc-structures", COLUMNS, anchor, _terms, lambda one: one).render(page, rows)


def structure_count(_: Page) -> str:
    """Say how much the table holds.

    Returns:
        A few words.
    """
    rows = allocations()
    nations = {one.nation for one in rows if one.nation}
    real = {one.nation for one in rows if one.nation and one.example_kind == "real"}
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
