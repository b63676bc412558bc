"""The tables that only pages show: read by the build, neither published nor in the wheel."""

import zipfile
from pathlib import PurePosixPath

import pytest

from site_build.facts import read_csv, read_toml
from site_build.runtime.wheel import find_wheel
from site_build.site import FACTS, NOTICES, SITE

NAMES = {
    path.name
    for folder in (FACTS, NOTICES)
    for path in folder.iterdir()
    if path.suffix in {".csv", ".toml"}
}


def test_nobody_else_gets_them() -> None:
    """No table is a file of the site or of the wheel."""
    with zipfile.ZipFile(find_wheel()) as wheel:
        packed = {PurePosixPath(name).name for name in wheel.namelist()}

    assert "structures.csv" in packed
    assert NAMES & packed == set()
    assert NAMES
    assert NAMES & {path.name for path in SITE.rglob("*")} == set()


def test_reader_knows_every_folder() -> None:
    """The build reads a table by its name, in any of its folders, and refuses an unknown name."""
    assert read_csv("timeline.csv")
    assert read_csv("structures.csv")
    assert read_toml("glossary.toml")
    assert read_toml("sources.toml")
    assert read_toml("works.toml")
    with pytest.raises(FileNotFoundError):
        read_csv("nothing.csv")
