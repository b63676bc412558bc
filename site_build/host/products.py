"""Adds to the site what other build steps made: Pyodide's runtime and the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from site_build.runtime.paths import PLACE
from site_build.site import DOWNLOADS, ROOT, RUNTIME, WHEEL

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FOLDERS: Final = {PLACE: RUNTIME, DOWNLOADS: WHEEL}
"""Folders of the site, and what fills them."""


def add(files: Files, config: MkDocsConfig) -> Files:
    """Add every file of the two folders to the site.

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
    return files
