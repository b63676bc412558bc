"""The same source gives the same site, byte for byte, wherever it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from site_build.site import DOWNLOADS, EPOCH, PACKAGES, ROOT, SITE

STEPS = (
    ["site_build.runtime.wheel"],
    ["site_build.runtime.build"],
    ["mkdocs", "build", "--strict", "--quiet"],
)


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


def test_built_elsewhere(tmp_path: Path) -> None:
    """A clean checkout gives the site under test, file by file, the runtime among them.

    It is in another folder, and is built in another language and time zone. So the site that
    all other tests look at is built from this source, and from no older one.
    """
    abroad = {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Auckland"}
    elsewhere = check_out(tmp_path / "another" / "much deeper place")
    made, tested = content(build(elsewhere, **abroad)), content(SITE)

    assert sorted(made) == sorted(tested)
    assert [name for name in made if made[name] != tested[name]] == []
    assert any(name.endswith("snapshot.bin.gz") for name in made)
    assert any(name.endswith("none-any.whl") and name.startswith(f"{DOWNLOADS}/") for name in made)
