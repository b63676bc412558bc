"""What no source tells, and what was looked at in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import read_toml
from site_build.markup import row, table, text
from site_build.pages.sources import citations

if TYPE_CHECKING:
    from site_build.pages.page import Page

HEADINGS = ["What is not known", "What was looked at", "Sources read"]


def unknowns(page: Page, group: str) -> str:
    """List what is not known about one subject.

    Args:
        page: The page.
        group: The subject, as `unknowns.toml` names it.

    Returns:
        A table; each row has the anchor `unknown-<id>`.

    Raises:
        ValueError: When there is none.
    """
    rows = [
        row(
            HEADINGS,
            [text(one["what"]), text(one["looked"]), citations(page, *one["sources"]) or "–"],
            f"unknown-{key}",
        )
        for key, one in read_toml("unknowns.toml").items()
        if one["group"] == group
    ]
    if not rows:
        raise ValueError(f"nothing unknown about {group}")
    return table(HEADINGS, rows, "cc-unknowns")
