"""Laws that hold for every page, each of which is visited once."""

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Browser

from site_build.host.sizes import BUDGETS
from site_build.runtime.manifest import manifest
from site_tests.support.built import EVERY_PAGE
from site_tests.support.checker import ADDRESS
from site_tests.visits.costs import bill, files, is_search
from site_tests.visits.visit import WINDOWS, Visit, visit

TALLEST, COLUMNS, HALF = 6500, 4, 0.5


@pytest.fixture(scope="module", params=EVERY_PAGE)
def seen(
    request: pytest.FixtureRequest,
    browser: Browser,
    browser_context_args: dict[str, Any],
    base_url: str,
) -> Visit:
    """Visit a page."""
    return visit(browser, browser_context_args, base_url, request.param)


def asks_for(seen: Visit, part: str) -> bool:
    """Say whether a page requested anything with some words in its address."""
    return any(part in request for request in seen.requests)


def test_nothing_goes_wrong(seen: Visit) -> None:
    """No error, no warning, no violation of the policy, no request to anybody else."""
    assert seen.requests
    seen.watch.verify()


def test_only_the_validator_loads_python(seen: Visit) -> None:
    """A page to read loads neither Python nor the validator, and starts no worker of ours.

    The validator loads each file of the snapshot's path once, and nothing else of Python.
    """
    is_validator = seen.address == ADDRESS
    known = manifest()
    files = known["paths"]["snapshot"].values() if is_validator else []
    loaded = [request for request in seen.requests if "/runtime/" in request]

    assert all(f"/{known['folder']}" in request for request in loaded)
    assert Counter(request.rpartition("/")[2] for request in loaded) == Counter(
        file["name"] for file in files
    )
    assert asks_for(seen, "validator.js") is is_validator
    assert any(worker.startswith("blob:") for worker in seen.workers) is is_validator
    assert asks_for(seen, "/stylesheets/site.css")


def test_budget(seen: Visit) -> None:
    """A page keeps to its budget, without Python and the search; one with a map has another."""
    loaded = [path for path in files(seen.requests) if not is_search(path)]
    total, listed = bill([path for path in loaded if "runtime" not in path.parts])

    part = "validator" if seen.address == ADDRESS else "page-with-map" if seen.has_map else "page"
    assert 10_000 < total <= BUDGETS[part], f"{total:,} bytes\n{listed}"


def test_nothing_sticks_out(seen: Visit) -> None:
    """No page scrolls sideways, and nothing on it sticks out."""
    assert {name: found for name, found in seen.sticking_out.items() if found} == {}
    for name, (_, text) in WINDOWS.items():
        assert seen.text[name] >= (text or 16)


def test_accessibility(seen: Visit) -> None:
    """No page has a violation, light or dark, narrow or wide."""
    assert seen.violations == []


def test_height(seen: Visit) -> None:
    """No page is taller than 6,500 px in a wide window; what would be is in folds."""
    assert seen.shape.height <= TALLEST


def test_lines_of_text(seen: Visit) -> None:
    """No line of running text is wider than 75 zeros."""
    assert seen.shape.long_lines == []


def test_columns(seen: Visit) -> None:
    """A table with a cell of several words has four columns at most."""
    tables = (table for table in seen.shape.tables if table["long"])
    assert [table["name"] for table in tables if table["columns"] > COLUMNS] == []


def test_columns_of_text(seen: Visit) -> None:
    """Columns of text have at least half of their table."""
    marked = (table for table in seen.shape.tables if table["text"])
    assert [table["name"] for table in marked if table["share"] < HALF] == []
    assert [table["name"] for table in seen.shape.tables if table["unmarked"]] == []


def test_words_on_a_phone(seen: Visit) -> None:
    """A phone breaks no word in two."""
    assert seen.shape.broken_words == []


def test_folds(seen: Visit) -> None:
    """An address that leads into a fold opens it, and print shows what is in every fold."""
    assert seen.shape.unopened == []
    assert seen.shape.unprinted == []
