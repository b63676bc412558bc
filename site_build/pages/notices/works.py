"""What the site passes on that others made: the rows of `works.toml`, with what packages say.

A version is nowhere typed: it comes from a lock file, or from the very file that is passed on.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

from site_build.facts import read_keyed
from site_build.site import NPM_LOCK, PACKAGES, PYTHON_LOCK, ROOT

TABLE: Final = "works.toml"
PINNED: Final = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)", re.MULTILINE)
TOOL: Final = "tool"
"""The part of what only made the site."""


@dataclass(frozen=True)
class Work:
    """A work of others.

    Attributes:
        key: Its key in the table.
        name: What it is called.
        part: What of the site it belongs to; a tool leaves nothing of its own.
        version: Its version; empty where nothing states one.
        license: Its license, as SPDX writes it where SPDX knows it.
        row: All that the table says of it.
    """

    key: str
    name: str
    part: str
    version: str
    license: str
    row: dict[str, Any]

    @property
    def inside(self) -> str | None:
        """The key of the work that brings it."""
        return self.row.get("inside")


@cache
def works() -> dict[str, Work]:
    """Read the table, and ask lock files and packages for the rest.

    Returns:
        Each work by its key, in the order of the table.

    Raises:
        ValueError: A package is installed in another version than the locked one, or a work is no
            longer found where the table says.

    Example:
        >>> works()["octicons"].license, works()["natural-earth"].version
        ('MIT', '4.1.0')
    """
    return {row["id"]: _work(row) for row in read_keyed(TABLE)}


def parts_of(work: Work) -> list[Work]:
    """List the works that another one brings.

    Args:
        work: The other one.

    Returns:
        Those that are inside it.
    """
    return [one for one in works().values() if one.inside == work.key]


def folder(row: dict[str, Any]) -> Path:
    """Say where the files of a package are.

    Args:
        row: Its row, or that of a work inside it.

    Returns:
        The folder. Of Pyodide it is the one that is passed on, and not npm's.

    Raises:
        KeyError: The package has no row.
        ValueError: There is not one such folder.
    """
    if "inside" in row:
        return folder({one["id"]: one for one in read_keyed(TABLE)}[row["inside"]])
    if "pip" in row:
        return Path(str(distribution(row["pip"]).locate_file(row.get("folder", ""))))
    (found,) = ROOT.glob(row.get("folder", f"{PACKAGES.name}/{row['npm']}"))
    return found


def license_file(row: dict[str, Any], name: str) -> str:
    """Read a license that a package brings.

    Args:
        row: The row of the work.
        name: The file's name, or its path in the package.

    Returns:
        Its text.

    Raises:
        ValueError: The package has no such file.
    """
    if "pip" in row:
        words = distribution(row["pip"]).read_text(f"licenses/{name}")
        if words is None:
            raise ValueError(f"{row['pip']} has no file licenses/{name}")
        return words
    return (folder(row) / name).read_text(encoding="utf-8")


def _work(row: dict[str, Any]) -> Work:
    """Complete one row."""
    if "npm" in row:
        version, license_ = _from_npm(row["npm"])
    elif "pip" in row:
        version, license_ = _from_pip(row["pip"])
    else:
        version, license_ = _found(row), row["license"]
    return Work(row["id"], row["name"], row["part"], version, license_, row)


def _from_npm(name: str) -> tuple[str, str]:
    """Give version and license of an npm package, and make sure that this version is installed."""
    place = f"{PACKAGES.name}/{name}"
    locked = json.loads(NPM_LOCK.read_text(encoding="utf-8"))["packages"][place]
    described = (PACKAGES / name / "package.json").read_text(encoding="utf-8")
    _check(name, locked["version"], json.loads(described)["version"])
    return locked["version"], locked["license"]


def _from_pip(name: str) -> tuple[str, str]:
    """Give version and license of a Python package, and make sure that it is installed so."""
    version = dict(PINNED.findall(PYTHON_LOCK.read_text(encoding="utf-8")))[name]
    _check(name, version, distribution(name).version)
    described = distribution(name).metadata.json
    return version, str(described.get("license_expression", ""))


def _check(name: str, locked: str, installed: str) -> None:
    """Make sure that what is installed is what is locked, which the notices describe."""
    if locked != installed:
        raise ValueError(f"{name} is locked as {locked} and installed as {installed}: `make setup`")


def _found(row: dict[str, Any]) -> str:
    """Find a work in the file that brings it, and what that says about its version."""
    if "found_in" not in row:
        return ""
    (path,) = folder(row).glob(row["found_in"])
    found = re.search(row["found_as"].encode(), path.read_bytes())
    if not found:
        raise ValueError(f"{row['name']} is no longer in {path.name} as {row['found_as']!r}")
    return found[1].decode().replace("_", ".") if found.groups() else ""
