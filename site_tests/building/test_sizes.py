"""No file and no folder is larger than a reader can keep in mind. It reads the sources."""

import re
from collections import Counter
from pathlib import Path

import pytest

from site_build.site import ROOT
from tests.helpers.sources import lines_of_code

MOST = 200
CROWD = 12
MODULES = [
    *("site_build", "site_tests", "tools", "bench", "docs/javascripts", "docs/.service-worker"),
]
FOLDERS = {
    "site_build": ("py", "mjs"),
    "site_tests": ("py", "mjs"),
    "tools": ("py", "mjs", "sh"),
    "bench": ("py",),
    "docs/javascripts": ("js",),
    "docs/.service-worker": ("js",),
    "docs/.overrides": ("js", "html"),
    "docs/stylesheets": ("css",),
}
SLASHES = re.compile(r"^\s*(?:/\*.*?\*/|//[^\n]*)", re.MULTILINE | re.DOTALL)
COMMENTS = {
    ".css": SLASHES,
    ".html": re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
    ".js": SLASHES,
    ".mjs": SLASHES,
    ".sh": re.compile(r"^\s*#.*", re.MULTILINE),
}
"""Comments that have their lines to themselves, by the kind of file."""


def files(folder: str) -> list[Path]:
    """Give our own files in a folder, and below it."""
    return [path for kind in FOLDERS[folder] for path in (ROOT / folder).rglob(f"*.{kind}")]


def size(path: Path) -> int:
    """Count the lines of a file that are neither blank nor comments."""
    source = path.read_text("utf-8")
    if path.suffix == ".py":
        return lines_of_code(source)
    return sum(bool(line.strip()) for line in COMMENTS[path.suffix].sub("", source).splitlines())


@pytest.mark.parametrize("folder", FOLDERS)
def test_size(folder: str) -> None:
    """A file with more than 200 lines of code is two."""
    sizes = {str(path): size(path) for path in files(folder)}

    assert sizes
    assert {name: lines for name, lines in sizes.items() if lines > MOST} == {}


@pytest.mark.parametrize("folder", MODULES)
def test_crowd(folder: str) -> None:
    """A folder with more than twelve modules is really two rooms."""
    folders = Counter(
        path.parent.relative_to(ROOT).as_posix()
        for path in files(folder)
        if path.stem != "__init__" and path.suffix in {".py", ".js", ".mjs"}
    )

    assert folders
    assert {name: number for name, number in folders.items() if number > CROWD} == {}
