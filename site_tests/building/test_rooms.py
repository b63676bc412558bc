"""How `site_build` and the scripts are built: which room imports which."""

import ast
import re
from pathlib import Path

import pytest

from site_build.site import DOCS, ROOT

HOUSE = ROOT / "site_build"
# From the top to the bottom: a room imports only what is below it.
ORDER = (
    {"hooks", "make"},
    {"steps"},
    {"markers", "templates"},
    {"copies", "head", "pictures"},
    {"pages.developers", "pages.identifiers", "pages.nations", "pages.notices"}
    | {"pages.reference", "pages.registration"},
    {"pages"},
    {"host"},
    {"runtime", "search"},
    {"prose"},
    {"facts", "markup", "media"},
    {"site"},
    {"settings"},
)
DEPTH = {room: depth for depth, rooms in enumerate(ORDER) for room in rooms}
SCRIPTS = (
    {"validator", "nations"},
    {"report", "tool", "worker"},
    {"core", "search"},
    {"site"},
)
"""The same for the scripts' folders; type imports count, too."""
SCRIPT_DEPTH = {room: depth for depth, rooms in enumerate(SCRIPTS) for room in rooms}
SOURCES = sorted(HOUSE.rglob("*.py"))
ROOMS = sorted({path.parent for path in SOURCES})


def module_of(path: Path) -> str:
    """Give the full name of a module."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


MODULES = set(map(module_of, SOURCES))


def room_of(module: str) -> str:
    """Give the room of a module, or the module itself where it is in none."""
    name = module.removeprefix("site_build.")
    return name.rpartition(".")[0] or name


def imported(path: Path) -> set[str]:
    """List our own modules that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= names & MODULES or {str(node.module)}
    return {name for name in found if name.startswith("site_build.")}


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_direction(path: Path) -> None:
    """Imports stay in their room or go down, so no two rooms import each other."""
    if path.name == "__init__.py":
        assert imported(path) == set()
        return
    here = room_of(module_of(path))
    for there in map(room_of, imported(path)):
        assert there == here or DEPTH[there] > DEPTH[here], there


def test_order_is_complete() -> None:
    """The order names every room and every module outside one."""
    modules = [path for path in SOURCES if path.name != "__init__.py"]

    assert {room_of(module_of(path)) for path in modules} == set(DEPTH)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.relative_to(ROOT).as_posix())
def test_rooms(room: Path) -> None:
    """A room is one idea that fits one sentence."""
    words = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8"))) or ""
    sentence = words.partition("\n\n")[0]

    assert sentence.count(".") == 1
    assert sentence.endswith(".")


def test_script_rooms() -> None:
    """Scripts import from their own folder or from one further down, types included."""
    folder = DOCS / "javascripts"
    scripts = sorted(folder.rglob("*.js"))
    upward = [
        (path.relative_to(folder).as_posix(), there)
        for path in scripts
        for there in re.findall(
            r"""(?:from|import\() ?["']\.\./([a-z]+)/""", path.read_text("utf-8")
        )
        if SCRIPT_DEPTH[there] <= SCRIPT_DEPTH[path.parent.name]
    ]

    assert {path.parent.name for path in scripts} == set(SCRIPT_DEPTH)
    assert upward == []


def test_picture_of_the_house() -> None:
    """CONTRIBUTING shows every room of the library, the build and the scripts."""
    words = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    picture = words.partition("```text")[2].partition("```")[0]
    rooms = [path.parent for path in (ROOT / "cagecore").glob("*/__init__.py")]
    named = [*(room.name for room in rooms), *{name.partition(".")[0] for name in DEPTH}]

    assert [
        name for name in [*named, *SCRIPT_DEPTH] if not re.search(rf"\b{name}\b", picture)
    ] == []
