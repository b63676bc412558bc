"""Which nation each letter of a structure means, family by family."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Final

from cagecore.facts.nations import allocations
from site_build.markup import fold, tag, text

if TYPE_CHECKING:
    from site_build.pages.page import Page

BOARDS: Final = {
    "Letter first, digit last": "{}***#",
    "Digit first, letter last": "#***{}",
    "A first, letter last": "A***{}",
    "B first, letter last": "B***{}",
    "D first, letter last": "D***{}",
}
"""The families of structures in which one letter is free."""
MANY: Final = 4
"""Where more letters than these have a nation, it is worth seeing which are free."""


def by_letter(_: Page) -> str:
    """Draw which nation each letter means, family by family.

    Returns:
        One list a family.
    """
    boards = "".join(_board(*board) for board in BOARDS.items())
    return fold("The letters of each family of patterns", tag("div", boards, class_="cc-boards"))


def _board(title: str, shape: str) -> str:
    """Draw one family, letter by letter."""
    patterns = {shape.format(letter): letter for letter in string.ascii_uppercase}
    used = {one.pattern for one in allocations()}.intersection(patterns)
    shown = patterns if len(used) > MANY else sorted(used)
    tiles = "".join(_tile(patterns[pattern], pattern) for pattern in shown)
    heading = tag("p", f"{title} {tag('code', shape.format('L'))}", class_="cc-board__title")
    return heading + tag("ul", tiles, class_="cc-board")


def _tile(letter: str, pattern: str) -> str:
    """Draw one letter with its nations."""
    owners = [one for one in allocations() if one.pattern == pattern]
    if not owners:
        return tag("li", tag("b", letter) + tag("span", "–"), class_="cc-tile cc-tile--free")
    nation = next((one.nation for one in owners if one.nation), None)
    names = " · ".join(text(one.name) for one in owners)
    content = tag("b", letter) + tag("span", names)
    linked = tag("a", content, href=f"#nation-{nation.lower()}") if nation else content
    return tag("li", linked, class_="cc-tile")
