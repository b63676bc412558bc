"""The table of NCAGE structures as files to download, made from the library's own rows."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from cagecore.nations import ABROAD

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NAME = "downloads/ncage-structures"
LICENCE = "CC BY 4.0"
NOTES = [
    "as_of at the top is the newest list; each row has the date of its own.",
    "A code tells who assigns codes of its structure, not whether it was assigned.",
    f"national is true for a national format. {ABROAD}",
]


def add(files: Files, config: MkDocsConfig, catalogue: dict[str, Any]) -> Files:
    """Add both files to the site.

    Args:
        files: The files MkDocs found so far.
        config: MkDocs' own settings.
        catalogue: What `cagecore.wire.catalogue` gives.

    Returns:
        The same collection, with the two in it.
    """
    made = {"csv": as_csv(catalogue), "json": as_json(catalogue)}
    for ending, content in made.items():
        files.append(File.generated(config, f"{NAME}.{ending}", content=content))
    return files


def as_csv(catalogue: dict[str, Any]) -> str:
    """Write the rows as CSV: the columns of the library's own table, and what follows from them.

    Args:
        catalogue: What `cagecore.wire.catalogue` gives.

    Returns:
        One line a row below the line of names; keys of sources are separated by spaces.

    Example:
        >>> from cagecore import wire
        >>> as_csv(wire.catalogue()).partition(",")[0]
        'pattern'
    """
    rows = catalogue["structures"]
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        national = str(row["national"]).lower()
        writer.writerow({**row, "sources": " ".join(row["sources"]), "national": national})
    return written.getvalue()


def as_json(catalogue: dict[str, Any]) -> str:
    """Write the rows as JSON, with what a reader needs who has nothing but the file.

    Args:
        catalogue: What `cagecore.wire.catalogue` gives.

    Returns:
        The date of the newest list, notes, the licence, the sources by their keys, and the rows.

    Example:
        >>> from cagecore import wire
        >>> json.loads(as_json(wire.catalogue()))["licence"]
        'CC BY 4.0'
    """
    rows = catalogue["structures"]
    cited = {key for row in rows for key in (*row["sources"], row["example_source"]) if key}
    content = {
        "title": "NCAGE structures by nation",
        "as_of": max(row["as_of"] for row in rows),
        "notes": NOTES,
        "licence": LICENCE,
        "sources": {key: catalogue["sources"][key] for key in sorted(cited)},
        "structures": rows,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
