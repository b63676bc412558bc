"""A deploy while people read: no page ever mixes two versions.

The second version is a real build of a copy of the project, with one page and one script changed.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from site_build.host import static
from site_build.host.offline import NOT_KEPT
from site_tests.hosts.answer import Answer, Late
from site_tests.hosts.reader import RUNTIME, Reader, keep, until, versions_on
from site_tests.hosts.versions import ANY_CACHING, WORDS, Version, expect_words
from site_tests.support.built import lists
from site_tests.support.checker import Checker
from site_tests.support.waiting import wait_until

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

TEXT = "async (url) => (await fetch(url)).text()"


def kept_versions(reader: Reader) -> set[str]:
    """Give the hashes of our scripts of which anything is kept."""
    names = [name for names in reader.look().values() for name in names]
    return {found[1] for name in names if (found := re.match(r"static/([0-9a-f]+)/", name))}


@ANY_CACHING
def test_no_page_is_mixed(reader: Reader, old: Version, new: Version) -> None:
    """Before, during and after an update each page has only the scripts of its own version."""
    page = reader.read("identifiers/uei/")
    expect_words(page, old, new)
    reader.update(new.site)

    # The old worker is still in charge, and the host has the new version.
    expect_words(page, new, new)
    expect_words(reader.open("identifiers/uei/"), new, new)
    assert versions_on(reader.open("nations/")) == {new.hash}
    reader.leave()
    expect_words(reader.open("identifiers/uei/"), new, new)
    page = reader.open()
    assert versions_on(page) == {new.hash}
    expect(page.locator("body#second")).to_be_visible()


def test_only_the_new_version_is_left(reader: Reader, old: Version, new: Version) -> None:
    """Once all tabs are closed, nothing of the old version is kept."""
    reader.read("identifiers/uei/")
    assert keep(reader.context.pages[0], [reader.host.url + name for name in RUNTIME])
    before = set(reader.look())
    reader.update(new.site)
    assert kept_versions(reader) == {old.hash, new.hash}
    reader.leave()
    reader.read()

    kept = reader.look()
    assert set(kept) & before == {"assets"}
    assert len(kept) == 2
    assert kept_versions(reader) == {new.hash}
    assert {name for name in kept["assets"] if not (new.site / name).is_file()} == set()


def test_search_index_is_not_mixed(reader: Reader, new: Version) -> None:
    """The old worker never shows the new version's search index as its own; the new one does."""
    page = reader.read("nations/")
    index = f"{reader.host.url}search/index.json"
    assert WORDS not in page.evaluate(TEXT, index)
    until(page, "async (url) => Boolean(await caches.match(url))", index)
    reader.update(new.site)
    assert WORDS in page.evaluate(TEXT, index)
    reader.host.stop()

    assert WORDS not in page.evaluate(TEXT, index)
    reader.leave()
    assert WORDS in reader.open("nations/").evaluate(TEXT, index)


def test_connection_lost_during_the_update(reader: Reader, old: Version, new: Version) -> None:
    """While the old worker is in charge, a page without a connection is the old one, whole."""
    page = reader.read("identifiers/uei/")
    reader.update(new.site)
    expect_words(page, new, new)
    reader.host.stop()
    page.reload()

    expect_words(page, old, new)


def test_two_tabs(reader: Reader, old: Version, new: Version) -> None:
    """A tab of the old version keeps what it needs while another one shows the new version."""
    checker = Checker(reader.read("validator/"))
    checker.wait_until_ready()
    reader.host.deploy(new.site)
    other = reader.open("identifiers/uei/")
    reader.wait_for_worker(active="activated", waiting="installed")
    expect_words(other, new, new)
    paths = [path.relative_to(old.site).as_posix() for path in (old.site / "static").rglob("*.*")]
    # The search is kept by whoever has searched.
    names = set(paths) - set(static.late(paths))

    # What the old tab may still ask for is no longer on the host.
    assert checker.page.evaluate(
        "async (urls) => (await Promise.all(urls.map((url) => fetch(url)))).every(({ ok }) => ok)",
        [reader.host.url + name for name in sorted(names)],
    )
    checker.check("K0999")
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    other.close()
    assert versions_on(checker.page) == {old.hash}


def test_half_a_deploy(reader: Reader, old: Version, new: Version, tmp_path: Path) -> None:
    """A new version with a missing file does not take over; the old one stays whole."""
    half = tmp_path / "half"
    half.mkdir()
    for path in new.site.iterdir():
        if path.name != "static":
            (half / path.name).symlink_to(path)
    page = reader.read("identifiers/uei/")
    reader.host.deploy(half)
    reader.look_for_update(page)
    reader.wait_for_worker(active="activated")
    reader.host.stop()
    page.reload()

    expect_words(page, old, new)


def test_two_updates_at_once(reader: Reader, old: Version, new: Version, same: Path) -> None:
    """A version that takes over while a later one is installing leaves that one what it has."""
    site = lists(same)
    page = reader.read()
    reader.update(new.site)
    # By the host: a browser's own hand may come too late for a worker that has just begun.
    late = Late(Answer((same / NOT_KEPT).read_bytes()))
    reader.host.impose(NOT_KEPT, late)
    reader.host.deploy(same)
    reader.look_for_update(page, lambda: late.waiting)
    there = set(site["precache"]) - {NOT_KEPT}
    wait_until(page, lambda: there <= kept_for(reader, site["version"]), "it has all the others")
    reader.close()
    reader.wait_for_worker(active="activated", installing="installing")
    late.let_go()
    reader.wait_for_worker(active="activated")

    assert {*there, NOT_KEPT} <= kept_for(reader, site["version"])
    assert kept_versions(reader) == {old.hash}
    reader.host.stop()
    page = reader.open()
    expect(page.get_by_label("Check a code")).to_be_visible()
    assert versions_on(page) == {old.hash}


def kept_for(reader: Reader, version: str) -> set[str]:
    """Give what is kept that a version can show."""
    kept = reader.look()
    return {*kept["assets"], *kept.get(f"pages {version}", [])}


def test_other_sites_of_the_host(reader: Reader, new: Version) -> None:
    """An update removes nothing that another site of the same host has kept."""
    theirs = ["cagecore / assets", "cagecore /cagecore/more/ pages 1", "cagecore /cagecore2/ next"]
    reader.read()
    page = reader.outside()
    page.evaluate("async (names) => { for (const name of names) await caches.open(name); }", theirs)
    page.close()
    reader.update(new.site)
    reader.leave()

    kept = set(reader.outside().evaluate("caches.keys()"))
    assert set(theirs) <= kept
