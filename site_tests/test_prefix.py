"""The site knows its address from SITE_URL alone: a second build stands at a root."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_build import headers
from site_build.header_rules import parse
from site_build.serve import ROOT, SITE
from site_tests.built import PREFIX, URL
from site_tests.checker import Checker
from site_tests.conftest import Serve
from site_tests.watch import Watch

OTHER = "https://example.org/"
TEXT = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml"}
# The address stands in these, and only there: canonical links, the 404 page's paths, `_headers`.
ADDRESSED = {".html", ".xml", ".gz", ""}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site for another address, at the root of its host."""
    folder = tmp_path_factory.mktemp("other")
    subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": OTHER},
        check=True,
    )
    return folder


def names(folder: Path) -> list[Path]:
    """Give all files of a folder, relative to it."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def test_same_files(other: Path) -> None:
    """Both builds have the same files, and all that do not name the address are the same."""
    assert names(other) == names(SITE)
    for name in names(SITE):
        if name.suffix not in ADDRESSED:
            assert (SITE / name).read_bytes() == (other / name).read_bytes(), name


def test_pages_differ_in_the_address_only(other: Path) -> None:
    """A page is the same in both builds but for the address of the site in its head."""
    for name in names(SITE):
        if name.suffix == ".html" and name.name != "404.html":
            here = (SITE / name).read_text(encoding="utf-8")
            there = (other / name).read_text(encoding="utf-8")
            assert here.replace(URL, OTHER) == there


def test_no_file_names_the_other_address(other: Path) -> None:
    """Nothing in the second build speaks of the address or the path of the first."""
    host = URL.partition("//")[2].partition("/")[0]
    for name in names(other):
        # The theme's source maps are its own business; nobody is led anywhere by them.
        if name.suffix in TEXT and name.parts[0] != "assets":
            text = (other / name).read_text(encoding="utf-8")
            assert host not in text, name
            assert '="/cagecore' not in text, name


def test_rules_stand_below_the_path(other: Path) -> None:
    """The second build's `_headers` has the rules of the first, for another path."""
    here, there = (
        parse((folder / headers.NAME).read_text(encoding="utf-8")) for folder in (SITE, other)
    )

    assert [rule.path for rule in there] == [rule.path.replace(PREFIX, "/", 1) for rule in here]


def test_checker_at_a_root(page: Page, watch: Watch, serve: Serve, other: Path) -> None:
    """Served at a root, home leads to the validator, it checks, and its links lead on."""
    root = serve(other, "/")
    watch.move(root)
    page.goto(root)
    page.get_by_label("Check a code").fill("O2FP7")
    page.get_by_label("Check a code").press("Enter")
    checker = Checker(page)
    checker.wait_for_result()
    expect(checker.verdict).to_have_text("Not well formed as an NCAGE code")
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
