"""How the package is built: which module imports which, and how large. It reads the sources."""

from __future__ import annotations

import ast
import doctest
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cagecore.facts.sources import sources
from cagecore.wire.catalogue import catalogue, rules
from tests.helpers.reports import FACTS
from tests.helpers.sources import lines_of_code

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "cagecore"
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
ROOMS = (
    *("cagecore.__main__", "cagecore.cli", "cagecore.wire", "cagecore", "cagecore.registration"),
    *("cagecore.columns", "cagecore.classify", "cagecore.suggestions", "cagecore.readings"),
    *("cagecore.schemes", "cagecore.text", "cagecore.rules", "cagecore.report", "cagecore.facts"),
)
"""From top to bottom: what is in a room imports from that room and from those below it."""
UPWARD = {("cagecore.schemes.scheme", "cagecore.classify")}
"""The one step upward: where `validate` fails, it takes all that `check` knows to say why."""
RULES = {rule.function.__name__ for rule in rules().values()}
"""Names of functions that are rules: their words are for readers, and their examples run apart."""
MOST_LINES = 200
MOST_MODULES = 12
FOLDERS = sorted(
    {
        path.parent
        for name in ("cagecore", "tests")
        for path in (ROOT / name).rglob("*")
        if path.suffix in {".py", ".js", ".mjs"}
    }
)


def _imported(path: Path) -> set[str]:
    """List the modules that a module imports, as full names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else str(node.module) for name in names}
    return found


def _room(module: str) -> str:
    """Name the room that a module is in."""
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("module", MODULES)
def test_no_hidden_import(module: str) -> None:
    """No module is imported by its name as a text, which the layers would not see."""
    words = set(re.findall(r"\w+", MODULES[module].read_text("utf-8")))
    assert not {"import_module", "__import__"} & words


@pytest.mark.parametrize("module", MODULES)
def test_no_third_party(module: str) -> None:
    """The package imports the standard library and itself, nothing else."""
    outside = {name.partition(".")[0] for name in _imported(MODULES[module])}
    assert outside <= {*sys.stdlib_module_names, "cagecore"}


@pytest.mark.parametrize("module", MODULES)
def test_direction(module: str) -> None:
    """Imports go down the rooms, so nothing below knows what is above, with one exception."""
    upward = {
        (module, name)
        for name in _imported(MODULES[module]) & set(MODULES)
        if ROOMS.index(_room(name)) < ROOMS.index(_room(module))
    }
    assert upward <= UPWARD


def test_rooms_are_complete() -> None:
    """Every room is there, and so is the step upward."""
    assert {_room(module) for module in MODULES} == set(ROOMS)
    assert all(name in _imported(MODULES[module]) for module, name in UPWARD)


def test_no_circle() -> None:
    """No module imports itself through others."""
    graph = {
        module: {name for name in _imported(path) & set(MODULES) if (module, name) not in UPWARD}
        for module, path in MODULES.items()
    }
    assert set(TopologicalSorter(graph).static_order()) == set(MODULES)


def test_schemes_do_not_import_each_other() -> None:
    """Each scheme is declared by itself; only the list of them imports them."""
    for module, path in MODULES.items():
        if _room(module) == "cagecore.schemes" and module != "cagecore.schemes":
            of_room = {name for name in _imported(path) if _room(name) == "cagecore.schemes"}
            assert of_room <= {"cagecore.schemes.scheme"}, module


@pytest.mark.parametrize("module", MODULES)
def test_size(module: str) -> None:
    """A module with more code than this is probably two ideas."""
    assert lines_of_code(MODULES[module].read_text("utf-8")) <= MOST_LINES


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_crowd(folder: Path) -> None:
    """A folder with more modules than this is probably two rooms."""
    modules = [path for path in folder.iterdir() if path.suffix in {".py", ".js", ".mjs"}]
    assert len([path for path in modules if path.stem != "__init__"]) <= MOST_MODULES


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parent.rglob("*.py")), ids=lambda path: path.stem
)
def test_tests(path: Path) -> None:
    """A test module, too, is one idea, and every test states its fact."""
    source = path.read_text("utf-8")
    assert lines_of_code(source) <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert ast.get_docstring(node), node.name


def _entries(module: str) -> set[str]:
    """Name what other rooms, or users by the package's `__all__`, take from a module."""
    return {
        alias.name
        for other, path in MODULES.items()
        if _room(other) != _room(module)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
    }


def _functions(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Give name and docstring of each function and class."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield prefix + node.name, ast.get_docstring(node) or ""
        if isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{prefix}{node.name}.")


@pytest.mark.parametrize("module", MODULES)
def test_docstrings(module: str) -> None:
    """Every function says what it is for; one that other rooms use also shows it by an example."""
    entries = _entries(module)
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    for name, words in _functions(tree.body):
        first, *rest = name.split(".")
        assert words, name
        if first in entries - RULES and not any(part.startswith("_") for part in rest):
            assert ">>>" in words, name


def test_all_sources_are_used() -> None:
    """No source is kept that no rule, table or page refers to."""
    data = catalogue()
    used = {rule["source"] for rule in data["rules"].values()}
    used |= {key for row in data["structures"] for key in row["sources"]}
    tables = {*(PACKAGE / "data").iterdir(), *FACTS.iterdir()} - {PACKAGE / "data/sources.toml"}
    for path in tables:
        used |= set(re.findall("[a-z0-9-]+", path.read_text("utf-8"))) & set(sources())
    for path in (path for path in tables if path.suffix == ".toml"):
        used |= set(re.findall(r'"([a-z0-9-]+)"', path.read_text("utf-8"))) & set(sources())
    for path in (ROOT / "docs").rglob("*.md"):
        used |= set(re.findall(r"\[@([a-z0-9-]+)\]", path.read_text("utf-8")))
    assert set(sources()) - used == set()


def test_readme() -> None:
    """What README shows of the library is what the library does."""
    blocks = re.findall("```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    shown = doctest.DocTestParser().get_doctest("".join(blocks), {}, "README", None, None)
    assert shown.examples
    assert doctest.DocTestRunner().run(shown).failed == 0


def test_words_of_the_house() -> None:
    """No module speaks of valid codes, except a table that repeats what others say."""
    for name, path in MODULES.items():
        assert not re.search(r"\b(in)?valid\b", path.read_text("utf-8"), re.IGNORECASE), name


def test_no_place_of_a_machine() -> None:
    """Nothing in the package or its tables names a folder of the machine that built it."""
    for path in [*MODULES.values(), *PACKAGE.rglob("data/*"), *FACTS.iterdir()]:
        assert not re.search(r"/(?:work|tmp|root|home)/", path.read_text("utf-8")), path.name
