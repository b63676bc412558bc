"""The versions of the site that updates lead to, and how a test distinguishes them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Page, expect

from site_build.host import offline, static
from site_build.site import ROOT, SITE
from site_tests.hosts.builds import shared
from site_tests.hosts.host import build, copy_project
from site_tests.hosts.reader import versions_on

WORDS = "Changed in the second version."
SECOND = "\ndocument.body.id = 'second';\n"
NOT_HERE = "This page is not on your machine"

# Some hosts, GitHub Pages among them, let browsers keep everything for a while.
ANY_CACHING = pytest.mark.parametrize("caching", ["no-cache", "max-age=600"])


@dataclass(frozen=True)
class Version:
    """A build of the site, and the hash in the addresses of its scripts."""

    site: Path
    hash: str


def version_of(project: Path) -> str:
    """Give the hash in the addresses of a project's scripts."""
    return static.root(project / "docs").split("/")[1]


def expect_words(page: Page, version: Version, new: Version) -> None:
    """See that the UEI page is that of a version, with everything that belongs to it."""
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")
    expect(page.get_by_text(WORDS)).to_have_count(1 if version == new else 0)
    assert versions_on(page) == {version.hash}


def build_old() -> Version:
    """Give the site as it was built."""
    return Version(SITE, version_of(ROOT))


def build_new(factory: pytest.TempPathFactory) -> Version:
    """Build a second version, with one page and one script changed."""

    def make(folder: Path) -> None:
        folder.mkdir()
        project = copy_project(
            folder / "project",
            {
                "identifiers/uei.md": lambda text: text.replace("\n# ", f"\n{WORDS}\n\n# ", 1),
                "javascripts/validator/home.js": lambda text: text + SECOND,
            },
        )
        build(folder / "site", project=project)

    folder = shared(factory, "new", make)
    return Version(folder / "site", version_of(folder / "project"))


def build_same(folder: Path) -> Path:
    """Build a version in a folder that has fewer pages than the site, and the same scripts."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("developers"))
    offline.fill(config)
    return folder
