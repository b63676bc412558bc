"""Hosts that do as they like: what the page on publishing says of each is what happens there."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from site_build.runtime.manifest import manifest
from site_build.site import SITE
from site_tests.hosts.habits import FilesOnly, FilesOnlyWithErrors, Habit, Packs, Unpacks, hosting
from site_tests.hosts.reader import until
from site_tests.support.built import PREFIX
from site_tests.support.checker import Checker
from site_tests.support.failure import expect_full_check
from site_tests.support.watch import Watch

FOLDER = manifest()["folder"]
PARTS = manifest()["paths"]["snapshot"].values()
"""What Python is started from."""
PACKED = [FOLDER + file["name"] for file in PARTS if "unpacked" in file]
ALL_KEPT = """async (urls) =>
  Boolean(navigator.serviceWorker.controller)
  && (await Promise.all(urls.map((url) => caches.match(url)))).every(Boolean)"""


def runtime(asked: list[str], prefix: str = PREFIX) -> list[str]:
    """Give what was asked for of Python, as places below the site's root."""
    return [path.removeprefix(prefix) for path in asked if "/runtime/" in path]


def check_twice(page: Page, url: str, asked: list[str]) -> None:
    """Check a code on two visits: Python starts in the quick way, and then from what is kept."""
    checker = Checker(page)
    page.goto(f"{url}validator/#code=K0999")
    expect_full_check(checker)
    parts = {FOLDER + file["name"] for file in PARTS}
    until(page, ALL_KEPT, [url + place for place in parts])
    first = runtime(asked, urlsplit(url).path)
    assert set(first) == parts
    # A browser's own cache may have no room for the largest file, which is then asked for again.
    assert [place for place in first if place in PACKED] == PACKED
    asked.clear()
    page.goto(f"{url}nations/")
    page.goto(f"{url}validator/#code=K0999")
    expect_full_check(checker)
    assert runtime(asked) == []


@pytest.mark.browser_context_args(service_workers="allow")
@pytest.mark.parametrize("habit", [Unpacks, Packs])
def test_packed_file(page: Page, watch: Watch, habit: type[Habit]) -> None:
    """A file that is packed may be sent as one that is packed for the line, or packed once more."""
    with hosting(SITE, PREFIX, habit) as (url, asked):
        watch.move(url)
        check_twice(page, url, asked)


NOT_FOR_THIS_SITE = "This host does not show this site as it should"


@pytest.mark.parametrize("address", ["index.html", "validator/index.html"])
def test_host_without_folders(page: Page, watch: Watch, address: str) -> None:
    """Where a host knows files only, a page that is opened as a file says so, and what to read."""
    watch.expect("403")
    with hosting(SITE, PREFIX, FilesOnly) as (url, _):
        watch.move(url)
        page.goto(url + address)
        note = page.get_by_role("complementary", name="About this host")
        expect(note).to_contain_text(NOT_FOR_THIS_SITE)
        note.get_by_role("link").click()
        page.wait_for_url(f"{url}developers/publish/index.html")

        expect(page.get_by_role("heading", level=1)).to_contain_text("Publish it yourself")
        expect(note).to_contain_text(NOT_FOR_THIS_SITE)


def test_folder_that_is_not_found(page: Page, watch: Watch) -> None:
    """Where such a host has the site's own page for errors, it says so at a page's address."""
    watch.expect("404")
    with hosting(SITE, PREFIX, FilesOnlyWithErrors) as (url, _):
        watch.move(url)
        page.goto(f"{url}validator/")
        note = page.get_by_role("complementary", name="About this host")
        expect(note).to_contain_text(NOT_FOR_THIS_SITE)
        page.goto(f"{url}no/such/page/")
        page.wait_for_load_state("networkidle")
        expect(note).to_be_hidden()


@pytest.mark.parametrize("address", ["index.html", "validator/index.html"])
def test_host_with_folders(page: Page, watch: Watch, address: str) -> None:
    """Elsewhere nothing is said, however a page is opened."""
    with hosting(SITE, PREFIX) as (url, _):
        watch.move(url)
        with page.expect_response(url + address.removesuffix("index.html")):
            page.goto(url + address)
        page.wait_for_load_state("networkidle")

        expect(page.get_by_role("complementary", name="About this host")).to_be_hidden()
