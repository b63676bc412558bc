"""Adds to the site what other build steps made, the worker that ends ours, and changing scripts."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from site_build.facts import read_keyed
from site_build.host.joined import join
from site_build.runtime.paths import PLACE
from site_build.site import DOWNLOADS, ROOT, RUNTIME, WHEEL

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FOLDERS: Final = {PLACE: RUNTIME, DOWNLOADS: WHEEL}
"""Folders of the site, and what fills them."""
CHANGES: Final = f"{DOWNLOADS}/changes"
"""Where the scripts are that changed works of others."""


def scripts() -> dict[str, str]:
    """List the scripts that change a work of others when the site is built.

    Returns:
        The place of each in the site, and its path in this project.

    Example:
        >>> scripts()["downloads/changes/program.py.txt"]
        'site_build/runtime/program.py'
    """
    names = [name for row in read_keyed("works.toml") for name in row.get("by", [])]
    # As plain text, which every host serves so and every browser shows.
    return {f"{CHANGES}/{PurePosixPath(name).name}.txt": name for name in names}


RETIRED: Final = "retire/sw.js"
"""Where the site has the service worker that a publisher puts in the place of ours to end it."""
RETIRING: Final = ".service-worker/retire.js"
LINE: Final = 'const PYTHON = "";'
"""What is to be filled in."""


def add(files: Files, config: MkDocsConfig) -> Files:
    """Add every file of the two folders to the site, the worker and the scripts.

    Args:
        files: The files MkDocs found so far.
        config: MkDocs' own settings.

    Returns:
        The same collection, with the products in it.

    Raises:
        PluginError: When a folder is missing or empty: a site without its checker is never built.
            Also when the worker has no line to fill in.
    """
    for place, folder in FOLDERS.items():
        made = sorted(path for path in folder.rglob("*") if path.is_file())
        if not made:
            missing = folder.relative_to(ROOT)
            raise PluginError(f"{missing} is missing: `make site` makes everything in order.")
        for path in made:
            name = path.relative_to(folder).as_posix()
            files.append(File.generated(config, f"{place}/{name}", abs_src_path=str(path)))
    files.append(File.generated(config, RETIRED, content=retiring(Path(config.docs_dir))))
    for place, name in scripts().items():
        files.append(File.generated(config, place, abs_src_path=str(ROOT / name)))
    return files


def retiring(docs: Path) -> str:
    """Write the worker that retires ours.

    Args:
        docs: The folder that MkDocs reads.

    Returns:
        The text of a script that imports nothing.

    Raises:
        PluginError: When it has no line to fill in: then it would leave Python's files.
    """
    before, line, after = join(docs / RETIRING).partition(LINE)
    if not line:
        raise PluginError(f"{RETIRING} should have one line `{LINE}`")
    return f"{before}const PYTHON = {json.dumps(PLACE)};{after}"
