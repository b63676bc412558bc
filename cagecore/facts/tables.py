"""Reads the tables of `cagecore/data/`, one fact a row."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Any


# Read once, so that a Python that was started from its written-down memory needs no files.
@cache
def _text(name: str) -> str:
    """Read a table as text."""
    return resources.files("cagecore").joinpath("data", name).read_text("utf-8")


def read_csv(name: str) -> list[dict[str, str]]:
    """Read a CSV table.

    Args:
        name: File name, e.g. `structures.csv`.

    Returns:
        One dictionary a row, keyed by the header.

    Example:
        >>> read_csv("pseudo_cages.csv")[0]["code"]
        '99995'
    """
    return list(csv.DictReader(_text(name).splitlines()))


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML table.

    Args:
        name: File name, e.g. `sources.toml`.

    Returns:
        The table as `tomllib` gives it.

    Example:
        >>> read_toml("lookups.toml")["sam"]["title"]
        'SAM.gov'
    """
    return tomllib.loads(_text(name))
