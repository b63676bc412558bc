"""Who needs which code: a table to find one's case, then the steps of each route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.facts import read_toml
from site_build.markup import row, table, tag, text
from site_build.pages.confidence import sure
from site_build.pages.identifiers.schemes import code_link
from site_build.pages.sources import citations
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page

NAMES = {"cage": "CAGE", "ncage": "NCAGE", "uei": "UEI"}


def routes(page: Page) -> str:
    """List every case with the codes that it needs.

    Args:
        page: The page.

    Returns:
        A table that leads to the steps of each route.
    """
    headings = ["Who", "Needs", "Assigned by", RATED]
    rows = [
        row(headings, [_title(page, one), _needs(page, one), _issuer(one), sure(page, one)])
        for one in _all()
    ]
    return table(headings, rows, "cc-routes")


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
    found: list[dict[str, Any]] = read_toml("routes.toml")["route"]
    return found


def _title(page: Page, one: dict[str, Any]) -> str:
    return tag("a", text(one["title"]), href=page.link(f"{one['page']}#route-{one['id']}"))


def _needs(page: Page, one: dict[str, Any]) -> str:
    links = (
        tag("a", NAMES[key], href=page.link(page.catalogue["schemes"][key]["page"]))
        for key in one["needs"]
    )
    condition = f", {text(one['needs_if'])}" if "needs_if" in one else ""
    return (" and ".join(links) or "none by this rule") + condition


def _issuer(one: dict[str, Any]) -> str:
    return text(one["issuer"]) or "–"


def _section(page: Page, one: dict[str, Any]) -> str:
    listed = tag("ol", "".join(tag("li", text(step)) for step in one["steps"]))
    parts = [
        f"### {text(one['title'])} {{ #route-{one['id']} }}",
        tag("p", text(one["answer"])),
        listed,
    ]
    if one["unknown"]:
        parts.append(tag("p", f"{tag('strong', 'Not settled.')} {text(one['unknown'])}"))
    if "example" in one:
        says = text(one.get("example_says", "A real code of this kind."))
        parts.append(tag("p", f"{says} {code_link(page, one['example'])}"))
    needs = f"Needs: {_needs(page, one)}"
    meta = f"{tag('span', needs)} {tag('span', citations(page, *one['sources']))}"
    parts.append(tag("p", meta, class_="cc-meta"))
    return "\n\n".join(parts)
