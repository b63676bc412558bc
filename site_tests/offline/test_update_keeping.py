"""A deploy while people read: what was read stays at hand, in the version that takes over."""

from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from site_tests.hosts.reader import Reader, until, versions_on
from site_tests.hosts.versions import ANY_CACHING, NOT_HERE, Version, expect_words
from site_tests.support.watch import Watch

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

OPENABLE = """async (addresses) => {
  const { src } = document.querySelector("script[data-service-worker]");
  return (await import(src)).openable(addresses);
}"""


@ANY_CACHING
def test_pages_read_before_open_in_the_new_version(
    reader: Reader, old: Version, new: Version, watch: Watch
) -> None:
    """Pages that were read in the old version open without a connection, in the new one."""
    watch.tolerate("The checker stopped")  # the validator has loaded no Python so far
    reader.read("identifiers/uei/")
    reader.read("nations/")
    reader.update(new.site)
    reader.close()
    reader.host.stop()
    reader.wait_for_worker(active="activated")

    assert old != new
    expect_words(reader.open("identifiers/uei/"), new, new)
    assert versions_on(reader.open("nations/")) == {new.hash}
    assert versions_on(reader.open("validator/")) == {new.hash}


@ANY_CACHING
def test_pages_read_during_the_update(reader: Reader, old: Version, new: Version) -> None:
    """Pages of the new version that the old worker passed on are kept, too, host gone or not."""
    page = reader.read("nations/")
    reader.update(new.site)
    for address in ("identifiers/uei/", "about/how-it-works/"):
        reader.open(address, page)
        assert versions_on(page) == {new.hash}
    until(page, "async () => (await caches.match(location.href)) !== undefined")
    reader.host.stop()

    # The old worker shows nothing of the new version.
    assert versions_on(reader.open("nations/")) == {old.hash}
    reader.leave()
    expect_words(reader.open("identifiers/uei/"), new, new)
    assert versions_on(reader.open("about/how-it-works/")) == {new.hash}


def test_only_what_opens_is_listed(
    reader: Reader, old: Version, new: Version, watch: Watch
) -> None:
    """A page that is set aside for the new worker is not named as one that opens now."""
    watch.expect("503")
    page = reader.read("nations/")
    reader.update(new.site)
    reader.read("about/how-it-works/", page)
    reader.host.stop()
    reader.open("identifiers/cage/", page)

    main = page.get_by_role("main")
    expect(main.get_by_role("link", name="Check a code")).to_be_visible()
    # The worker answers in turn, so whatever the list still waits for is there after this.
    places = [f"{reader.host.url}{name}" for name in ("nations/", "about/how-it-works/")]
    assert page.evaluate(OPENABLE, places) == places[:1]
    expect(main.get_by_role("listitem")).to_have_text(
        ["Home", "Check a code", "Countries and bureaus"]
    )
    assert versions_on(page) == {old.hash}


def test_slow_line_during_the_update(reader: Reader, old: Version, new: Version) -> None:
    """Even where the host takes seconds for each page, those that were read are kept."""
    addresses = ("nations/", "about/how-it-works/", "identifiers/uei/")
    for address in addresses:
        reader.read(address)
    reader.host.slow_down(*addresses[1:])
    reader.update(new.site)
    reader.leave()
    reader.host.stop()

    assert old != new
    for address in addresses:
        page = reader.open(address)
        expect(page.get_by_role("heading", level=1)).not_to_have_text(NOT_HERE)
        assert versions_on(page) == {new.hash}


def test_taking_over_asks_nobody(reader: Reader, new: Version) -> None:
    """The new worker takes over without asking the host for anything, whatever was read."""
    page = reader.read("nations/")
    reader.update(new.site)
    reader.read("about/how-it-works/", page)
    reader.read("identifiers/uei/", page)
    before = list(reader.host.asked)
    reader.leave()

    later = reader.host.asked[len(before) :]
    # A browser requests a page's icon as late as it likes, and then through the old worker.
    assert [path for path in later if not path.endswith("/favicon.svg")] == []


@pytest.mark.parametrize("status", [502, 200])
def test_pages_that_cannot_be_fetched(
    reader: Reader, same: Path, old: Version, status: int
) -> None:
    """A page that an update cannot fetch, or only one of a later version, is kept as it was."""
    reader.read("identifiers/uei/")
    reader.read("nations/")
    reader.context.route(
        "**/identifiers/uei/",
        lambda route: route.fulfill(
            status=status, content_type="text/html", body="/static/0123456789abcdef/x.js"
        ),
    )
    reader.update(same)
    reader.leave()
    reader.context.unroute("**/identifiers/uei/")
    reader.host.stop()

    page = reader.open("identifiers/uei/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")
    assert versions_on(page) == {old.hash}


def test_pages_that_both_versions_have(reader: Reader, same: Path) -> None:
    """What is read while a new version waits is kept, even where both have the same scripts."""
    page = reader.read("nations/")
    reader.update(same)
    reader.read("identifiers/uei/", page)
    reader.leave()
    reader.host.stop()

    page = reader.open("identifiers/uei/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")


def test_page_that_is_gone(reader: Reader, same: Path) -> None:
    """A page that the new version lacks is no longer kept, and its address left to the browser."""
    reader.read("developers/library/").close()
    reader.read("nations/")
    reader.update(same)
    reader.leave()
    reader.host.stop()

    page = reader.open("nations/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Countries and their NCAGE codes")
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        reader.open("developers/library/", page)
