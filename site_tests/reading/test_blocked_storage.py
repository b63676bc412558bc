"""A browser whose settings let sites keep nothing: every page works, and nothing goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from site_build.site import SITE
from site_tests.engines.chromium import FLAGS, block_site_data
from site_tests.hosts.host import Host
from site_tests.support.built import EVERY_PAGE, PREFIX
from site_tests.support.checker import Checker
from site_tests.support.watch import Watch

STORAGE = "() => { localStorage.setItem('a', 1); return localStorage.getItem('a'); }"
REFUSED = "navigator.serviceWorker.register('sw.js').then(() => false, () => true)"


@pytest.fixture(scope="module")
def blocked(
    browser_type: BrowserType, chromium: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """Start a browser of its own: the setting belongs to a whole profile."""
    profile = tmp_path_factory.mktemp("blocked")
    block_site_data(profile)
    context = browser_type.launch_persistent_context(profile, executable_path=chromium, args=FLAGS)
    yield context
    context.close()


@pytest.fixture(scope="module")
def heard(blocked: BrowserContext, base_url: str) -> Watch:
    """Watch all of its pages."""
    return Watch(blocked, base_url)


@pytest.fixture
def page(blocked: BrowserContext, heard: Watch) -> Iterator[Page]:
    """Give a page, and fail the test when anything went wrong on it."""
    page = blocked.new_page()
    yield page
    page.close()
    heard.verify()


def expect_use(page: Page) -> None:
    """See that the switch and the search work."""
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("textbox", name="Search").press_sequentially("check digit")
    expect(page.get_by_role("dialog", name="Search").get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_every_page(page: Page, base_url: str, address: str) -> None:
    """A page opens without a word in the console, though nothing can be kept."""
    page.goto(base_url + address, wait_until="networkidle")

    assert page.evaluate(REFUSED)
    assert page.evaluate(STORAGE) == "1"
    expect(page.get_by_title("Switch to dark mode")).to_be_visible()


@pytest.mark.parametrize("address", ["", "identifiers/uei/"])
def test_search_and_switch(page: Page, base_url: str, address: str) -> None:
    """The search finds, and the switch to dark switches."""
    page.emulate_media(color_scheme="light")
    page.goto(base_url + address)

    expect_use(page)


def test_validator(page: Page, base_url: str) -> None:
    """The validator gives its full answer."""
    page.goto(f"{base_url}validator/#code=K0999")
    checker = Checker(page)
    checker.wait_for_result()

    expect(checker.by).to_have_text("Full check, by every rule")
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")


def test_frame_of_another_site(page: Page, heard: Watch, tmp_path: Path) -> None:
    """The same holds in a frame of another site, whose host sends no header against it."""
    host = Host(tmp_path, PREFIX)
    host.deploy(SITE)
    heard.move(host.url)
    heard.tolerate("favicon.ico", "request to another origin")
    try:
        page.emulate_media(color_scheme="light")
        page.goto(host.around.replace("127.0.0.1", "localhost"))
        page.evaluate(
            """(address) => {
              const frame = document.createElement("iframe");
              frame.width = 1200;
              frame.height = 800;
              frame.src = address;
              document.body.append(frame);
            }""",
            f"{host.url}identifiers/uei/",
        )
        frame = page.frame_locator("iframe")
        expect(frame.get_by_title("Switch to dark mode")).to_be_visible()
        frame.get_by_role("textbox", name="Search").press_sequentially("check digit")
        found = frame.get_by_role("dialog", name="Search").get_by_role("link")
        expect(found.first).to_be_visible()
    finally:
        host.stop()
