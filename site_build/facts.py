"""Reads a table from the folder that has it.

What the library also reads is in `cagecore/data/`, what only pages show in `docs/.facts/`, and the
works of others are in `docs/.notices/`. A renderer need not know which: a table moves when a tool
begins to read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cagecore.facts import tables
from site_build.site import FACTS, NOTICES

if TYPE_CHECKING:
    from pathlib import Path


def read_csv(name: str) -> list[dict[str, str]]:
    """Read a CSV table.

    Args:
        name: File name, e.g. `timeline.csv`.

    Returns:
        One dictionary a row, keyed by the header.

    Raises:
        FileNotFoundError: No folder has it.

    Example:
        >>> read_csv("timeline.csv")[0]["date"], read_csv("pseudo_cages.csv")[0]["code"]
        ('1954', '99995')
    """
    return tables.read_csv(name, _folder(name))


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML table.

    Args:
        name: File name, e.g. `glossary.toml`.

    Returns:
        The table as `tomllib` gives it.

    Raises:
        FileNotFoundError: No folder has it.

    Example:
        >>> read_toml("glossary.toml")["sam"]["term"], read_toml("lookups.toml")["sam"]["title"]
        ('SAM', 'SAM.gov')
    """
    return tables.read_toml(name, _folder(name))


def read_keyed(name: str) -> list[dict[str, Any]]:
    """Read a TOML table in which each row has a key.

    Args:
        name: File name, e.g. `glossary.toml`.

    Returns:
        The rows in their order, each with its key as `id`.

    Raises:
        FileNotFoundError: No folder has it.

    Example:
        >>> [one["term"] for one in read_keyed("glossary.toml") if one["id"] == "sam"]
        ['SAM']
    """
    return [{"id": key, **row} for key, row in read_toml(name).items()]


def field(row: object, name: str) -> Any:  # noqa: ANN401 - whatever a table holds
    """Give a field of a row, whether it is a dictionary or an object of the library's.

    Args:
        row: A row of a table.
        name: The field's name.

    Returns:
        What the row has there.

    Raises:
        KeyError: The dictionary has no such field.
        AttributeError: The object has none.

    Example:
        >>> field({"name": "Belgium"}, "name")
        'Belgium'
    """
    return row[name] if isinstance(row, dict) else getattr(row, name)


def _folder(name: str) -> Path | None:
    """Give the folder of a table that the library does not have."""
    return next((folder for folder in (FACTS, NOTICES) if (folder / name).is_file()), None)
