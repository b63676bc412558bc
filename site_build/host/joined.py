"""Modules joined into one script of the old kind, which imports nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from pathlib import Path

IMPORT = re.compile(r'^import [^;]*? from "([^"]+)";\n', re.MULTILINE)
"""An import as our formatter writes it, on one line or several."""
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|class|function) )", re.MULTILINE)
NAMED = re.compile(r"^(?:const|let|class|(?:async )?function) (\w+)", re.MULTILINE)
"""A name that a script of the old kind shares with all others."""


def join(path: Path) -> str:
    """Join a module with all that it imports, directly or not.

    Args:
        path: The module. What it imports is named relative to it.

    Returns:
        The text of all, each after what it imports.

    Raises:
        PluginError: When two modules give the same name to something of theirs, or one of them
            imports or exports in a way that is not known here.
    """
    found: dict[Path, str] = {}
    _collect(path.resolve(), found)
    whole = "\n".join(found.values())
    names = NAMED.findall(whole)
    twice = {name for name in names if names.count(name) > 1}
    if twice or re.search(r"^(?:import|export)\b", whole, re.MULTILINE):
        raise PluginError(f"{path.name} cannot be joined: {sorted(twice) or 'import or export'}")
    return whole


def _collect(path: Path, found: dict[Path, str]) -> None:
    """Add a module after all that it imports."""
    text = path.read_text(encoding="utf-8")
    for place in IMPORT.findall(text):
        other = (path.parent / place).resolve()
        if other not in found:
            _collect(other, found)
    found[path] = EXPORT.sub("", IMPORT.sub("", text))
