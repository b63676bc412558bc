"""What the build writes into the service worker."""

import base64
import gzip
import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from site_build.host import headers, offline, products, static
from site_build.host.joined import join
from site_build.runtime.manifest import manifest
from site_build.runtime.paths import PLACE
from site_build.site import DOCS, ROOT, SITE
from site_tests.support.built import EVERY_PAGE, SCRIPTS, links, lists, target

ICONS = ["assets/logo.svg", "assets/favicon.svg"]
SOURCE = join(DOCS / offline.NAME)
EVERYWHERE = [static.address(DOCS, static.SHEET), f"{SCRIPTS}site/offline.js"]
"""What every page names."""


def test_same_on_every_build(tmp_path: Path) -> None:
    """Filling in the worker again gives the same bytes."""
    copy = shutil.copytree(SITE, tmp_path / "site")
    (copy / offline.NAME).unlink()
    offline.fill(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(copy)))

    assert (copy / offline.NAME).read_bytes() == (SITE / offline.NAME).read_bytes()


def test_any_change_gives_another_version(tmp_path: Path) -> None:
    """A change in any page, kept from the beginning or not, or in the worker is a new version."""
    shutil.copytree(SITE, tmp_path / "site")
    same = offline.describe(tmp_path / "site", ICONS, SOURCE)
    page = tmp_path / "site/nations/index.html"
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    changed = offline.describe(tmp_path / "site", ICONS, SOURCE)
    with_another = offline.describe(tmp_path / "site", ICONS, f"{SOURCE}\n")

    assert same == lists()
    assert len({one["version"] for one in (same, changed, with_another)}) == 3
    assert {**changed, "version": ""} == {**same, "version": ""}


def test_everything_is_listed() -> None:
    """Each page is listed once, and each file with its bytes; what only a host reads is not.

    A packed file is also listed as it is unpacked.
    """
    known = lists()
    found = {path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file()}
    unlisted = {offline.NAME, products.RETIRED, headers.NAME, *offline.DATED}
    pages = {name for name in found if name.endswith(".html")}

    assert sorted(known["pages"]) == sorted(EVERY_PAGE)
    assert len(pages) == len(known["pages"])
    assert {*known["files"], *known["fixed"]} == found - pages - unlisted
    assert {name for name in known["files"] if not re.match(offline.HASHED, name)} == set()
    assert {name for name in known["fixed"] if re.match(offline.HASHED, name)} == set()
    for name, known_ in (known["files"] | known["fixed"]).items():
        data = (SITE / name).read_bytes()
        forms = [data, gzip.decompress(data)] if name.endswith(".gz") else [data]
        found_ = [base64.b64encode(hashlib.sha256(form).digest()).decode() for form in forms]
        assert known_.split() == found_


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('data-page="nations/', 'data-page="nation/'),
        lambda text: text[: text.rindex("</html>")],
        lambda text: re.sub(r'(data-page="nations/ of static/)\w+', r"\g<1>0123456789abcdef", text),
    ],
    ids=["another page", "no end", "another version"],
)
def test_page_that_does_not_prove_itself_is_refused(
    tmp_path: Path, spoil: Callable[[str], str]
) -> None:
    """A page that the worker could never keep stops the build."""
    shutil.copytree(SITE, tmp_path / "site")
    page = tmp_path / "site/nations/index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(spoil(text), encoding="utf-8")
    assert page.read_text(encoding="utf-8") != text

    with pytest.raises(PluginError, match="nations/"):
        offline.describe(tmp_path / "site", ICONS, SOURCE)


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
    """The worker for the search, which pages name in their settings, is kept; the search is not."""
    text = (SITE / "index.html").read_text(encoding="utf-8")
    (worker,) = re.findall(r'"search":\s*"([^"]+)"', text)
    kept = [place for place in lists()["precache"] if re.search(r"/(?:search|packages)/", place)]

    assert kept == [worker]


def test_missing_page_is_refused(tmp_path: Path) -> None:
    """A site without one of the pages or icons to keep stops the build."""
    shutil.copytree(SITE, tmp_path / "site")
    (tmp_path / "site" / offline.NOT_KEPT).unlink()
    with pytest.raises(PluginError, match=offline.NOT_KEPT):
        offline.describe(tmp_path / "site", ICONS, SOURCE)
    with pytest.raises(PluginError, match=r"no\.svg"):
        offline.describe(SITE, ["no.svg"], SOURCE)


def test_worker_without_its_line_is_refused(tmp_path: Path) -> None:
    """A worker that has no line to fill in, or two, stops the build."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.docs_dir = str(tmp_path)
    line = "const SITE = {};\n"
    for text in ("", line * 2):
        (tmp_path / offline.NAME).write_text(text, encoding="utf-8")
        with pytest.raises(PluginError, match=r"one line|cannot be joined"):
            offline.fill(config)


def test_worker_that_retires() -> None:
    """It needs no other script, knows where Python's files are, and asks nothing of the network."""
    text = (SITE / products.RETIRED).read_text(encoding="utf-8")

    assert f'const PYTHON = "{PLACE}";' in text
    code = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert re.findall(r"\b(?:import|export|fetch)\b", code) == []


def test_worker_that_retires_without_its_line_is_refused(tmp_path: Path) -> None:
    """Without a line to fill in it would leave Python's files where they are: the build stops."""
    (tmp_path / products.RETIRING).parent.mkdir()
    (tmp_path / products.RETIRING).write_text("", encoding="utf-8")

    with pytest.raises(PluginError, match="one line"):
        products.retiring(tmp_path)
