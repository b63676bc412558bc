"""What has grown old says so by itself: on the day of the build, and on the reader's day."""

import json
import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from cagecore import wire
from site_build.prose import age, as_of
from site_build.search.index import OURS
from site_build.site import SITE
from site_tests.support.built import PAGES

DATES = [one["as_of"] for one in wire.catalogue()["structures"]]
DATED = "start/"
NOTE = "more than a year ago"


@pytest.mark.parametrize(
    ("written", "old"),
    [
        ("2024-12-31", date(2026, 1, 1)),
        ("2024-02-29", date(2025, 3, 1)),
        ("2025-01", date(2026, 2, 1)),
        ("2024-12", date(2026, 1, 1)),
        ("2024", date(2026, 1, 1)),
        ("2026-08", date(2027, 9, 1)),
    ],
)
def test_day(written: str, old: date) -> None:
    """A date is old when its last day is more than a year ago."""
    assert age.old_from(written) == old


@pytest.mark.parametrize("written", ["", "soon", "2024-13", "2024-02-30"])
def test_no_date(written: str) -> None:
    """What is not a date is refused: a row never silently counts as new."""
    with pytest.raises(ValueError, match=r"."):
        age.old_from(written)


def test_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note waits hidden for its day, and is there from the start when the build is later."""
    old = age.old_from("2024")
    for day, hidden in [(old - timedelta(days=1), True), (old, False)]:
        seconds = (day - date(1970, 1, 1)).days * 24 * 60 * 60
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
        assert ("hidden" in age.note("2024", "old")) is hidden


def test_search_leaves_notes_out() -> None:
    """An excerpt of the search says nothing of a note whose day has not come."""
    index = json.loads((SITE / OURS).read_text(encoding="utf-8"))
    texts = [one[2] for page in index["pages"] for one in page["sections"] + page["folds"]]

    assert texts
    assert [text for text in texts if re.search(f"[0-9] +{NOTE}", text)] == []


@pytest.mark.parametrize("years", [0, 1, 40])
def test_rows_by_the_readers_clock(page: Page, years: int) -> None:
    """The rows that rest on an old list say so on the day they are read, and are found by it."""
    day = date(2026 + years, 11, 1)
    old = [one for one in DATES if age.old_from(one) <= day]
    page.clock.set_fixed_time(day.isoformat())
    page.goto("nations/")
    rows = page.locator("table.cc-structures tbody tr").filter(visible=True)

    assert old
    expect(rows.get_by_text("old list", exact=True).filter(visible=True)).to_have_count(len(old))
    page.get_by_label("Find a country or a pattern").fill("old list")
    expect(rows).to_have_count(len(old))


def test_page_by_the_readers_clock(page: Page) -> None:
    """Once a page's date is long ago, the page says so, above and in the line to cite."""
    notes = page.get_by_text(NOTE, exact=True).filter(visible=True)
    page.clock.set_fixed_time("2026-11-01")
    page.goto(DATED)
    expect(page.locator("[data-part='cite']")).to_be_visible()
    expect(notes).to_have_count(0)

    page.clock.set_fixed_time("2040-01-01")
    page.reload()
    expect(notes).to_have_count(2)
    expect(page.get_by_text("Checked August 2026 more than a year ago").first).to_be_visible()


def test_every_date_ages() -> None:
    """After each "Checked" with a month comes the note for it, on every page that has one."""
    dated = set()
    for address in PAGES:
        html = (SITE / address / "index.html").read_text()
        for found in as_of.MONTH.finditer(html):
            if html[: found.start()].rstrip().casefold().endswith(("as of", "checked")):
                dated.add(address)
                assert html[found.end() :].startswith(as_of.long_ago(found[0])), address

    assert {"nations/", "identifiers/cage/", "use/clauses/"} <= dated
