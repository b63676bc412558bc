"""The files that Python is started from, by what they are, and which of them each path needs."""

from __future__ import annotations

from pathlib import PurePosixPath

from site_build.runtime.program import LOADER, PROGRAM, SCRIPT

PLACE = "runtime"
"""Where their folder is in the site."""
CORE_FILES = (LOADER, SCRIPT, PROGRAM)
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
SNAPSHOT = "snapshot.bin.gz"
WHEEL = "wheel"
"""What the worker calls the wheel, whose own name has the version in it."""
PATHS = {
    "snapshot": (*CORE_FILES, LOCK, SNAPSHOT),
    "ordinary": (*CORE_FILES, LOCK, LIBRARY, WHEEL),
}
"""What each path to Python needs, the quickest first."""


def part(name: str) -> str:
    """Say what a file is.

    Args:
        name: Its name, or its place in the site.

    Returns:
        What `PATHS` calls it.

    Example:
        >>> part("runtime/0123456789abcdef/cagecore-1.0-cp313-none-any.whl"), part(LOCK)
        ('wheel', 'pyodide-lock.json')
    """
    path = PurePosixPath(name)
    return WHEEL if path.suffix == ".whl" else path.name
