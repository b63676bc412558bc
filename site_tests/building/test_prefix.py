"""The site knows its address from SITE_URL alone: a second build is for a root."""

from pathlib import Path

from playwright.sync_api import Page, expect

from site_build.host import headers
from site_build.host.header_rules import parse
from site_build.site import LIST_OF_COPIES, SITE
from site_tests.hosts.host import OTHER, Serve
from site_tests.support.built import PREFIX, URL
from site_tests.support.checker import Checker
from site_tests.support.watch import Watch

TEXT = {".css", ".html", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".xml"}
# The address is in these, and nowhere else: canonical links, paths of error pages, `_headers`.
ADDRESSED = {".html", ".md", ".xml", ".gz", ""}
# They name the sitemap and the copies of pages by their whole addresses.
FOR_CRAWLERS = {"robots.txt", LIST_OF_COPIES}
ERRORS = {"404.html", "503.html"}
# It names a hash of everything, and so of the address.
HASH_OF_ALL = "sw.js"


def names(folder: Path) -> list[Path]:
    """Name all files of a folder, relative to it."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def whole(path: Path) -> str:
    """Read a file; an address that is shown may end a line anywhere, which says nothing."""
    return path.read_text(encoding="utf-8").replace("<wbr>", "")


def test_same_files(other: Path) -> None:
    """Both builds have the same files, and all that do not name the address are the same."""
    assert names(other) == names(SITE)
    for name in names(SITE):
        if name.suffix not in ADDRESSED and name.name not in {HASH_OF_ALL, *FOR_CRAWLERS}:
            assert (SITE / name).read_bytes() == (other / name).read_bytes(), name


def test_pages_differ_in_the_address_only(other: Path) -> None:
    """A page and its copy are the same in both builds but for the address of the site."""
    for name in names(SITE):
        if name.suffix in {".html", ".md"} and name.name not in ERRORS:
            here, there = (whole(folder / name) for folder in (SITE, other))
            assert here.replace(URL, OTHER) == there


def test_no_file_names_the_other_address(other: Path) -> None:
    """Nothing in the second build mentions the address or the path of the first."""
    host = URL.partition("//")[2].partition("/")[0]
    for name in names(other):
        # The theme's source maps are its own business; nobody is led anywhere by them.
        if name.suffix in TEXT and name.parts[0] != "assets":
            text = whole(other / name)
            assert host not in text, name
            assert '="/cagecore' not in text, name


def test_rules_are_below_the_path(other: Path) -> None:
    """The second build's `_headers` has the rules of the first, for another path."""
    here, there = (
        parse((folder / headers.NAME).read_text(encoding="utf-8")) for folder in (SITE, other)
    )

    assert [rule.path for rule in there] == [rule.path.replace(PREFIX, "/", 1) for rule in here]


def test_checker_at_a_root(page: Page, watch: Watch, serve: Serve, other: Path) -> None:
    """Served at a root, home leads to the validator, which checks, and its links lead on."""
    root = serve(other, "/")
    watch.move(root)
    page.goto(root)
    page.get_by_label("Check a code").fill("O2FP7")
    page.get_by_label("Check a code").press("Enter")
    checker = Checker(page)
    checker.wait_for_result()
    expect(checker.verdict).to_have_text("Did you mean 02FP7?")
    checker.section("What was found").get_by_role("link", name="Rule:").first.click()

    page.wait_for_url(f"{root}identifiers/ncage/#ncage-letter-o")


def test_missing_page_at_a_root(page: Page, watch: Watch, serve: Serve, other: Path) -> None:
    """Served at a root, an address that leads nowhere shows a page with its styles and links."""
    root = serve(other, "/")
    watch.move(root)
    watch.expect("404")
    answer = page.goto(f"{root}no/such/page/")

    assert answer
    assert answer.status == 404
    home = page.get_by_role("link", name="Home").first
    assert str(home.evaluate("link => link.href")).rstrip(".") == root
    assert page.evaluate("document.styleSheets.length") > 2
