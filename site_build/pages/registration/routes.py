"""Who needs which code: a table to find one's case, then the steps of each route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cagecore.wire.catalogue import scheme_page
from site_build.facts import read_toml
from site_build.markup import tag, text
from site_build.pages.codes import code_link
from site_build.pages.confidence import cited
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

NAMES: Final = {"cage": "CAGE", "ncage": "NCAGE", "uei": "UEI"}


def _title(page: Page, one: dict[str, Any]) -> str:
    """Link a route to its steps."""
    return tag("a", text(one["title"]), href=page.link(f"{one['page']}#route-{one['id']}"))


def _needs(page: Page, one: dict[str, Any]) -> str:
    """Link the codes that a route needs, with the condition."""
    links = (tag("a", NAMES[key], href=page.link(scheme_page(key))) for key in one["needs"])
    condition = f", {text(one['needs_if'])}" if "needs_if" in one else ""
    return (" and ".join(links) or "none by this rule") + condition


ROUTES: Final = Table[dict[str, Any]](
    "cc-routes",
    [
        Column("Who", _title),
        Column("Needs", _needs),
        Column("Assigned by", words("issuer", "–")),
    ],
    source=lambda one: one,
)


def routes(page: Page) -> str:
    """List every case with the codes that it needs.

    Args:
        page: The page.

    Returns:
        A table that leads to the steps of each route.
    """
    return ROUTES.render(page, _all())


def steps(page: Page) -> str:
    """Render the routes that live on this page, each with its steps.

    Args:
        page: The page.

    Returns:
        Markdown: one section a route, with an anchor, e.g. `route-prime`.

    Raises:
        ValueError: When no route lives here.
    """
    here = [one for one in _all() if one["page"] == page.url]
    if not here:
        raise ValueError("no route lives here")
    return "\n\n".join(_section(page, one) for one in here)


def _all() -> list[dict[str, Any]]:
    """Give every route in order."""
    found: list[dict[str, Any]] = read_toml("routes.toml")["route"]
    return found


def _section(page: Page, one: dict[str, Any]) -> str:
    """Write the section of a route."""
    listed = tag("ol", "".join(tag("li", text(step)) for step in one["steps"]))
    parts = [
        f"### {text(one['title'])} {{ #route-{one['id']} }}",
        tag("p", text(one["answer"]) + cited(page, one)),
        listed,
    ]
    if one["unknown"]:
        parts.append(tag("p", f"{tag('strong', 'Not settled.')} {text(one['unknown'])}"))
    if "example" in one:
        says = text(one.get("example_says", "A real code of this kind."))
        parts.append(tag("p", f"{says} {code_link(page, one['example'])}"))
    parts.append(tag("p", f"Needs: {_needs(page, one)}", class_="cc-meta"))
    return "\n\n".join(parts)
