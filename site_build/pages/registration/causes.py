"""Why validation fails: a table to find a cause, then a section each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cagecore.registration.causes import Cause
from cagecore.registration.causes import causes as known_causes
from cagecore.registration.causes import checks as known_checks
from site_build.markup import fact_list, tag, text
from site_build.pages.confidence import backed
from site_build.pages.registration.checks import away, listed
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _link(cause: Cause) -> str:
    """Link a cause to its section."""
    return tag("a", text(cause.title), href=f"#cause-{cause.id}")


def _names(cause: Cause) -> str:
    """Name the checks that refuse a cause."""
    names = (text(known_checks()[key].name) for key in cause.refused_by)
    return ", ".join(names) or "None of these checks"


GLANCE: Final = Table[Cause](
    "cc-causes",
    [
        Column("Cause", lambda _, cause: _link(cause)),
        Column("What it looks like", words("looks_like")),
        Column("Fix first", words("first")),
        Column("Refused by", lambda _, cause: _names(cause)),
    ],
)
STALLS: Final = Table[Cause](
    "cc-stalls",
    [
        Column("It stalls on", lambda page, cause: away(page, cause.title, f"cause-{cause.id}")),
        Column("Papers that help", lambda _, cause: listed(cause.documents)),
    ],
    source=lambda cause: cause,
)


def stalls(page: Page, *keys: str) -> str:
    """List some causes with the papers that help; each leads to its section.

    Args:
        page: The page.
        keys: The causes, in the order of the table.

    Returns:
        A table.

    Raises:
        KeyError: When there is no such cause.
    """
    return STALLS.render(page, [known_causes()[key] for key in keys])


def causes(page: Page) -> str:
    """Write the causes: a table to find one, then a section each.

    Args:
        page: The page.

    Returns:
        Markdown; each section has the anchor `cause-` and its key.
    """
    every = known_causes().values()
    sections = [_section(page, cause) for cause in every]
    return "\n\n".join([GLANCE.render(page, every), *sections])


def _section(page: Page, cause: Cause) -> str:
    """Write the section of a cause."""
    pairs = {
        "Fix first": tag("strong", text(cause.first)),
        "Refused by": _refused_by(cause),
        "Why": text(cause.why),
        "What to do": listed(cause.steps, "ol"),
        "Documents": listed(cause.documents) or "None.",
        "How long": _time(cause),
    }
    return "\n\n".join(
        [
            f"### {text(cause.title)} {{ #cause-{cause.id} }}",
            tag("p", text(cause.looks_like) + backed(page, cause)),
            fact_list(pairs),
        ]
    )


def _refused_by(cause: Cause) -> str:
    """Link the checks that refuse a cause."""
    names = (
        tag("a", text(known_checks()[key].name), href=f"#check-{key}") for key in cause.refused_by
    )
    return " and ".join(names) or _names(cause)


def _time(cause: Cause) -> str:
    """Say how long it takes to put a cause right."""
    if cause.time or not cause.refused_by:
        return text(cause.time) or "Not known."
    return f"The time of the check itself: {_refused_by(cause)}."
