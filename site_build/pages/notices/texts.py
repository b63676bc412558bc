"""License texts: each once, however many works are under it.

A work's text comes with its package, or is held in `docs/.notices/licenses/`. Two texts are the
same if they differ in nothing but their copyright lines and where lines end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from site_build.facts import read_keyed
from site_build.pages.notices.works import TOOL, Work, license_file, works
from site_build.site import NOTICES

HELD: Final = NOTICES / "licenses"
COPYRIGHT: Final = re.compile(r"^(?:Copyright\b|©).*\d{4}.*$", re.MULTILINE)
"""A line that names whose work it is, and since when."""
SIGN: Final = re.compile(r"\(c\) ", re.IGNORECASE)
"""What is written where there is no copyright sign."""
TITLE: Final = re.compile(r"\A\s*(?:The )?MIT License(?: \(MIT\))?$", re.MULTILINE)


class Text(NamedTuple):
    """A license text.

    Attributes:
        key: What its anchor is made from.
        title: What it is called.
        url: Where it was taken from; empty for one that comes with its package.
        words: The text itself.
    """

    key: str
    title: str
    url: str
    words: str


@cache
def held() -> dict[str, Text]:
    """Read the texts that are held here.

    Returns:
        Each by its key.

    Example:
        >>> held()["MIT"].title
        'MIT License'
    """
    return {
        row["id"]: Text(row["id"], row["title"], row["url"], _read(row["id"]))
        for row in read_keyed("license_texts.toml")
    }


def texts_of(work: Work) -> list[Text]:
    """Give the texts that a work is under.

    Args:
        work: The work.

    Returns:
        Those of its package first. One that is held here as well is given as held.

    Raises:
        KeyError: A text is not held.
        ValueError: Its package lacks a file, or the work has no text at all.
    """
    same = {body(text.words): text for text in held().values()}
    found = []
    for name in work.row.get("license_files", []):
        words = license_file(work.row, name)
        own = Text(work.key, f"License of {work.name}", "", words.strip())
        found.append(same.get(body(words), own))
    found += [held()[key] for key in work.row.get("texts", [])]
    if not found:
        raise ValueError(f"{work.name} has no license text")
    return found


def copyright_of(work: Work) -> list[str]:
    """Say whose a work is.

    Args:
        work: The work.

    Returns:
        The lines of its row, or else those of the text that comes with it, with the sign ©.

    Raises:
        ValueError: There is none.

    Example:
        >>> copyright_of(works()["mkdocs"])
        ['Copyright © 2014-present, Tom Christie. All rights reserved.']
    """
    texts = (license_file(work.row, name) for name in work.row.get("license_files", []))
    lines: list[str] = work.row.get("copyright") or COPYRIGHT.findall("\n".join(texts))
    if not lines:
        raise ValueError(f"nothing says whose {work.name} is")
    return [SIGN.sub("© ", line) for line in lines]


def every_text() -> dict[Text, list[Work]]:
    """List each text once.

    Returns:
        Each with the works that are under it, in the order of the table.
    """
    found: dict[Text, list[Work]] = {}
    for work in works().values():
        for text in texts_of(work) if work.part != TOOL else []:
            found.setdefault(text, []).append(work)
    return found


def body(words: str) -> str:
    r"""Give what two copies of one text have in common.

    Args:
        words: A license text.

    Returns:
        The text without title and copyright lines, with single spaces.

    Example:
        >>> body("MIT License\n\nCopyright (c) 2016 A\n\nPermission is\nhereby granted")
        'Permission is hereby granted'
    """
    return " ".join(COPYRIGHT.sub("", TITLE.sub("", words)).split())


def _read(key: str) -> str:
    """Read a text that is held here."""
    return (HELD / f"{key}.txt").read_text(encoding="utf-8").strip()
