"""Why validation fails: one section a check, then one a cause."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from cagecore import causes as tables
from site_build.markup import fact_list, row, sentence, table, tag, text
from site_build.pages.confidence import backing, rated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cagecore.causes import Cause, Check
    from site_build.pages.page import Page

PAGE: Final = "keep/validation-failure/"
"""Where the checks and causes stand in full."""


def checks(page: Page) -> str:
    """Say of each check what it looks at, takes and refuses.

    Args:
        page: The page.

    Returns:
        Markdown; each section has the anchor `check-` and its key.
    """
    return "\n\n".join(_check(page, check) for check in tables.checks().values())


def _check(page: Page, check: Check) -> str:
    pairs = {
        "Looks at": text(check.looks_at),
        "Takes": _list(check.takes) + (check.note and tag("small", text(check.note))),
        "Does not take": _list(check.refused),
        "How long": text(check.time),
    }
    heading = f"### {text(check.name)} {{ #check-{check.id} }}"
    return "\n\n".join(
        [heading, tag("p", text(check.when)), fact_list(pairs), rated(page, asdict(check))]
    )


def checks_in_short(page: Page, *keys: str) -> str:
    """Say in one row each what some checks look at; the row leads to what they take.

    Args:
        page: The page.
        keys: The checks.

    Returns:
        A table.
    """
    headings = ["Check", "Looks at"]
    known = [tables.checks()[key] for key in keys]
    cells = [
        [_away(page, check.name, f"check-{check.id}"), _backed(page, check.looks_at, check)]
        for check in known
    ]
    return table(headings, [row(headings, one) for one in cells], "cc-checks-short")


def stalls(page: Page, *keys: str) -> str:
    """List some causes with the papers that help; each leads to its section.

    Args:
        page: The page.
        keys: The causes, in the order of the table.

    Returns:
        A table.
    """
    headings = ["It stalls on", "Papers that help"]
    known = [tables.causes()[key] for key in keys]
    cells = [
        [
            _away(page, cause.title, f"cause-{cause.id}"),
            _list(cause.documents) + backing(page, asdict(cause)),
        ]
        for cause in known
    ]
    return table(headings, [row(headings, one) for one in cells], "cc-stalls")


def addresses(_: Page) -> str:
    """List the kinds of address that DLA accepts for a CAGE code and those that it does not.

    Returns:
        A table.
    """
    headings = ["Address", "For a CAGE code"]
    rows = [
        row(headings, [text(sentence(one.name)), text(one.answer)])
        for one in tables.checks()["dla"].addresses
    ]
    return table(headings, rows, "cc-addresses")


def _away(page: Page, words: str, anchor: str) -> str:
    return tag("a", text(words), href=page.link(f"{PAGE}#{anchor}"))


def _backed(page: Page, words: str, check: Check) -> str:
    return text(words) + backing(page, asdict(check))


def causes(page: Page) -> str:
    """Write the causes: a table to find one, then a section each.

    Args:
        page: The page.

    Returns:
        Markdown; each section has the anchor `cause-` and its key.
    """
    sections = [_section(page, cause) for cause in tables.causes().values()]
    return "\n\n".join([_glance(), *sections])


def _glance() -> str:
    headings = ["Cause", "What it looks like", "Refused by"]
    rows = [
        row(headings, [_link(cause), text(cause.looks_like), _names(cause)])
        for cause in tables.causes().values()
    ]
    return table(headings, rows, "cc-causes")


def _link(cause: Cause) -> str:
    return tag("a", text(cause.title), href=f"#cause-{cause.id}")


def _names(cause: Cause) -> str:
    names = (text(tables.checks()[key].name) for key in cause.refused_by)
    return ", ".join(names) or "Not said in the texts that were read"


def _refused_by(cause: Cause) -> str:
    names = (
        tag("a", text(tables.checks()[key].name), href=f"#check-{key}") for key in cause.refused_by
    )
    return " and ".join(names) or _names(cause)


def _section(page: Page, cause: Cause) -> str:
    pairs = {
        "Refused by": _refused_by(cause),
        "Why": text(cause.why),
        "What to do": _list(cause.steps, "ol"),
        "Documents": _list(cause.documents) or "None.",
        "How long": _time(cause),
    }
    return "\n\n".join(
        [
            f"### {text(cause.title)} {{ #cause-{cause.id} }}",
            tag("p", text(cause.looks_like)),
            fact_list(pairs),
            rated(page, asdict(cause)),
        ]
    )


def _time(cause: Cause) -> str:
    if cause.time or not cause.refused_by:
        return text(cause.time) or "Not known."
    return f"The time of the check itself: {_refused_by(cause)}."


def _list(items: Iterable[str], name: str = "ul") -> str:
    written = "".join(tag("li", text(sentence(item))) for item in items)
    return tag(name, written) if written else ""
