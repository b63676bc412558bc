"""The same source gives the same site, byte for byte, wherever it stands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_build.commands import EPOCH
from site_build.serve import ROOT, SITE

STEPS = (["site_build.wheel"], ["site_build.runtime"], ["mkdocs", "build", "--strict", "--quiet"])


def check_out(folder: Path) -> Path:
    """Copy the source and nothing that was made from it; what is pinned is shared."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603 - our own command
    for name in names.decode().strip("\0").split("\0"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    return folder


def build(folder: Path, **elsewhere: str) -> Path:
    """Build the site in a checkout, step by step as `make site` does."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **elsewhere}
    for step in STEPS:
        subprocess.run(  # noqa: S603 - our own build
            [sys.executable, "-m", *step], cwd=folder, env=environment, check=True
        )
    return folder / "site"


def content(site: Path) -> dict[str, bytes]:
    """Give every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build twice: in folders whose names have nothing in common, in another language and zone."""
    base = tmp_path_factory.mktemp("builds")
    other = check_out(base / "another" / "much deeper place")
    abroad = {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Auckland"}
    return build(check_out(base / "one")), build(other, **abroad)


def test_two_builds_are_the_same(builds: tuple[Path, Path]) -> None:
    """Two clean checkouts give the same files with the same bytes, the runtime among them."""
    one, other = map(content, builds)

    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert any(name.endswith("snapshot.bin.gz") for name in one)
    assert any(name.endswith("none-any.whl") and name.startswith("downloads/") for name in one)


def test_site_under_test_is_what_the_source_gives(builds: tuple[Path, Path]) -> None:
    """The site that all other tests look at is built from this source and from no older one."""
    fresh, tested = content(builds[0]), content(SITE)

    assert [name for name in fresh if fresh[name] != tested.get(name)] == []
    assert sorted(tested) == sorted(fresh)
