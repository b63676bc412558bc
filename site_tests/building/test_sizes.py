"""No file and no folder is larger than one can keep in mind. It reads the sources."""

from collections import Counter
from pathlib import Path

import pytest

from site_build.serve import ROOT

MOST = 300
MODULES = 12
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
    """Give the files of our own in a folder, and below it."""
    return [path for kind in FOLDERS[folder] for path in (ROOT / folder).rglob(f"*.{kind}")]


@pytest.mark.parametrize("folder", FOLDERS)
def test_size(folder: str) -> None:
    """A file that grows past 300 lines is two."""
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in files(folder)}

    assert lengths
    assert {name: length for name, length in lengths.items() if length > MOST} == {}


def test_modules_of_a_folder() -> None:
    """A folder of the site's tests that grows past twelve modules is two."""
    folders = Counter(path.parent for path in files("site_tests"))

    assert len(folders) > 1
    assert {folder: number for folder, number in folders.items() if number > MODULES} == {}
