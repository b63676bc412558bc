"""Every code that a page shows is what the core says about it, and leads to the validator."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from cagecore import SCHEMES, check
from site_tests.support.built import PAGES, Element, text_of, tree

SHAPES = ("cage", "ncage", "uei", "duns")
NOT_EXAMPLES = {"nav", "pre", "script", "svg", "table"}
"""Elements in which a code is part of something else; tables have their own links."""


def parts(element: Element, linked: bool = False) -> Iterator[tuple[Element, bool]]:  # noqa: FBT001, FBT002 - it calls itself
    """Give the inline codes below an element, and whether each is part of a link."""
    for child in element:
        if child.tag in NOT_EXAMPLES:
            continue
        if child.tag == "code":
            yield child, linked
        yield from parts(child, linked or child.tag == "a")


def main(address: str) -> Element:
    """Give the content of a page."""
    (found,) = tree(address).iter("main")
    return found


def examples(address: str) -> list[tuple[str, str, str | None]]:
    """Give what each link to the validator shows, which text it fills in, and for which kind."""
    found = []
    for link in main(address).iter("a"):
        if "cc-code" in (link.get("class") or "").split():
            filled = parse_qs(urlsplit(link.get("href") or "").fragment, keep_blank_values=True)
            expect = filled.get("expect", [None])[0]
            found.append((text_of(link), filled["code"][0], expect))
    return found


@pytest.mark.parametrize("address", PAGES)
def test_links_fill_in_what_they_show(address: str) -> None:
    """A code that leads to the validator leads there with that same code, for a known kind."""
    for shown, filled, expect in examples(address):
        seen = re.sub(r"space|U\+[0-9A-F]{4}|\s", "", shown)
        plain = "".join(char for char in filled if char.isprintable() and not char.isspace())
        assert seen == plain
        assert expect is None or set(expect.split(",")) <= set(SCHEMES)


@pytest.mark.parametrize("address", PAGES)
def test_codes_are_linked(address: str) -> None:
    """A code of one of the four kinds in the text leads to the validator, except in links."""
    unlinked = [
        text
        for code, linked in parts(main(address))
        if (text := text_of(code))
        and not linked
        and any(SCHEMES[key].matches(text) for key in SHAPES)
        and re.search("[0-9]", text)
        and re.search("[A-Z]", text)
    ]

    assert unlinked == []


def test_there_are_examples() -> None:
    """The pages show codes of every kind that this site is about."""
    kinds = {check(filled).scheme for address in PAGES for _, filled, _ in examples(address)}

    assert set(SHAPES) <= kinds
