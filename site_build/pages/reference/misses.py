"""Why a look-up finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import text
from site_build.pages.confidence import backed
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

MISSES: Final = Table[dict[str, Any]](
    "cc-misses",
    [
        Column("Reason", words("why")),
        Column(
            "What it says about the code",
            lambda page, one: text(one["means"]) + backed(page, one),
        ),
        Column("What to do", words("todo")),
    ],
    anchor=lambda one: f"miss-{one['id']}",
)


def misses(page: Page) -> str:
    """List the reasons for which nothing is found.

    Args:
        page: The page.

    Returns:
        A table; each row has the anchor `miss-` and its key.
    """
    return MISSES.render(page, read_keyed("misses.toml"))
