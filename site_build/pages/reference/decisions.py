"""What GAO and the Court of Federal Claims decided about codes and registrations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.markup import tag, text
from site_build.pages.confidence import backed
from site_build.pages.table import Column, Table, rows_about, words

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _case(_: Page, one: dict[str, Any]) -> str:
    """Name a case with who decided it, when and how."""
    return text(one["case"]) + tag("small", text(f"{one['body']}, {one['date']}. {one['outcome']}"))


DECISIONS: Final = Table[dict[str, Any]](
    "cc-decisions",
    [
        Column("Case", _case),
        Column("What was held", lambda page, one: text(one["held"]) + backed(page, one)),
        Column("What it means for you", words("lesson")),
    ],
    anchor=lambda one: f"decision-{one['id']}",
)


def decisions(page: Page, about: str) -> str:
    """List the decisions on one subject.

    Args:
        page: The page.
        about: The subject, as `decisions.toml` names it: `lapse`, `venture` or `codes`.

    Returns:
        A table; each row has the anchor `decision-` and its key.

    Raises:
        ValueError: When there is none.
    """
    return DECISIONS.render(page, rows_about("decisions.toml", "about", about))
