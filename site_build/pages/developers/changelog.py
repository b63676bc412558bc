"""The changes, as `CHANGELOG.md` has them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from site_build.site import CHANGELOG

if TYPE_CHECKING:
    from site_build.pages.page import Page

TITLE = re.compile(r"\A# .*\n")
HEADING = re.compile(r"^(#+) \[?([^]\n]+)\]?(.*)$", re.MULTILINE)
VERSION = 2
"""The level of a version's heading."""


def changelog(_: Page) -> str:
    """Give the changelog below a heading of the page.

    Returns:
        Markdown.
    """
    return folded(CHANGELOG.read_text("utf-8"))


def folded(markdown: str) -> str:
    r"""Take the title away, and make each part of a version a fold.

    Args:
        markdown: A changelog.

    Returns:
        Markdown. A part has its name as its anchor, with a number where another has that already.

    Example:
        >>> print(folded("# Changelog\n\n## [1.0.0] - 2026-11-01\n\n### Added\n\n- This."))
        ### 1.0.0 - 2026-11-01
        <BLANKLINE>
        <details id="added" markdown>
        <summary>Added <small>1 change</small></summary>
        <BLANKLINE>
        - This.
        <BLANKLINE>
        </details>
    """
    before, *parts = _parts(TITLE.sub("", markdown))
    written, seen = [before], Counter[str]()
    for level, heading, content in parts:
        if level == VERSION:
            written += [f"### {heading}", content]
            continue
        slug = heading.lower().replace(" ", "-")
        anchor = f"{slug}_{seen[slug]}" if seen[slug] else slug
        seen[slug] += 1
        number = len(re.findall("^- ", content, re.MULTILINE))
        small = f"<small>{number} change{'' if number == 1 else 's'}</small>"
        opening = f'<details id="{anchor}" markdown>\n<summary>{heading} {small}</summary>'
        written += [opening, content, "</details>"]
    return "\n\n".join(part for part in written if part)


def _parts(markdown: str) -> list[Any]:
    """Take a changelog apart: what is before the first heading, then level, heading and content."""
    places = [*HEADING.finditer(markdown)]
    ends = [*(place.start() for place in places[1:]), len(markdown)]
    before = markdown[: places[0].start()] if places else markdown
    return [before.strip()] + [
        (len(place[1]), place[2] + place[3], markdown[place.end() : end].strip())
        for place, end in zip(places, ends, strict=True)
    ]
