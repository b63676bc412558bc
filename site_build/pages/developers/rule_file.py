"""The rules and patterns as a file to download, made from the library's own catalogue."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File, Files

from cagecore.wire import catalogue
from site_build.markup import tag
from site_build.site import DOWNLOADS, LICENSE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from site_build.pages.page import Page

NAME: Final = "rules.json"
NOTES: Final = [
    "An error makes a code not well formed; a warning or a note does not.",
    "A pattern matches the whole clean code in capitals, and knows no check digit.",
    "scheme is null for a rule about the text itself. An anchor is below the root of the site.",
]
KINDS: Final = ("name", "pattern", "lengths", "shape", "anchor")
"""What the file has of each kind of code."""


def add(files: Files, config: MkDocsConfig) -> Files:
    """Add the file to the site.

    Args:
        files: The files MkDocs found so far.
        config: MkDocs' own settings.

    Returns:
        The same collection, with the file in it.
    """
    files.append(File.generated(config, f"{DOWNLOADS}/{NAME}", content=as_json()))
    return files


def as_json() -> str:
    """Write the rules as JSON, with what a reader needs who has nothing but the file.

    Returns:
        The version, notes, the license, the kinds with their patterns, the rules by their ids, and
        the sources of the rules by their keys.

    Example:
        >>> json.loads(as_json())["rules"]["uei-leading-zero"]["severity"]
        'error'
    """
    known = catalogue()
    cited = {rule["source"] for rule in known["rules"].values() if rule["source"]}
    content = {
        "title": "Rules and patterns of CAGE, NCAGE, UEI, DUNS and their lookalikes",
        "version": known["version"],
        "notes": NOTES,
        "license": LICENSE,
        "schemes": {
            key: {field: scheme[field] for field in KINDS}
            for key, scheme in known["schemes"].items()
        },
        "rules": known["rules"],
        "sources": {key: known["sources"][key] for key in sorted(cited)},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def rule_file(page: Page) -> str:
    """Link to the file.

    Args:
        page: The page.

    Returns:
        A link.
    """
    return tag("a", NAME, href=page.link(f"{DOWNLOADS}/{NAME}"))
