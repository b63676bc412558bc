"""Why validation fails: a fold for each cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cagecore.registration.causes import Cause
from cagecore.registration.causes import causes as known_causes
from cagecore.registration.causes import checks as known_checks
from site_build.markup import fact_list, fold, tag, text
from site_build.pages.confidence import backed
from site_build.pages.registration.checks import away, listed
from site_build.pages.table import Column, Table

if TYPE_CHECKING:
    from site_build.pages.page import Page


STALLS: Final = Table[Cause](
    "cc-stalls",
    [
        Column("It stalls on", lambda page, cause: away(page, cause.title, f"cause-{cause.id}")),
        Column("Documents that help", lambda _, cause: listed(cause.documents)),
    ],
    source=lambda cause: cause,
)


def stalls(page: Page, *keys: str) -> str:
    """List some causes with the documents that help; each leads to its section.

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
    """Write the causes, each in a fold whose line says how to tell it and what to do first.

    Args:
        page: The page.

    Returns:
        HTML; each fold has the anchor `cause-` and its key.
    """
    return "".join(_fold(page, cause) for cause in known_causes().values())


def _fold(page: Page, cause: Cause) -> str:
    """Write the fold of a cause."""
    summary = [
        tag("h3", text(cause.title)),
        tag("small", text(cause.looks_like)),
        tag("small", f"{tag('b', 'Fix first:')} {text(cause.first)}", class_="cc-do"),
    ]
    pairs = {
        "Why": text(cause.why) + backed(page, cause),
        "What to do": listed(cause.steps, "ol"),
        "Documents": listed(cause.documents) or "None.",
        "Rejected by": _refused_by(cause),
        "How long": _time(cause),
    }
    return fold(" ".join(summary), fact_list(pairs), f"cause-{cause.id}")


def _refused_by(cause: Cause) -> str:
    """Link the checks that refuse a cause."""
    names = (
        tag("a", text(known_checks()[key].name), href=f"#check-{key}") for key in cause.refused_by
    )
    return " and ".join(names) or "None of the offices below"


def _time(cause: Cause) -> str:
    """Say how long it takes to put a cause right."""
    if cause.time or not cause.refused_by:
        return text(cause.time) or "We do not know."
    return f"See {_refused_by(cause)}."
