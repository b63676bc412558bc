"""What a scheme is: facts, anatomy, examples, limits and where to look further."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from cagecore import wire
from site_build.facts import read_toml
from site_build.markup import fact_list, row, sentence, table, tag, text, visible
from site_build.pages.confidence import backing, sure
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_build.pages.page import Page


class Stretch(NamedTuple):
    """Neighbouring characters of a code with one meaning.

    Attributes:
        first: Position of the first, from 1.
        last: Position of the last.
        role: What they mean; empty where that is not told.
    """

    first: int
    last: int
    role: str

    @property
    def places(self) -> str:
        """The positions in words."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def code_link(page: Page, code: str, expect: str | None = None) -> str:
    """Show a code that leads to the validator, with the code filled in.

    Args:
        page: The page.
        code: The code.
        expect: The kind the field is for, if one is to be chosen.

    Returns:
        HTML.
    """
    return tag("a", tag("code", visible(code)), href=page.validator(code, expect), class_="cc-code")


def kinds(page: Page, *names: str) -> str:
    """Set schemes side by side.

    Args:
        page: The page.
        names: Their ids; without any, all of them.

    Returns:
        A table.
    """
    headings = ["Kind", "Shape", "Told apart by"]
    rows = []
    for name in names or page.catalogue["schemes"]:
        scheme = page.catalogue["schemes"][name]
        title = tag("a", text(sentence(scheme["name"])), href=page.link(scheme["anchor"]))
        apart = (text(scheme["apart"]) or "–") + _of_row(backing, page, name)
        rows.append(row(headings, [title, text(sentence(scheme["shape"])), apart]))
    return table(headings, rows, "cc-kinds")


def patterns(page: Page) -> str:
    """List the pattern of every scheme.

    Args:
        page: The page.

    Returns:
        A table.
    """
    headings = ["Kind", "Pattern"]
    rows = []
    for key, scheme in page.catalogue["schemes"].items():
        name = tag("a", text(sentence(scheme["name"])), href=page.link(scheme["anchor"]))
        pattern = tag("code", text(scheme["pattern"]), class_="cc-pattern")
        rows.append(row(headings, [f"{name} {tag('code', key)}", pattern]))
    return table(headings, rows, "cc-patterns")


def facts(page: Page, name: str) -> str:
    """Say what a code of a scheme looks like, with its pattern.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A description list.
    """
    scheme = page.catalogue["schemes"][name]
    layouts = " or ".join(tag("code", text(layout)) for layout in scheme["layouts"])
    pairs = {
        "Shape": text(sentence(scheme["shape"])),
        "Written": layouts and f"{layouts}, one # a character",
        "Pattern": tag("code", text(scheme["pattern"]), class_="cc-pattern"),
        "Told apart by": text(scheme["apart"]),
        RATED: _of_row(sure, page, name),
    }
    return fact_list(pairs)


def _of_row(write: Callable[[Page, dict[str, Any]], str], page: Page, name: str) -> str:
    # The shapes of our own kinds are rules, each with a source of its own.
    known = read_toml("lookalikes.toml").get(name)
    return write(page, known) if known else ""


def strip(_: Page, name: str, code: str) -> str:
    """Draw a code position by position.

    Args:
        name: The scheme's id.
        code: The code to draw.

    Returns:
        A list with one item a position.

    Raises:
        ValueError: When the code is not well formed: a page never shows a bad one as an example.
    """
    return _strip(_cells(name, code))


def specimen(name: str, code: str) -> str:
    """Draw a code position by position, with a legend and without a frame.

    Args:
        name: The scheme's id.
        code: The code to draw.

    Returns:
        HTML.
    """
    cells = _cells(name, code)
    return _strip(cells) + legend(_stretches(cells))


def _cells(name: str, code: str) -> list[dict[str, Any]]:
    request = json.dumps({"type": "check", "texts": [code], "expect": [name]})
    (answer,) = json.loads(wire.answer(request))["answers"]
    if not answer["report"]["well_formed"]:
        raise ValueError(f"{code} is not well formed as {name}")
    cells: list[dict[str, Any]] = answer["anatomy"]
    return cells


def _strip(cells: list[dict[str, Any]]) -> str:
    drawn = "".join(_cell(place, cell) for place, cell in enumerate(cells, start=1))
    return tag("ol", drawn, class_="cc-strip")


def _cell(place: int, cell: dict[str, Any]) -> str:
    char = tag("span", text(cell["char"]), class_="cc-cell__char")
    return tag("li", char + tag("span", str(place), class_="cc-cell__place"), class_="cc-cell")


def stretches(name: str, code: str) -> list[Stretch]:
    """Take a code apart.

    Args:
        name: The scheme's id.
        code: A well formed code.

    Returns:
        Its stretches, from left to right.

    Raises:
        ValueError: When the code is not well formed.

    Example:
        >>> [part.places for part in stretches("uei", "ZQGGHJH74DW7")][:2]
        ['1', '2–5']
    """
    return _stretches(_cells(name, code))


def _stretches(cells: list[dict[str, Any]]) -> list[Stretch]:
    found = []
    for role, group in groupby(enumerate(cells, start=1), key=lambda pair: pair[1]["role"]):
        places = [place for place, _ in group]
        found.append(Stretch(places[0], places[-1], role))
    return found


def legend(parts: list[Stretch]) -> str:
    """Say what each stretch of a code means.

    Args:
        parts: The stretches.

    Returns:
        A list of the places and their meanings.
    """
    items = (
        tag("div", tag("dt", one.places) + tag("dd", text(one.role))) for one in parts if one.role
    )
    return tag("dl", "".join(items), class_="cc-legend")


def examples(page: Page, name: str) -> str:
    """List codes to try, with what each is and who says so.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A list of links to the validator.
    """
    items = ""
    for example in page.catalogue["schemes"][name]["examples"]:
        code = code_link(page, example["code"], name)
        items += tag("li", f"{code} {text(example['what'])} {backing(page, example)}")
    return tag("ul", items, class_="cc-cases")


def limits(page: Page, name: str) -> str:
    """List what a well formed code of a scheme does not tell.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A list.
    """
    items = page.catalogue["schemes"][name]["limits"]
    return tag("ul", "".join(tag("li", text(item)) for item in items), class_="cc-limits")


def lookup_address(page: Page, key: str) -> str:
    """Give the address of an official place, for a link in the text.

    Args:
        page: The page.
        key: A row of `cagecore/data/lookups.toml`.

    Returns:
        The address.

    Raises:
        KeyError: When there is no such place.
    """
    address: str = page.catalogue["lookups"][key]["url"]
    return address


def lookups(page: Page, name: str) -> str:
    """List where a code of a scheme can be looked up.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A list of links.
    """
    items = ""
    for key in page.catalogue["schemes"][name]["lookups"]:
        door = page.catalogue["lookups"][key]
        link = tag("a", text(door["title"]), href=door["url"])
        items += tag("li", f"{link} {tag('span', text(door['answers']))} {backing(page, door)}")
    return tag("ul", items, class_="cc-doors")
