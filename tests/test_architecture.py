"""How the package is built: who imports whom, and how large a module is. It reads the sources."""

from __future__ import annotations

import ast
import doctest
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cagecore.sources import sources
from cagecore.wire import catalogue
from tests.helpers import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "cagecore"
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}

# From the bottom to the top: a module imports only from layers below its own.
LAYERS = (
    {"tables", "twins"},
    {"report", "sources", "nations", "causes", "lifecycle"},
    {"textrules", "labels", "damage"},
    {"cleaning"},
    {"text"},
    {"rules", "shape"},
    {"rulebook"},
    {"scheme"},
    {"schemes.cage", "schemes.ncage", "schemes.uei", "schemes.duns", "schemes.lookalikes"},
    {"schemes"},
    {"words"},
    {"grouping"},
    {"fitting", "slips"},
    {"spreadsheets"},
    {"repair"},
    {"context"},
    {"classify"},
    {""},
    {"patterns"},
    {"wire"},
    {"cli"},
    {"__main__"},
)
HEIGHT = {name: height for height, layer in enumerate(LAYERS) for name in layer}


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


def _short(module: str) -> str:
    return module.removeprefix("cagecore").removeprefix(".")


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
    """Imports go down the layers, so no scheme imports another and nothing below knows the top."""
    assert _short(module) in HEIGHT
    imported = {_short(name) for name in _imported(MODULES[module]) if name in MODULES}
    for name in imported:
        assert HEIGHT[name] < HEIGHT[_short(module)], name


def test_layers_are_complete() -> None:
    """Every layer's module is there."""
    assert {_short(module) for module in MODULES} == set(HEIGHT)


@pytest.mark.parametrize("module", MODULES)
def test_size(module: str) -> None:
    """A module that grows past 300 lines is two."""
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parent.glob("*.py")), ids=lambda path: path.name
)
def test_size_of_tests(path: Path) -> None:
    """A test module that grows past 300 lines is two, and every test states its fact."""
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert ast.get_docstring(node), node.name


def _public(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, str]]:
    """Give name and docstring of what others may use; a rule's own example is its declaration's."""
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        declared = [ast.unparse(decorator) for decorator in node.decorator_list]
        if not any(re.match(r"text_rule\(|\w+\.rule\(", words) for words in declared):
            yield prefix + node.name, ast.get_docstring(node) or ""
        if isinstance(node, ast.ClassDef):
            yield from _public(node.body, f"{prefix}{node.name}.")


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    """Whatever others may use shows by an example what it does."""
    for name, words in _public(ast.parse(MODULES[module].read_text("utf-8")).body, ""):
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
    """No module speaks of valid codes, as only a table may that tells what others say."""
    for name, path in MODULES.items():
        assert not re.search(r"\b(in)?valid\b", path.read_text("utf-8"), re.IGNORECASE), name


def test_no_place_of_a_machine() -> None:
    """Nothing in the package or its tables names a folder of the machine that it was made on."""
    for path in [*MODULES.values(), *PACKAGE.rglob("data/*"), *FACTS.iterdir()]:
        assert not re.search(r"/(?:work|tmp|root|home)/", path.read_text("utf-8")), path.name
