"""No file and no folder is larger than a reader can keep in mind. It reads the sources."""

from collections import Counter
from pathlib import Path

import pytest

from site_build.site import ROOT

MOST = 300
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


def files(folder: str) -> list[Path]:
    """Give our own files in a folder, and below it."""
    return [path for kind in FOLDERS[folder] for path in (ROOT / folder).rglob(f"*.{kind}")]


@pytest.mark.parametrize("folder", FOLDERS)
def test_size(folder: str) -> None:
    """A file with more than 300 lines is really two."""
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in files(folder)}

    assert lengths
    assert {name: length for name, length in lengths.items() if length > MOST} == {}


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
