"""Adds to the site what other build steps made, and the scripts that changed works of others."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from site_build.facts import read_keyed
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


def add(files: Files, config: MkDocsConfig) -> Files:
    """Add every file of the two folders to the site, and the scripts.

    Args:
        files: The files MkDocs found so far.
        config: MkDocs' own settings.

    Returns:
        The same collection, with the products in it.

    Raises:
        PluginError: When a folder is missing or empty. A site without its checker is never built.
    """
    for place, folder in FOLDERS.items():
        made = sorted(path for path in folder.rglob("*") if path.is_file())
        if not made:
            missing = folder.relative_to(ROOT)
            raise PluginError(f"{missing} is missing: `make site` makes everything in order.")
        for path in made:
            name = path.relative_to(folder).as_posix()
            files.append(File.generated(config, f"{place}/{name}", abs_src_path=str(path)))
    for place, name in scripts().items():
        files.append(File.generated(config, place, abs_src_path=str(ROOT / name)))
    return files
