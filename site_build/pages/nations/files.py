"""The table of NCAGE structures as files to download, made from the library's own rows."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from mkdocs.structure.files import File, Files

from cagecore.facts.nations import ABROAD, allocations
from cagecore.facts.sources import sources
from site_build.site import DOWNLOADS, LICENSE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NAME: Final = f"{DOWNLOADS}/ncage-structures"
FILES: Final = (f"{NAME}.csv", f"{NAME}.json")
"""Their places in the site."""
NOTES: Final = [
    "as_of at the top is the newest list; each row has the date of its own.",
    "A code tells who assigns codes of its structure, not whether it was assigned.",
    f"national is true for a national format. {ABROAD}",
]


def add(files: Files, config: MkDocsConfig) -> Files:
    """Add both files to the site.

    Args:
        files: The files MkDocs found so far.
        config: MkDocs' own settings.

    Returns:
        The same collection, with the two in it.
    """
    for place, content in zip(FILES, (as_csv(), as_json()), strict=True):
        files.append(File.generated(config, place, content=content))
    return files


def as_csv() -> str:
    """Write the rows as CSV: the columns of the library's own table, and what follows from them.

    Returns:
        One line a row below the line of names; keys of sources are separated by spaces.

    Example:
        >>> as_csv().partition(",")[0]
        'pattern'
    """
    rows = _rows()
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        national = str(row["national"]).lower()
        writer.writerow({**row, "sources": " ".join(row["sources"]), "national": national})
    return written.getvalue()


def as_json() -> str:
    """Write the rows as JSON, with what a reader needs who has nothing but the file.

    Returns:
        The date of the newest list, notes, the license, the sources by their keys, and the rows.

    Example:
        >>> json.loads(as_json())["licence"]
        'CC BY 4.0'
    """
    rows = _rows()
    cited = {key for row in rows for key in (*row["sources"], row["example_source"]) if key}
    content = {
        "title": "NCAGE structures by nation",
        "as_of": max(row["as_of"] for row in rows),
        "notes": NOTES,
        "licence": LICENSE,
        "sources": {key: asdict(sources()[key]) for key in sorted(cited)},
        "structures": rows,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _rows() -> list[dict[str, Any]]:
    """Give the rows as JSON can hold them."""
    return [{**asdict(row), "national": row.national} for row in allocations()]
