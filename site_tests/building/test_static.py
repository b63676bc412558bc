"""Our scripts and style sheets are below a folder that is named after their contents."""

from functools import cache
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from site_build.host import static
from site_build.site import DOCS, PACKAGES, SITE
from site_tests.support.built import EVERY_PAGE, links, target, tree


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Give a folder with one script and one style sheet."""
    for name in ("javascripts/one.js", "stylesheets/two.css"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_any_change_gives_another_address(docs: Path) -> None:
    """Other content, another name or another file changes the address of all."""
    seen = [static.root(docs)]
    (docs / "javascripts/one.js").write_text("changed", encoding="utf-8")
    seen.append(static.root(docs))
    (docs / "javascripts/one.js").rename(docs / "javascripts/uno.js")
    seen.append(static.root(docs))
    (docs / "stylesheets/three.css").touch()
    seen.append(static.root(docs))

    assert len(set(seen)) == len(seen)


def test_nothing_else_changes_the_address(docs: Path) -> None:
    """What is not published, and a second look, leave the address as it is."""
    before = static.root(docs)
    (docs / "page.md").write_text("# Page", encoding="utf-8")
    (docs / "javascripts/.hidden").write_text("", encoding="utf-8")

    assert static.root(docs) == before


def test_unknown_file_is_refused(docs: Path) -> None:
    """A template that names a missing file stops the build."""
    assert static.address(docs, "javascripts/one.js") == f"{static.root(docs)}javascripts/one.js"
    with pytest.raises(PluginError, match=r"javascripts/none\.js"):
        static.address(docs, "javascripts/none.js")


def test_published_as_written() -> None:
    """Scripts are published byte for byte, style sheets as one, below one folder alone."""
    here = {path.relative_to(DOCS) for path in (DOCS / "javascripts").rglob("*") if path.is_file()}
    place = SITE / static.root(DOCS)
    there = {path.relative_to(place) for path in place.rglob("*") if path.is_file()}

    assert there == {*here, *map(Path, static.PACKAGED), Path(static.SHEET)}
    assert [path.name for path in (SITE / static.PLACE).iterdir()] == [place.name]
    assert [name for name in static.FOLDERS if (SITE / name).exists()] == []
    for name in here:
        assert (place / name).read_bytes() == (DOCS / name).read_bytes()
    for module, source in static.PACKAGED.items():
        assert (place / module).read_bytes() == (PACKAGES / source).read_bytes()
    assert (place / static.SHEET).read_text() == static.sheets(DOCS)


def test_joined_style_sheets(docs: Path) -> None:
    """Each style sheet is in the joined one once, in the order of the imports, without comments."""
    sheet = docs / static.SHEET
    sheet.write_text('/* All */\n\n@import "b.css";\n@import "two.css";\n', encoding="utf-8")
    (sheet.parent / "b.css").write_text("/* One\n */\n.b {}\n\n/* Two */\n", encoding="utf-8")
    assert static.sheets(docs) == ".b {}\nstylesheets/two.css\n"

    (sheet.parent / "c.css").touch()
    with pytest.raises(PluginError, match=r"import each style sheet once"):
        static.sheets(docs)


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_pages_refer_to_them(address: str) -> None:
    """Each page names scripts and style sheets of this build, the theme's own apart."""
    found = [place[0] for link in links(address) if (place := target(address, link)) is not None]
    ours = [
        place
        for place in found
        if place.endswith((".js", ".css")) and not place.startswith("assets/")
    ]

    assert ours
    assert [place for place in ours if not place.startswith(static.root(DOCS))] == []


def test_nothing_is_asked_for_in_vain() -> None:
    """Each module that a page asks for early is one of its scripts, or one that these import."""
    asked = {address: places(address, "link", "modulepreload") for address in EVERY_PAGE}
    vain = {
        address: found - set().union(*map(needed, places(address, "script", "module")))
        for address, found in asked.items()
    }

    assert all(asked.values())
    assert {address: found for address, found in vain.items() if found} == {}


def places(address: str, tag: str, kind: str) -> set[str]:
    """Give where the modules are that a page names in such elements."""
    found = [one for one in tree(address).iter(tag) if kind in (one.get("rel"), one.get("type"))]
    links = [one.get("src") or one.get("href") or "" for one in found]
    return {place[0] for link in links if (place := target(address, link)) is not None}


@cache
def needed(place: str) -> frozenset[str]:
    """Give a script of ours and all that it imports."""
    name = place.removeprefix(static.root(DOCS))
    return frozenset({place, *static.imports(DOCS, name)})


def test_imports_are_asked_for_at_once(docs: Path) -> None:
    """A page can name every script that one of its scripts needs, found or not by the others."""
    for name, source in {
        "one.js": 'import { two } from "./two.js";\n',
        "two.js": 'import {\n  three,\n} from "./a/three.js";\n/** @import {X} from "./no.js" */\n',
        "a/three.js": 'import { one } from "../one.js";\n',
    }.items():
        (docs / "javascripts/a").mkdir(exist_ok=True)
        (docs / "javascripts" / name).write_text(source, encoding="utf-8")
    folder = f"{static.root(docs)}javascripts/"

    assert static.imports(docs, "javascripts/one.js") == [
        folder + "a/three.js",
        folder + "two.js",
    ]
    (docs / "javascripts/a/three.js").unlink()
    with pytest.raises(PluginError):
        static.imports(docs, "javascripts/one.js")
