"""The NCAGE structures of every nation, as a table that a script can sort and filter.

The table is whole as it is. Each cell has a `data` element whose value is what nations.js sorts by,
and each row says in `data-find` what it can be found by. A row is one line; the name of the country
opens what else is known of its codes, and on a phone the other cells with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cagecore.facts.nations import ABROAD, Allocation, allocations, issuer_names
from site_build.markup import fold, sentence, tag, text
from site_build.pages.codes import code_link
from site_build.pages.confidence import backed
from site_build.pages.nations import countries
from site_build.pages.table import Column, Table
from site_build.prose import age
from site_build.prose.ratings import OLD, TAGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_build.pages.page import Page

BUREAU: Final = "NCB-"
"""What the name of a national bureau begins with, before its nation."""
NUMBERS: Final = re.compile(r"(\d+)-(\d+)")
"""Bureau numbers from one to another, such as 00-09."""


def _column(
    heading: str,
    value: Callable[[Allocation], str],
    content: Callable[[Page, Allocation], str],
) -> Column[Allocation]:
    """Declare a column by what it is sorted by and what it shows."""
    return Column(heading, lambda page, one: tag("data", content(page, one), value=value(one)))


def _country(page: Page, one: Allocation) -> str:
    """Name a country in a line that opens to what else is known of its codes."""
    iso = tag("span", one.nation, class_="cc-iso")
    name = tag("data", text(one.name), value=one.name if one.nation else "")
    return fold(f"{name} {iso}" if one.nation else name, _more(page, one), class_="cc-country")


def _more(page: Page, one: Allocation) -> str:
    """Say what standing a country has, where to apply, how old the pattern is, and who says so."""
    number = f", bureau number (NCB) {text(one.ncb)}" if one.ncb else ""
    caveat = one.note and f"{text(one.note)} "
    said = [
        f"{text(sentence(one.status))}{number}.",
        f"{_apply(page, one)}.",
        text(f"{caveat}{ABROAD}" if one.national else caveat).strip(),
        f"Pattern as of {tag('time', text(one.as_of), datetime=one.as_of)}{backed(page, one)}.",
    ]
    return tag("p", " ".join(part for part in said if part))


def _apply(page: Page, one: Allocation) -> str:
    """Say where a company of the country applies for a code."""
    if one.issuer == "DLA":
        return f"Register in {tag('a', 'SAM.gov', href=page.link('get/'))}: the code comes with it"
    portal = tag("a", "NSPA’s portal", href=page.link("get/foreign/"))
    if one.issuer.startswith(BUREAU) and not one.national:
        return f"Apply in {portal}, which routes your request to the bureau"
    return f"Apply in {portal}" if one.nation else f"Requests go to {portal}"


def _bureau_words(one: Allocation) -> str:
    """Say who assigns codes of a structure in a few words."""
    if one.issuer == f"{BUREAU}{one.nation}":
        return "Its national bureau"
    return sentence(issuer_names()[one.issuer]) if one.issuer else ""


def _example(page: Page, one: Allocation) -> str:
    """Link an example, and say what it is if no real code."""
    if not one.example:
        return tag("span", "none found", class_="cc-iso")
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
    Column("Country", _country),
    _column(
        "Pattern",
        lambda one: one.pattern,
        lambda _, one: tag("code", text(one.pattern)) + age.note(one.as_of, OLD),
    ),
    _column("Who assigns", _bureau_words, lambda _, one: text(_bureau_words(one)) or "–"),
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

    # What a row rests on is in its own fold.
    return Table("cc-structures", COLUMNS, anchor, _terms).render(page, rows)


def structure_count(_: Page) -> str:
    """Say how much the table holds.

    Returns:
        A few words.
    """
    rows = allocations()
    nations = {one.nation for one in rows if one.nation}
    real = {one.nation for one in rows if one.nation and one.example_kind == "real"}
    known = f"{len(real)} of them with a real code from a public source"
    return f"{len(rows)} rows and {len(nations)} countries, {known}"


def structure_finder(_: Page) -> str:
    """Write the field that filters the table; nations.js shows it.

    Returns:
        A hidden form.
    """
    label = tag("label", "Find a country or a pattern", for_="cc-find")
    field = '<input id="cc-find" type="search" autocomplete="off" autocapitalize="off"'
    field += ' spellcheck="false" aria-describedby="cc-find-hint">'
    hint = (
        "Country, ISO code, bureau, NCB code or standing; or a pattern such as `K***#`,"
        " or a whole code such as K0999."
    )
    status = tag("p", role="status", class_="cc-finder__status")
    content = label + field + tag("p", text(hint), id="cc-find-hint", class_="cc-hint") + status
    return tag(
        "form",
        content,
        class_="cc-finder",
        role="search",
        aria_label="Countries",
        data_module="nation-finder",
        hidden="",
    )
