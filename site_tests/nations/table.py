"""The table of nations as a reader finds it."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from cagecore import wire

ADDRESS = "nations/"
STRUCTURES: list[dict[str, Any]] = wire.catalogue()["structures"]
TOTAL = len(STRUCTURES)
NO_SCRIPT = pytest.mark.browser_context_args(java_script_enabled=False)


class Nations:
    """The page's tool as a reader finds it."""

    def __init__(self, page: Page, fragment: str = "") -> None:
        """Open the page."""
        self.page = page
        page.goto(ADDRESS + fragment)
        self.field = page.get_by_label("Find a country or a pattern")
        self.status = page.get_by_role("search", name="Countries").get_by_role("status")
        self.rows = page.locator("table.cc-structures tbody tr").filter(visible=True)

    def heading(self, name: str) -> Locator:
        """Give the heading of a column."""
        return self.page.locator("table.cc-structures thead th").filter(has_text=name)

    def sort(self, name: str) -> None:
        """Press a heading."""
        self.heading(name).get_by_role("button", name=name, exact=True).click()

    def cells(self, name: str) -> list[str]:
        """Give what a column holds, row by row, without its small print."""
        of_row = "row => row.querySelector(`[data-label='${name}'] data`).firstChild.textContent"
        script = f"(rows, name) => rows.map({of_row})"
        found: list[str] = self.rows.evaluate_all(script, name)
        return [cell.strip() for cell in found]

    def patterns(self) -> list[str]:
        """Give the structures that are shown, in order of their characters."""
        return sorted(self.cells("Pattern"))

    def expect_number(self, number: int) -> None:
        """See that the tool says how many rows are left, and that it is so."""
        expect(self.status).to_have_text(f"{number} of {TOTAL} rows")
        expect(self.rows).to_have_count(number)


def by_name(one: dict[str, Any]) -> tuple[bool, str]:
    """Give the order of the page: by country, and what is no country's last."""
    return not one["nation"], one["name"]
