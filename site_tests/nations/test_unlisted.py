"""The nations that have no structure in the table: told on the page, and to who looks for them."""

import pytest
from playwright.sync_api import Page, expect

from cagecore.tables import read_csv
from site_tests.support.nations import NO_SCRIPT, Nations

UNLISTED = read_csv("unlisted_nations.csv")
NAMES = [one["name"] for one in UNLISTED]


@pytest.mark.parametrize("name", NAMES)
def test_found_by_name(page: Page, name: str) -> None:
    """Who looks for a nation without a structure reads how it stands."""
    nations = Nations(page)
    nations.field.fill(name)

    expect(nations.rows).to_have_count(0)
    expect(nations.status).to_contain_text(f"{name}: no structure here. ")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("81", "Qatar"), ("qat", "no pattern"), ("CH", None), ("switz", "S4080"), ("malta", "NSPA")],
)
def test_found_by_other_words(page: Page, typed: str, said: str | None) -> None:
    """Codes and numbers find it, too; where a row of the table fits, only rows are counted."""
    nations = Nations(page)
    nations.field.fill(typed)

    expect(nations.status).to_contain_text(said or "rows")


@NO_SCRIPT
def test_without_script(page: Page) -> None:
    """The page has them without the tool."""
    page.goto("nations/")

    for name in NAMES:
        expect(page.locator(".cc-unlisted").get_by_text(name)).to_be_visible()
