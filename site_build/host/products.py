"""Adds to the site what other build steps made: Pyodide's runtime and the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

FOLDERS = {"runtime": "runtime", "wheel": "downloads"}
"""Folder below `build/`, and where its files are in the site."""


def add(files: Files, config: MkDocsConfig, build: Path) -> Files:
    """Add every file of the two folders to the site.

    Args:
        files: The files MkDocs found so far.
        config: MkDocs' own settings.
        build: The folder that holds the products.

    Returns:
        The same collection, with the products in it.

    Raises:
        PluginError: When a folder is missing or empty. A site without its checker is never built.
    """
    for folder, place in FOLDERS.items():
        made = sorted(path for path in (build / folder).rglob("*") if path.is_file())
        if not made:
            raise PluginError(f"build/{folder} is missing: `make site` makes everything in order.")
        for path in made:
            name = path.relative_to(build / folder).as_posix()
            files.append(File.generated(config, f"{place}/{name}", abs_src_path=str(path)))
    return files
