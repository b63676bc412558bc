"""The same source gives the same site, byte for byte, wherever it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_build.make import STEPS
from site_build.site import DOWNLOADS, PACKAGES, ROOT, SITE

ABROAD = {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Auckland"}
LISTENER = """
import os, sys

log = os.open(os.environ["READ"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)

def listen(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
        os.write(log, os.path.abspath(os.fsencode(arguments[0])) + b"\\n")

sys.addaudithook(listen)
"""
"""Python runs this at its start, in every process of a build: it notes each file that is opened."""


def check_out(folder: Path) -> Path:
    """Copy the source and nothing that was made from it; pinned packages are shared."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603 - our own command
    for name in names.decode().strip("\0").split("\0"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    (folder / PACKAGES.name).symlink_to(PACKAGES.resolve())
    return folder


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a clean checkout step by step, in another folder, language and time zone.

    What each step has opened is in a file beside the checkout that has the name of the step.
    """
    beside = tmp_path_factory.mktemp("another")
    (beside / "sitecustomize.py").write_text(LISTENER, encoding="utf-8")
    folder = check_out(beside / "much deeper place")
    # Without compiled files, every module is read from its source.
    listening = {"PYTHONPATH": str(beside), "PYTHONDONTWRITEBYTECODE": "1"}
    for step in STEPS:
        subprocess.run(  # noqa: S603 - our own build
            [sys.executable, "-m", "site_build.make", step],
            cwd=folder,
            env={**os.environ, **ABROAD, **listening, "READ": str(beside / step)},
            check=True,
        )
    return folder


def content(site: Path) -> dict[str, bytes]:
    """Give every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_built_elsewhere(elsewhere: Path) -> None:
    """A clean checkout gives the site under test, file by file, the runtime among them.

    So the site that all other tests look at is built from this source, and from no older one.
    """
    made, tested = content(elsewhere / "site"), content(SITE)

    assert sorted(made) == sorted(tested)
    assert [name for name in made if made[name] != tested[name]] == []
    assert any(name.endswith("snapshot.bin.gz") for name in made)
    assert any(name.endswith("none-any.whl") and name.startswith(f"{DOWNLOADS}/") for name in made)


@pytest.mark.parametrize("name", STEPS)
def test_sources(name: str, elsewhere: Path) -> None:
    """A step opens no file of the project but those that it names, and what it makes itself.

    So none can change without the step being taken again. What npm and pip installed is named by
    their lock files.
    """
    step = STEPS[name]
    known = [elsewhere / place for place in (*step.sources, step.made, PACKAGES.name)]
    known.append(elsewhere / "build" / f".{name}")
    opened = {Path(line) for line in (elsewhere.parent / name).read_text("utf-8").splitlines()}
    read = {path for path in opened if path.is_file() and path.is_relative_to(elsewhere)}

    assert read
    assert {path for path in read if not any(path.is_relative_to(one) for one in known)} == set()
