"""Why validation fails: the checks side by side, then one section a cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore import causes as tables
from site_build.markup import row, sentence, table, tag, text
from site_build.sources import citations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cagecore.causes import Cause, Check
    from site_build.page import Page


def checks(page: Page) -> str:
    """Set the checks side by side: what each looks at, takes and refuses.

    Args:
        page: The page.

    Returns:
        A table; each row has the anchor `check-` and its key.
    """
    headings = ["Check", "Looks at", "Takes", "Does not take", "How long"]
    rows = [
        row(headings, _check(page, check), f"check-{key}") for key, check in tables.checks().items()
    ]
    return table(headings, rows, "cc-checks")


def _check(page: Page, check: Check) -> list[str]:
    sure = f"How sure: {text(check.confidence)}"
    return [
        text(check.name) + tag("small", text(check.when)),
        text(check.looks_at),
        _list(check.takes),
        _list(check.refuses),
        text(check.time) + tag("small", f"{sure}. {citations(page, *check.sources)}"),
    ]


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
    items = (tag("div", tag("dt", head) + tag("dd", value)) for head, value in pairs.items())
    meta = f"How sure: {text(sentence(cause.confidence))}. {citations(page, *cause.sources)}"
    return "\n\n".join(
        [
            f"### {text(cause.title)} {{ #cause-{cause.id} }}",
            tag("p", text(cause.looks_like)),
            tag("dl", "".join(items), class_="cc-facts"),
            tag("p", meta, class_="cc-meta"),
        ]
    )


def _time(cause: Cause) -> str:
    if cause.time or not cause.refused_by:
        return text(cause.time) or "Not known."
    return f"The time of the check itself: {_refused_by(cause)}."


def _list(items: Iterable[str], name: str = "ul") -> str:
    written = "".join(tag("li", text(sentence(item))) for item in items)
    return tag(name, written) if written else ""
