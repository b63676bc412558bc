"""Our own scripts and style sheets below a folder that is named after their contents.

A page refers to the very files it was built with. Whatever a host or a browser keeps of an older
build has another address, so no page ever mixes two builds. All files share one folder, because the
scripts import each other by relative addresses.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from site_build.site import PACKAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

PLACE = "static"
"""Where their folder is in the site."""
FOLDERS = ("javascripts", "stylesheets")
IMPORT = re.compile(r'^import [^;]* from "([.][^"]+)";$', re.MULTILINE)
"""An import as our formatter writes it; those in comments are types and are not loaded."""
PART = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\n\s*\n")
SHEET = "stylesheets/site.css"
"""The style sheet that imports the others."""
PACKAGED = {
    "packages/minisearch.js": "minisearch/dist/es/index.js",
    "packages/stemmer.js": "stemmer/index.js",
}
"""Modules of npm's packages that our scripts load, published beside them as they are."""
SEARCHER = "javascripts/search/search-worker.js"
"""The worker that pages start for the search."""
_LATE = re.compile(f"{PLACE}/[0-9a-f]+/(?:packages|javascripts/search)/")
INLINE = ("early.js", "storage.js", "trusted.js", "waiting.js")
"""The scripts that are part of a page itself."""
LENGTH = 16
"""Letters of the hash: 64 bits, far more than two builds need to differ."""


def root(docs: Path) -> str:
    """Give the folder below the site's root in which the files are published.

    Args:
        docs: The folder that MkDocs reads.

    Returns:
        Its address, ending in a slash: `static/<hash of all names and contents>/`.
    """
    whole = hashlib.sha256()
    for path in _files(docs):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(docs).as_posix()} {content}\n".encode())
    for name, source in PACKAGED.items():
        content = hashlib.sha256((PACKAGES / source).read_bytes()).hexdigest()
        whole.update(f"{name} {content}\n".encode())
    return f"{PLACE}/{whole.hexdigest()[:LENGTH]}/"


def address(docs: Path, name: str) -> str:
    """Give the address of one file below the site's root.

    Args:
        docs: The folder that MkDocs reads.
        name: The file in it, such as `javascripts/validator/validator.js`.

    Returns:
        Where the site has it.

    Raises:
        PluginError: When there is no such file.
    """
    if docs / name not in _files(docs):
        raise PluginError(f"{name} is not among our scripts and style sheets")
    return root(docs) + name


def imports(docs: Path, name: str) -> list[str]:
    """List what a script imports, directly or not, so that a page can ask for all of it at once.

    Args:
        docs: The folder that MkDocs reads.
        name: The script in it, such as `javascripts/validator/validator.js`.

    Returns:
        Where the site has the other scripts, in order.

    Raises:
        PluginError: When one of them is not there.
    """
    found: dict[str, None] = {name: None}
    waiting = [name]
    while waiting:
        importer = waiting.pop()
        address(docs, importer)
        for place in IMPORT.findall((docs / importer).read_text(encoding="utf-8")):
            imported = posixpath.normpath(posixpath.join(posixpath.dirname(importer), place))
            if imported not in found:
                found[imported] = None
                waiting.append(imported)
    return [address(docs, other) for other in sorted(found) if other != name]


def late(places: Iterable[str]) -> list[str]:
    """Choose the files that no page loads before somebody searches.

    Args:
        places: Addresses below the site's root.

    Returns:
        Those of the search, all but the worker that pages start.

    Example:
        >>> late(["static/0/packages/stemmer.js", "static/0/javascripts/site/age.js"])
        ['static/0/packages/stemmer.js']
    """
    return [place for place in places if _LATE.match(place) and not place.endswith(SEARCHER)]


def name_styles(config: MkDocsConfig) -> MkDocsConfig:
    """Turn the style sheet that mkdocs.yml names into its published address.

    Args:
        config: MkDocs' own settings.

    Returns:
        The same settings.
    """
    config.extra_css = [address(Path(config.docs_dir), name) for name in config.extra_css]
    return config


def publish(files: Files, config: MkDocsConfig) -> Files:
    """Move the files to where they are published, style sheets joined into the one that names them.

    What no page loads is not published.

    Args:
        files: All files of the site.
        config: MkDocs' own settings.

    Returns:
        The same collection.
    """
    docs = Path(config.docs_dir)
    place = root(docs)
    ours = {path.relative_to(docs).as_posix() for path in _files(docs)}
    for file in list(files):
        # MkDocs takes every script beside the templates for one to publish.
        if file.src_uri in INLINE:
            files.remove(file)
        if file.src_uri in ours and file.src_uri.endswith(".css"):
            files.remove(file)
        elif file.src_uri in ours:
            file.dest_uri = place + file.src_uri
    for name, source in PACKAGED.items():
        module = File.generated(config, name, abs_src_path=str(PACKAGES / source))
        module.dest_uri = place + name
        files.append(module)
    sheet = File.generated(config, SHEET, content=sheets(docs))
    sheet.dest_uri = place + SHEET
    files.append(sheet)
    return files


def sheets(docs: Path) -> str:
    """Join the style sheets into one: a page waits for each that it asks for.

    Args:
        docs: The folder that MkDocs reads.

    Returns:
        The one that imports the others, with their text in place of the imports. Comments are left
        out, as every page would wait for them, too.

    Raises:
        PluginError: When one of them is not imported.
    """
    there = {path.name: path for path in _files(docs) if path.suffix == ".css"}
    whole = there.pop(Path(SHEET).name).read_text(encoding="utf-8")
    if sorted(PART.findall(whole)) != sorted(there):
        raise PluginError(f"{SHEET} does not import each style sheet once")
    joined = PART.sub(lambda found: there[found[1]].read_text(encoding="utf-8"), whole)
    return _BLANK.sub("\n", _COMMENT.sub("", joined)).lstrip()


def _files(docs: Path) -> list[Path]:
    """List our scripts and style sheets in the same order on every machine."""
    found = (path for folder in FOLDERS for path in (docs / folder).rglob("*"))
    # MkDocs publishes no file whose name begins with a dot either.
    return sorted(path for path in found if path.is_file() and not path.name.startswith("."))
