"""What the site passes on that others made, read from its files and from what builds it.

Nothing here asks the table of works; the tests hold the two together.
"""

import ast
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.utils import get_theme_dir

from site_build.host.static import PACKAGED
from site_build.site import DOCS, PYODIDE, ROOT, RUNTIME, SITE
from site_tests.scripts.node import NODE

THEME = Path(get_theme_dir("material"))
ICONS = THEME / ".icons"
OURS = "ours"

ASK_PYTHON = """
const { loadPyodide } = await import(process.argv[1]);
const python = await loadPyodide();
console.log(python.runPython(`
import json, sys
json.dumps({"built-in": sys.builtin_module_names, "standard": sorted(sys.stdlib_module_names)})
`));
"""
SHAPE = re.compile(r"""\sd=\\?["']([^"'\\]+)""")
"""An outline in a page, or in a picture that a style sheet or a script has in it."""

MADE = (
    "_headers",
    "robots.txt",
    "llms.txt",
    "changes.xml",
    "index.html.md",
    "**/index.html.md",
    "downloads/cagecore-*.whl",
    "downloads/ncage-structures.*",
    "downloads/rules.json",
    "downloads/changes/*",
    "runtime/*/cagecore-*.whl",
    "retire/sw.js",
    "search/*.json",
)
"""Files that our own build writes, with nothing of others in them."""
PRODUCTS = {
    "**/*.html": "mkdocs-material",
    "*.html": "mkdocs-material",
    "sitemap.xml*": "mkdocs",
    "cards/*.png": "aileron",
    "runtime/*/snapshot.bin.gz": "pyodide",
}
"""Files that our own build writes with works of others in them, and the work."""


@cache
def python() -> dict[str, list[str]]:
    """Ask the Python that the site passes on for its modules."""
    (script,) = RUNTIME.glob("*/pyodide.mjs")
    command = [*NODE, "--input-type=module", "--eval", ASK_PYTHON, str(script)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - our own script
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def built_in() -> set[str]:
    """Give the modules that are compiled into Python: each may have a library behind it."""
    return set(python()["built-in"])


def in_archive() -> set[str]:
    """Give what is in Python's library and does not belong to Python."""
    (archive,) = RUNTIME.glob("*/python_stdlib.zip")
    with zipfile.ZipFile(archive) as library:
        names = {name.split("/")[0].removesuffix(".pyc") for name in library.namelist()}
    return names - set(python()["standard"])


def platform() -> set[str]:
    """Give what Python was compiled for."""
    (lock,) = RUNTIME.glob("*/pyodide-lock.json")
    return {json.loads(lock.read_text(encoding="utf-8"))["info"]["platform"].split("_")[0]}


def system_libraries() -> set[str]:
    """Give the libraries of that platform whose files the program names in its messages."""
    (program,) = RUNTIME.glob("*/pyodide.asm.wasm")
    found = re.findall(rb"/emscripten/system/lib/([\w-]+)/", program.read_bytes())
    return {name.decode() for name in found}


def copied_by_pyodide() -> set[str]:
    """Give the works whose source Pyodide's loader was made from."""
    sources = json.loads((PYODIDE / "pyodide.mjs.map").read_text(encoding="utf-8"))["sources"]
    return {name for source in sources for name in re.findall(r"/vendor/([^/]+)/", source)}


def in_the_bundles() -> set[str]:
    """Give the npm packages that the theme's scripts and style sheets were made from."""
    maps = sorted((SITE / "assets").rglob("*.map"))
    sources = [one for path in maps for one in json.loads(path.read_text("utf-8"))["sources"]]
    found = (re.search(r".*node_modules/((?:@[^/]+/)?[^/]+)", source) for source in sources)
    return {match[1] for match in found if match}


def in_the_banners() -> set[str]:
    """Give the names in the license comments of all scripts and style sheets."""
    found: set[str] = set()
    for path in SITE.rglob("*"):
        if path.suffix in {".css", ".js", ".mjs"}:
            # What is made small keeps such comments only; our own scripts have others, too.
            mark = "[!*]" if ".min" in path.suffixes else "!"
            comment = rf"/\*{mark}[\s*]*([a-z][\w-]*)"
            found |= set(re.findall(comment, path.read_text(encoding="utf-8")))
    return found


def icons() -> set[str]:
    """Give the sets of icons that have a drawing in a page, a style sheet or a script."""
    known: dict[str, set[str]] = {}
    for path in ICONS.rglob("*.svg"):
        for shape in SHAPE.findall(path.read_text(encoding="utf-8")):
            known.setdefault(shape, set()).add(path.relative_to(ICONS).parts[0])
    texts = [path for path in SITE.rglob("*") if path.suffix in {".html", ".css", ".js", ".svg"}]
    used = {shape for path in texts for shape in SHAPE.findall(path.read_text(encoding="utf-8"))}
    return {name for shape in used & set(known) for name in known[shape]}


def read_by_the_build() -> set[str]:
    """Give the packages that the build imports, reads, or takes as extension or theme."""
    scripts = sorted((ROOT / "site_build").rglob("*.py"))
    source = "\n".join(path.read_text(encoding="utf-8") for path in scripts)
    modules = set(_imported(scripts)) | {"material", "hatchling"}
    for name in load_config(str(ROOT / "mkdocs.yml"))["markdown_extensions"]:
        modules.add(name.partition(".")[0] if "." in name else "markdown")
    homes = packages_distributions()
    found = {one.lower() for name in modules for one in homes.get(name, [])}
    return found | set(re.findall(r'PACKAGES / "([\w-]+)', source))


def _imported(scripts: list[Path]) -> Iterator[str]:
    """Give the packages that scripts import."""
    for path in scripts:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


@cache
def origin(path: Path) -> str:
    """Say which work a file of the site is from: the key of a work, ours, or else its own name."""
    name = path.relative_to(SITE)
    # A script or style sheet of ours is below a folder with a hash in its name.
    inner = Path(*name.parts[2:]) if name.parts[0] == "static" else name
    if inner.as_posix() in PACKAGED:
        return PACKAGED[inner.as_posix()].partition("/")[0]
    if (DOCS / inner).is_file() or any(name.match(one) for one in MADE):
        return OURS
    if (THEME / name).is_file() and (THEME / name).read_bytes() == path.read_bytes():
        return "mkdocs-material"
    if name.parts[0] == "runtime" and (PYODIDE / name.name).is_file():
        return "pyodide"
    found = [work for pattern, work in PRODUCTS.items() if name.match(pattern)]
    return found[0] if found else name.as_posix()


def origins() -> set[str]:
    """Give the works that the site's files are from."""
    return {origin(path) for path in SITE.rglob("*") if path.is_file()} - {OURS}
