"""Hosts that do as they like: what the page on publishing says about each is what happens there."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from site_build.host import headers
from site_build.media import TYPES
from site_build.pages.developers import hosts
from site_build.runtime.manifest import manifest
from site_build.site import SITE
from site_tests.engines.chromium import FLAGS
from site_tests.hosts.builds import shared
from site_tests.hosts.habits import (
    UNKNOWN,
    Adds,
    FilesOnly,
    FilesOnlyWithErrors,
    Habit,
    Packs,
    Silent,
    Unpacks,
    hosting,
)
from site_tests.hosts.host import build
from site_tests.hosts.reader import until
from site_tests.support.built import PREFIX
from site_tests.support.checker import Checker, on_line
from site_tests.support.failure import expect_full_check
from site_tests.support.watch import Watch

FOLDER = manifest()["folder"]
PARTS = manifest()["paths"]["snapshot"].values()
"""What Python is started from."""
PACKED = [FOLDER + file["name"] for file in PARTS if "unpacked" in file]
PLAIN_HOST = "site.test"
"""A name that a browser does not take for this machine, and so does not trust without https."""
DEEP = "https://example.org/a%20b/caf%C3%A9/~c/d.e/"
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
    assert runtime(asked, urlsplit(url).path) == []


@pytest.mark.browser_context_args(service_workers="allow")
@pytest.mark.parametrize("habit", [Silent, Unpacks, Packs])
def test_kept(page: Page, watch: Watch, habit: type[Habit]) -> None:
    """Without rules for caches, with a packed file sent as an encoding, or packed once more."""
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


EFFECTS = {
    ".html": "document.contentType !== 'text/html'",
    ".css": "getComputedStyle(document.body).margin !== '0px'",
    ".js": "!document.querySelector('[data-state]')",
    ".svg": "![...document.images].every(({ naturalWidth }) => naturalWidth)",
}
"""What goes wrong with another type, as a page can see it."""


@pytest.mark.parametrize("ending", EFFECTS)
def test_types(page: Page, watch: Watch, ending: str) -> None:
    """With another type happens what the table says, and with the right one it does not."""
    watch.tolerate("MIME type", "404")
    on_line(page, "{ saveData: true }")
    for types, seen in (({}, False), ({ending: UNKNOWN}, True)):
        with hosting(SITE, PREFIX, types=types) as (url, _):
            watch.move(url)
            page.goto(f"{url}validator/", wait_until="load")

            assert page.evaluate(EFFECTS[ending]) is seen


def test_types_of_all_others(page: Page, watch: Watch) -> None:
    """A host may call the others as it likes: the full check starts in the quick way."""
    types = dict.fromkeys(TYPES.keys() - EFFECTS.keys(), UNKNOWN)
    with hosting(SITE, PREFIX, types=types) as (url, asked):
        watch.move(url)
        page.goto(f"{url}validator/#code=K0999")
        expect_full_check(Checker(page))

        assert {FOLDER + file["name"] for file in PARTS} == set(runtime(asked))


def test_table_of_types() -> None:
    """The table has a row for each type that matters, and for the one that costs only time."""
    assert {one["ending"] for one in hosts.STRICT} == {*EFFECTS, ".wasm"}


@pytest.mark.parametrize("habit", [Habit, Unpacks])
def test_without_https(launch_browser: Callable[..., Browser], habit: type[Habit]) -> None:
    """On http the full check starts all the same, in the quick way; nothing is kept."""
    elsewhere = f"--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1"
    with hosting(SITE, PREFIX, habit) as (url, asked):
        address = url.replace("127.0.0.1", PLAIN_HOST)
        browser = launch_browser(args=[*FLAGS, elsewhere])
        context = browser.new_context()
        watch = Watch(context, address)
        watch.expect("origin was untrustworthy")
        page = context.new_page()
        page.goto(f"{address}validator/#code=K0999")
        expect_full_check(Checker(page))

        assert page.evaluate("[isSecureContext, 'serviceWorker' in navigator]") == [False, False]
        assert {FOLDER + file["name"] for file in PARTS} == set(runtime(asked))
        watch.verify()
        browser.close()


@pytest.fixture(scope="module")
def deep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site for an address that is deep below its host, and has escapes in it."""
    return shared(tmp_path_factory, "deep", lambda folder: build(folder, DEEP))


@pytest.mark.browser_context_args(service_workers="allow")
def test_deep_and_escaped_path(page: Page, watch: Watch, deep: Path) -> None:
    """Deep below a host, at a path with escapes, the site checks, is kept, and finds itself."""
    prefix = urlsplit(DEEP).path
    watch.expect("404", "503")
    with hosting(deep, prefix) as (url, asked):
        watch.move(url)
        check_twice(page, url, asked)
        answer = page.goto(f"{url}no/such/page/")
        home = page.get_by_role("main").get_by_role("link", name="Home")

        assert answer
        assert answer.status == 404
        assert home.evaluate("link => link.href") == url
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
        rules = page.request.get(url + PACKED[0]).headers
        assert rules["cache-control"] == headers.KEPT
        page.context.set_offline(offline=True)
        page.goto(f"{url}nations/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Countries")
        page.goto(f"{url}questions/faq/")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "This page is not on your machine"
        )
        expect(page.get_by_role("main").get_by_role("link", name="Check a code")).to_be_visible()


def test_added_script(page: Page, watch: Watch) -> None:
    """What a host adds to a page does not run, and the page works."""
    watch.expect("inline script violates", "policy violation")
    with hosting(SITE, PREFIX, Adds) as (url, _):
        watch.move(url)
        page.goto(f"{url}validator/#code=K0999")
        expect_full_check(Checker(page))

        assert page.locator("body > script").last.text_content() == Adds.SCRIPT[8:-9].decode()
        assert page.evaluate("document.body.dataset.added") is None
