"""No file of the site's own code is longer than one can keep in mind. It reads the sources."""

from pathlib import Path

import pytest

from site_build.serve import ROOT

MOST = 300
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
