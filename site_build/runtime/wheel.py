"""The plain wheel of `cagecore`, the same bytes on every build.

It is `build/wheel/cagecore-<version>-py3-none-any.whl`.
"""

import shutil
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

from site_build.runtime.commands import run
from site_build.site import ROOT, WHEEL

METADATA = {
    "Summary",
    "Author",
    "License-Expression",
    "License-File",
    "Keywords",
    "Classifier",
    "Requires-Python",
    "Description-Content-Type",
}
"""What an index shows of a package."""


def build_wheel(folder: Path = WHEEL) -> Path:
    """Build the wheel into an emptied folder.

    Args:
        folder: Where to put it. What is there is removed first.

    Returns:
        The path of the wheel.

    Raises:
        RuntimeError: It could not be built, or is not complete.
    """
    shutil.rmtree(folder, ignore_errors=True)
    # Without isolation the pinned hatchling does the work, and nothing is downloaded.
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--quiet"]
    run([*command, "--outdir", str(folder), str(ROOT)], "the wheel could not be built")
    wheel = find_wheel(folder)
    check_complete(wheel)
    return wheel


def find_wheel(folder: Path = WHEEL) -> Path:
    """Find the one wheel in a folder.

    Args:
        folder: Where to look.

    Returns:
        The path of the wheel.

    Raises:
        ValueError: There is none, or more than one.
    """
    (wheel,) = folder.glob("*.whl")
    return wheel


def check_complete(wheel: Path) -> None:
    """Make sure that the wheel holds every file of the package, byte for byte, and says what it is.

    Args:
        wheel: The path of the wheel.

    Raises:
        RuntimeError: A file is missing or differs, or a field of its description is missing.
    """
    with zipfile.ZipFile(wheel) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    for path in sorted((ROOT / "cagecore").rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.is_file() and "__pycache__" not in name and packed.get(name) != path.read_bytes():
            raise RuntimeError(f"{name} is missing from {wheel.name}, or differs")
    described = next(content for name, content in packed.items() if name.endswith("/METADATA"))
    given = set(message_from_bytes(described).keys())
    if missing := METADATA - given:
        raise RuntimeError(f"{wheel.name} does not say {', '.join(sorted(missing))}")
