"""The table of nations: its filter, its order, and what it says about its age."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Error, Page, expect

from cagecore.facts.nations import structure_of
from site_tests.nations.table import STRUCTURES, TOTAL, Nations


def of(fits: Callable[[dict[str, Any]], bool]) -> list[str]:
    """Give the structures of the library that fit."""
    return sorted(one["pattern"] for one in STRUCTURES if fits(one))


FILTERS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "germany": lambda one: one["nation"] == "DEU",
    "turkiye": lambda one: one["nation"] == "TUR",
    "TÜRKİYE": lambda one: one["nation"] == "TUR",
    "gbr": lambda one: one["nation"] == "GBR",
    "republic korea": lambda one: one["nation"] == "KOR",
    "K****": lambda one: one["pattern"] == "K***#",
    " k***# ": lambda one: one["pattern"] == "K***#",
    "****N": lambda one: one["pattern"][-1] == "N",
    "k0999": lambda one: one["pattern"] == "K***#",
    "27340": lambda one: one["pattern"] == "#***#",
    "66": lambda one: one["ncb"] == "66",
    "07": lambda one: one["nation"] == "USA",
    "nspa": lambda one: one["issuer"] == "NSPA",
    "defense logistics": lambda one: one["issuer"] == "DLA",
    "Tier 2": lambda one: one["status"] == "Tier 2",
    "nato": lambda one: one["status"] == "NATO" or one["issuer"] in {"NSPA", "AC/135"},
    "turkey": lambda one: one["nation"] == "TUR",
    "south korea": lambda one: one["nation"] == "KOR",
    "uk": lambda one: one["nation"] in {"GBR", "UKR"},
    "tier 1 weak": lambda one: (one["status"], one["confidence"]) == ("Tier 1", "low"),
    "weak source": lambda one: one["confidence"] == "low",
    "ABCDN": lambda one: one["pattern"] == "A***N",
    "india": lambda one: one["nation"] == "IND",
    "  ": lambda _: True,
}


def test_filter(page: Page) -> None:
    """As the reader types, only the rows that fit are left, and their number is shown."""
    nations = Nations(page)
    nations.expect_number(TOTAL)
    misses = {}
    for typed, fits in FILTERS.items():
        nations.field.fill(typed)
        expected = of(fits)
        said = f"{len(expected)} of {TOTAL} rows" if expected else "No structure fits"
        # It responds at once to what is typed.
        found = (nations.patterns(), nations.status.inner_text())
        if found != (expected, said):
            misses[typed] = found

    assert misses == {}


def test_every_code_finds_its_structure(page: Page) -> None:
    """A whole code finds what the library makes of it."""
    nations = Nations(page)
    for code in [one["example"] for one in STRUCTURES if one["example"]]:
        known = structure_of(code)
        assert known is not None
        nations.field.fill(code)
        assert nations.patterns() == [known.pattern] * len(known.allocations), code


def test_nothing_fits(page: Page) -> None:
    """Where nothing fits, the page says so, and clearing the field brings all rows back."""
    nations = Nations(page)
    expected = [("No structure fits", 0), (f"{TOTAL} of {TOTAL} rows", TOTAL)]
    misses = {}
    for typed in ("atlantis", "X1234", "K***", "%E0%A4%A"):
        found = []
        for text in (typed, ""):
            nations.field.fill(text)
            found.append((nations.status.inner_text(), nations.rows.count()))
        if found != expected:
            misses[typed] = found

    assert misses == {}


def test_sort(page: Page) -> None:
    """Headings sort up and down; equal rows keep the order of the page, empty ones come last."""
    nations = Nations(page)
    as_it_comes = nations.cells("Country")
    expect(nations.heading("Country")).to_have_attribute("aria-sort", "ascending")
    nations.sort("Example")
    expect(nations.heading("Example")).to_have_attribute("aria-sort", "ascending")
    expect(nations.heading("Country")).not_to_have_attribute("aria-sort", re.compile(""))
    examples = [cell for cell in nations.cells("Example") if cell != "none found"]
    none = ["none found"] * (TOTAL - len(examples))
    assert sorted(examples) == sorted(one["example"] for one in STRUCTURES if one["example"])
    # Digits come before letters.
    assert [one[0].isalpha() for one in examples] == sorted(one[0].isalpha() for one in examples)
    assert nations.cells("Example") == examples + none
    nations.sort("Example")
    expect(nations.heading("Example")).to_have_attribute("aria-sort", "descending")
    assert nations.cells("Example") == examples[::-1] + none

    nations.sort("Who assigns")
    issuers = nations.cells("Who assigns")
    assert issuers[0].startswith("CAGE Branch")
    assert issuers[-1] == "–"
    place, number = issuers.index("Its national bureau"), issuers.count("Its national bureau")
    of_bureaus = nations.cells("Country")[place : place + number]
    assert number > 1
    assert of_bureaus == [name for name in as_it_comes if name in of_bureaus]
    nations.sort("Who assigns")
    assert nations.cells("Who assigns") == [
        *(one for one in issuers[::-1] if one != "–"),
        *(one for one in issuers if one == "–"),
    ]
    nations.sort("Country")
    assert nations.cells("Country") == as_it_comes


def test_keyboard(page: Page) -> None:
    """Everything works without a mouse, and the focus stays where it was."""
    nations = Nations(page)
    nations.field.focus()
    page.keyboard.type("tier 2")
    page.keyboard.press("Enter")
    number = len(of(FILTERS["Tier 2"]))
    nations.expect_number(number)
    page.keyboard.press("Tab")
    button = nations.heading("Country").get_by_role("button")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(nations.heading("Country")).to_have_attribute("aria-sort", "descending")
    expect(button).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(nations.heading("Pattern")).to_have_attribute("aria-sort", "ascending")
    nations.expect_number(number)


def test_fragment(page: Page) -> None:
    """The filter is in the address, and comes back with it."""
    nations = Nations(page)
    nations.field.fill("türkiye & #")
    assert page.evaluate("location.hash") == "#find=t%C3%BCrkiye%20%26%20%23"
    page.reload()
    expect(nations.field).to_have_value("türkiye & #")
    nations.field.fill("germany")
    page.goto("start/")
    page.go_back()
    expect(nations.field).to_have_value("germany")
    nations.expect_number(2)
    nations.field.fill("")

    assert page.evaluate("location.hash") == ""


def test_address_that_is_refused(page: Page) -> None:
    """Where the browser takes no new address for a while, the filter works and tries again."""
    page.clock.install()
    nations = Nations(page)
    page.evaluate(
        """() => {
          history.replaceState = () => {
            delete history.replaceState;
            throw new DOMException("too many", "SecurityError");
          };
        }"""
    )
    nations.field.press("g")
    expect(nations.rows).not_to_have_count(TOTAL)
    assert page.evaluate("location.hash") == ""
    page.clock.fast_forward(5001)

    page.wait_for_function("location.hash === '#find=g'")


def test_damaged_fragment(page: Page) -> None:
    """Whatever the address contains, the tool works."""
    misses = {}
    for fragment in ("#find=%E0%A4%A", "#find=", "#find", "#nation-xyz", "#[x]"):
        page.goto("about:blank")  # another fragment alone would load nothing
        nations = Nations(page, fragment)
        try:
            nations.field.fill("k0999")
            nations.expect_number(1)
        except (AssertionError, Error) as error:
            misses[fragment] = str(error)

    assert misses == {}


def test_anchor(page: Page) -> None:
    """A link to a nation shows its row below the header, filtered or not."""
    nations = Nations(page, "#nation-tur")
    row = page.locator("#nation-tur")
    nations.expect_number(TOTAL)
    expect(row).to_be_in_viewport(ratio=1)
    header = page.get_by_role("banner").bounding_box()
    place = row.bounding_box()
    assert header
    assert place
    assert place["y"] >= header["height"] - 1

    nations.field.fill("germany")
    page.evaluate("location.hash = 'nation-usa'")
    nations.expect_number(TOTAL)
    expect(nations.field).to_have_value("")
    expect(page.locator("#nation-usa")).to_be_in_viewport(ratio=1)


def test_source_keeps_the_filter(page: Page) -> None:
    """A reader who follows a row's source finds the filter as it was."""
    nations = Nations(page, "#find=germany")
    nations.rows.first.locator("summary").click()
    nations.rows.first.get_by_role("link", name=re.compile("^Source ")).click()
    page.wait_for_url("**#note-*")

    nations.expect_number(2)
