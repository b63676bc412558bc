"""The nations with no structure in the table: listed on the page, and found by its search."""

from playwright.sync_api import Page, expect

from site_build.facts import read_csv
from site_tests.nations.table import NO_SCRIPT, Nations

UNLISTED = read_csv("unlisted_nations.csv")
NAMES = [one["name"] for one in UNLISTED]


def test_found_by_name(page: Page) -> None:
    """Whoever looks for a nation without a structure reads its standing."""
    nations = Nations(page)
    misses = {}
    for name in NAMES:
        nations.field.fill(name)
        said = nations.status.inner_text()
        if nations.rows.count() or f"{name}: no structure here. " not in said:
            misses[name] = said

    assert misses == {}


def test_found_by_other_words(page: Page) -> None:
    """Codes and numbers find it, too; where a row of the table fits, only rows are counted."""
    nations = Nations(page)
    words = {"81": "Qatar", "qat": "no pattern", "CH": "rows", "switz": "S4080", "malta": "NSPA"}
    found = {}
    for typed in words:
        nations.field.fill(typed)
        found[typed] = nations.status.inner_text()

    assert {typed: found[typed] for typed, said in words.items() if said not in found[typed]} == {}


@NO_SCRIPT
def test_without_script(page: Page) -> None:
    """The page has them without the tool, in a fold that names them."""
    page.goto("nations/")
    fold = page.locator("details", has=page.locator(".cc-unlisted"))
    for name in NAMES:
        expect(fold.locator("summary")).to_contain_text(name)
    fold.locator("summary").click()

    for name in NAMES:
        expect(page.locator(".cc-unlisted").get_by_text(name)).to_be_visible()
