"""Hosts that do as they like: what the page on publishing says of each is what happens there."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from site_build.runtime.manifest import manifest
from site_build.site import SITE
from site_tests.hosts.habits import Habit, Packs, Unpacks, hosting
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
