"""Who needs which identifier by which rule, and what to have ready for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_csv
from site_build.markup import tag, text
from site_build.pages.confidence import backed, cited
from site_build.pages.table import Column, Table, rows_about, words

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _rule(page: Page, one: dict[str, Any]) -> str:
    """Cite the rule of a requirement, with what else it says."""
    return f"{text(one['rule'])}{backed(page, one)}{tag('small', text(one['detail']))}"


REQUIREMENTS: Final = Table[dict[str, Any]](
    "cc-requirements",
    [
        Column("Who you are", words("who")),
        Column("What you need", words("needs")),
        Column("CAGE or NCAGE code", words("code")),
        Column("Rule", _rule),
    ],
    anchor=lambda one: f"needs-{one['id']}",
)


def requirements(page: Page, about: str) -> str:
    """List who needs which identifier on one subject.

    Args:
        page: The page.
        about: The subject, as `requirements.toml` names it: `assistance` or `defense`.

    Returns:
        A table; each row has the anchor `needs-` and its key.

    Raises:
        ValueError: When there is none.
    """
    return REQUIREMENTS.render(page, rows_about("requirements.toml", "about", about))


def have_ready(page: Page) -> str:
    """List the data that a registrant should have ready.

    Args:
        page: The page.

    Returns:
        A list; its last item cites the sources of all of it.
    """
    rows = read_csv("have_ready.csv")
    items = [f"{tag('strong', text(one['item']))}: {text(one['hint'])}" for one in rows]
    items[-1] += cited(page, *rows)
    return tag("ul", "".join(tag("li", item) for item in items), class_="cc-have-ready")
