"""What the build writes into the service worker."""

import base64
import gzip
import hashlib
import re
import shutil
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from site_build.host import offline, static
from site_build.runtime.manifest import manifest
from site_build.site import DOCS, ROOT, SITE
from site_tests.support.built import EVERY_PAGE, SCRIPTS, links, lists, target

ICONS = ["assets/logo.svg", "assets/favicon.svg"]
EVERYWHERE = [static.address(DOCS, static.SHEET), f"{SCRIPTS}site/offline.js"]
"""What every page names."""


def test_same_on_every_build(tmp_path: Path) -> None:
    """Filling in the worker again gives the same bytes."""
    copy = shutil.copytree(SITE, tmp_path / "site")
    (copy / offline.NAME).unlink()
    offline.fill(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(copy)))

    assert (copy / offline.NAME).read_bytes() == (SITE / offline.NAME).read_bytes()


def test_any_change_gives_another_version(tmp_path: Path) -> None:
    """A change in any page, listed or not, gives the worker another version."""
    shutil.copytree(SITE, tmp_path / "site")
    same = offline.describe(tmp_path / "site", ICONS)
    page = tmp_path / "site/nations/index.html"
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    changed = offline.describe(tmp_path / "site", ICONS)

    assert same == lists()
    assert changed["version"] != same["version"]
    assert {**changed, "version": ""} == {**same, "version": ""}


def test_hashes() -> None:
    """Each listed file is there with the listed bytes, and each of our scripts is listed.

    A packed file is also listed as it is unpacked.
    """
    files = lists()["files"]
    ours = (SITE / static.PLACE).rglob("*.*")

    assert {name.relative_to(SITE).as_posix() for name in ours} <= set(files)
    for name, known in files.items():
        data = (SITE / name).read_bytes()
        forms = [data, gzip.decompress(data)] if name.endswith(".gz") else [data]
        found = [base64.b64encode(hashlib.sha256(form).digest()).decode() for form in forms]
        assert known.split() == found


def test_paths() -> None:
    """The worker knows, for each path to Python, the files that the validator will request."""
    found = manifest()
    wanted = [
        {part: found["folder"] + file["name"] for part, file in files.items()}
        for files in found["paths"].values()
    ]

    assert lists()["paths"] == wanted


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_pages_are_whole(address: str) -> None:
    """All scripts, styles and icons that a page names are kept from the beginning."""
    kept = set(lists()["precache"])
    found = {place[0] for link in links(address) if (place := target(address, link)) is not None}
    parts = {name for name in found if name.endswith((".css", ".js", ".svg", ".png"))}

    assert {*ICONS, *EVERYWHERE} <= parts
    assert parts - kept == set()


def test_search_is_kept() -> None:
    """The theme's worker for the search, which pages name in their settings, is kept, too."""
    text = (SITE / "index.html").read_text(encoding="utf-8")
    (worker,) = re.findall(r'"search":\s*"([^"]+)"', text)

    assert worker in lists()["precache"]


def test_missing_page_is_refused(tmp_path: Path) -> None:
    """A site without one of the pages or icons to keep stops the build."""
    shutil.copytree(SITE, tmp_path / "site")
    (tmp_path / "site" / offline.NOT_KEPT).unlink()
    with pytest.raises(PluginError, match=offline.NOT_KEPT):
        offline.describe(tmp_path / "site", ICONS)
    with pytest.raises(PluginError, match=r"no\.svg"):
        offline.describe(SITE, ["no.svg"])


def test_worker_without_its_line_is_refused(tmp_path: Path) -> None:
    """A worker that has no line to fill in, or two, stops the build."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.docs_dir = str(tmp_path)
    line = "const SITE = {};\n"
    for text in ("", line * 2):
        (tmp_path / offline.NAME).write_text(text, encoding="utf-8")
        with pytest.raises(PluginError, match=r"one line|cannot be joined"):
            offline.fill(config)
