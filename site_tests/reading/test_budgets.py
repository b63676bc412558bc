"""What the tools cost the reader, counted by the requests that a browser makes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from site_build.host.sizes import BUDGETS
from site_build.site import SITE
from site_tests.support.built import lists
from site_tests.support.checker import Checker, on_line
from site_tests.support.watch import Watch
from site_tests.visits.costs import bill, files, is_search


def test_validator_before_the_runtime(page: Page, watch: Watch) -> None:
    """The validator keeps to its budget before Python comes, and can answer by then."""
    on_line(page, "{ saveData: true }")
    checker = Checker(page)
    checker.open("#code=K0999")
    checker.wait_for_look()
    page.wait_for_load_state("networkidle")
    loaded = files(watch.requests)
    total, listed = bill([path for path in loaded if not is_search(path)])

    assert [path for path in loaded if "runtime" in path.relative_to(SITE).parts] == []
    assert 30_000 < total <= BUDGETS["validator"], f"{total:,} bytes\n{listed}"


@pytest.mark.parametrize(
    ("line", "part"), [("{ saveData: false }", "snapshot"), ("{ saveData: true }", "ordinary")]
)
def test_runtime(page: Page, watch: Watch, line: str, part: str) -> None:
    """Python keeps to its budget from the snapshot, and to a smaller one on the ordinary path."""
    on_line(page, line)
    checker = Checker(page)
    checker.open()
    if part == "ordinary":
        checker.fetch.click()
    checker.wait_until_ready()
    runtime = [path for path in files(watch.requests) if "runtime" in path.relative_to(SITE).parts]
    total, listed = bill(runtime)

    assert len(runtime) > 4
    assert 1_000_000 < total <= BUDGETS[part], f"{total:,} bytes\n{listed}"


def test_what_is_kept_at_once() -> None:
    """What the first visit fetches to open the site without a connection keeps to its budget."""
    kept = [SITE / place for place in lists()["precache"]]
    pages = [path / "index.html" if path.is_dir() else path for path in kept]
    total, listed = bill([SITE / "sw.js", *pages])

    assert 50_000 < total <= BUDGETS["kept-at-once"], f"{total:,} bytes\n{listed}"


def test_search() -> None:
    """The search keeps to its budget: its index, what searches it, and what every page asks for."""
    total, listed = bill(list(filter(is_search, filter(Path.is_file, SITE.rglob("*")))))

    assert 30_000 < total <= BUDGETS["search"], f"{total:,} bytes\n{listed}"
