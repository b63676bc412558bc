"""A deploy while people read: no page ever has parts of two versions.

The second version is a real build of a copy of the project, with one page and one script changed.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, Page, expect

from site_build import offline, static
from site_build.serve import ROOT, SITE
from site_tests.built import PREFIX
from site_tests.checker import Checker
from site_tests.host import Host, build, copy_project
from site_tests.reader import RUNTIME, Reader, keep, until, versions_on
from site_tests.watch import Watch

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

WORDS = "Changed in the second version."
NOT_HERE = "This page is not on your machine"
TEXT = "async (url) => (await fetch(url)).text()"


@dataclass(frozen=True)
class Version:
    """A build of the site, and the hash in the addresses of its scripts."""

    site: Path
    hash: str


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Build a second version."""
    folder = tmp_path_factory.mktemp("new")
    project = copy_project(
        folder / "project",
        {
            "identifiers/uei.md": lambda text: text.replace("\n# ", f"\n{WORDS}\n\n# ", 1),
            "javascripts/home.js": lambda text: f"{text}\ndocument.body.id = 'second';\n",
        },
    )
    site = build(folder / "site", project=project)
    return Version(site, version_of(project))


@pytest.fixture(scope="module")
def old() -> Version:
    """Give the site as it was built."""
    return Version(SITE, version_of(ROOT))


@pytest.fixture(scope="module")
def same(tmp_path_factory: pytest.TempPathFactory, old: Version) -> Path:
    """Give a version that has fewer pages, and the same scripts."""
    folder = tmp_path_factory.mktemp("same") / "site"
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    shutil.copytree(old.site, folder, ignore=shutil.ignore_patterns("developers"))
    offline.fill(config)
    return folder


def version_of(project: Path) -> str:
    """Give the hash in the addresses of a project's scripts."""
    return static.root(project / "docs").split("/")[1]


# Some hosts, GitHub Pages among them, let browsers keep everything for a while.
ANY_CACHING = pytest.mark.parametrize("caching", ["no-cache", "max-age=600"])


@pytest.fixture
def caching() -> str:
    """Say that browsers are to ask each time; tests may say otherwise."""
    return "no-cache"


@pytest.fixture
def reader(
    context: BrowserContext, watch: Watch, tmp_path: Path, old: Version, caching: str
) -> Iterator[Reader]:
    """Give a reader in front of a host that has the first version."""
    host = Host(tmp_path, PREFIX, caching)
    host.deploy(old.site)
    watch.move(host.url)
    yield Reader(context, host)
    host.stop()
    watch.verify()


def kept_versions(reader: Reader) -> set[str]:
    """Give the hashes of our scripts of which anything is kept."""
    names = [name for names in reader.look().values() for name in names]
    return {found[1] for name in names if (found := re.match(r"static/([0-9a-f]+)/", name))}


def expect_words(page: Page, version: Version, new: Version) -> None:
    """See that the page on the UEI is that of a version, with what belongs to it."""
    expect(page.get_by_role("heading", level=1)).to_contain_text("Unique Entity ID")
    expect(page.get_by_text(WORDS)).to_have_count(1 if version == new else 0)
    assert versions_on(page) == {version.hash}


@ANY_CACHING
def test_no_page_is_mixed(reader: Reader, old: Version, new: Version) -> None:
    """Before, during and after an update each page has the scripts of its own version only."""
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
    """When all tabs were closed, nothing of the old version is kept any more."""
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
    expect(main.get_by_role("link", name="Validator")).to_be_visible()
    page.wait_for_timeout(500)  # a list that grows would be right for a moment
    expect(main.get_by_role("listitem")).to_have_text(["Home", "Validator", "Nations and bureaus"])
    assert versions_on(page) == {old.hash}


def test_slow_line_during_the_update(reader: Reader, old: Version, new: Version) -> None:
    """Where the host takes seconds for each page, those that were read are kept nevertheless."""
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

    assert reader.host.asked == before


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
    expect(page.get_by_role("heading", level=1)).to_contain_text("Unique Entity ID")
    assert versions_on(page) == {old.hash}


def test_pages_that_both_versions_have(reader: Reader, same: Path) -> None:
    """What is read while a new version waits is kept, also where both have the same scripts."""
    page = reader.read("nations/")
    reader.update(same)
    reader.read("identifiers/uei/", page)
    reader.leave()
    reader.host.stop()

    page = reader.open("identifiers/uei/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Unique Entity ID")


def test_search_index_is_not_mixed(reader: Reader, new: Version) -> None:
    """The old worker never shows the new version's search index as its own; the new one does."""
    page = reader.read("nations/")
    index = f"{reader.host.url}search/search_index.json"
    assert WORDS not in page.evaluate(TEXT, index)
    until(page, "async (url) => Boolean(await caches.match(url))", index)
    reader.update(new.site)
    assert WORDS in page.evaluate(TEXT, index)
    page.wait_for_timeout(500)  # what is kept is kept after the answer
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
    names = [path.relative_to(old.site).as_posix() for path in (old.site / "static").rglob("*.*")]

    # What the old tab may still ask for is no longer on the host.
    assert checker.page.evaluate(
        "async (urls) => (await Promise.all(urls.map((url) => fetch(url)))).every(({ ok }) => ok)",
        [reader.host.url + name for name in names],
    )
    checker.check("K0999")
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
    other.close()
    assert versions_on(checker.page) == {old.hash}


def test_half_a_deploy(reader: Reader, old: Version, new: Version, tmp_path: Path) -> None:
    """A new version of which a file is missing does not take over; the old one stays whole."""
    half = tmp_path / "half"
    half.mkdir()
    for path in new.site.iterdir():
        if path.name != "static":
            (half / path.name).symlink_to(path)
    page = reader.read("identifiers/uei/")
    reader.host.deploy(half)
    update = "navigator.serviceWorker.ready.then((found) => found.update())"
    page.evaluate(update)
    reader.wait_for_worker(active="activated")
    reader.host.stop()
    page.reload()

    expect_words(page, old, new)


def test_page_that_is_gone(reader: Reader, same: Path, watch: Watch) -> None:
    """A page that the host no longer has is not kept any longer, though all else is the same."""
    watch.expect("503")
    reader.read("developers/library/").close()
    reader.read("nations/")
    reader.update(same)
    reader.leave()
    reader.host.stop()

    page = reader.open("nations/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("NCAGE nations")
    reader.open("developers/library/", page)
    expect(page.get_by_role("heading", level=1)).to_have_text(NOT_HERE)


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
