"""Reads tables, one fact a row: those of `cagecore/data/`, and any of another folder."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


# Read once, so that a Python that was started from its written-down memory needs no files.
@cache
def _own(name: str) -> str:
    """Read a table of this package as text."""
    return resources.files("cagecore").joinpath("data", name).read_text("utf-8")


def _text(name: str, folder: Traversable | None) -> str:
    """Read a table as text."""
    return folder.joinpath(name).read_text("utf-8") if folder else _own(name)


def read_csv(name: str, folder: Traversable | None = None) -> list[dict[str, str]]:
    """Read a CSV table.

    Args:
        name: File name, e.g. `structures.csv`.
        folder: Where it is, if not among the tables of this package.

    Returns:
        One dictionary a row, keyed by the header.

    Example:
        >>> read_csv("pseudo_cages.csv")[0]["code"]
        '99995'
    """
    return list(csv.DictReader(_text(name, folder).splitlines()))


def read_toml(name: str, folder: Traversable | None = None) -> dict[str, Any]:
    """Read a TOML table.

    Args:
        name: File name, e.g. `sources.toml`.
        folder: Where it is, if not among the tables of this package.

    Returns:
        The table as `tomllib` gives it.

    Example:
        >>> read_toml("lookups.toml")["sam"]["title"]
        'SAM.gov'
    """
    return tomllib.loads(_text(name, folder))
