"""Who needs which code, and the steps to it: a fold for each case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cagecore.wire.catalogue import scheme_page
from site_build.facts import read_toml
from site_build.markup import fold, tag, text
from site_build.pages.codes import code_link
from site_build.pages.confidence import cited

if TYPE_CHECKING:
    from site_build.pages.page import Page

NAMES: Final = {"cage": "CAGE", "ncage": "NCAGE", "uei": "UEI"}
READERS: Final = {
    "A company in the United States": (
        "prime",
        "without-sam",
        "sole-proprietor",
        "subsidiary",
        "joint-venture",
        "outlying-areas",
    ),
    "A subcontractor": ("subcontractor-cmmc", "subcontractor-dd-254", "subcontractor"),
    "Grants only": ("assistance-only", "subrecipient"),
    "Several sites, accounts or companies": ("several-sites", "several-eft", "shared-address"),
    "An agent or a Government office": ("agent", "government"),
    "A supplier abroad": ("foreign-tier-2", "foreign-elsewhere", "canada"),
}
"""Who reads which routes, in the order of the page."""


def routes(page: Page) -> str:
    """Render the routes that live on this page: by who the reader is, a fold each with its steps.

    Args:
        page: The page.

    Returns:
        Markdown; each fold has an anchor, e.g. `route-prime`.

    Raises:
        ValueError: When no route lives here, or one belongs to no reader.
    """
    here = {one["id"]: one for one in read_toml("routes.toml")["route"] if one["page"] == page.url}
    shown = {who: [here.pop(key) for key in keys if key in here] for who, keys in READERS.items()}
    if here or not any(shown.values()):
        raise ValueError(f"routes without a reader: {list(here)}; shown: {list(shown)}")
    groups = {who: some for who, some in shown.items() if some}
    parts = []
    for who, some in groups.items():
        # A page for one kind of reader says so itself.
        if len(groups) > 1:
            parts.append(f"### {who}")
        level = "h4" if len(groups) > 1 else "h3"
        parts.append(tag("div", "".join(_fold(page, one, level) for one in some)))
    return "\n\n".join(parts)


def _fold(page: Page, one: dict[str, Any], level: str) -> str:
    """Write the fold of a route; its line says who it is for and what they need."""
    summary = f"{tag(level, text(one['title']))} {tag('small', _needs(one))}"
    parts = [
        tag("p", text(one["answer"]) + cited(page, one)),
        tag("ol", "".join(tag("li", text(step)) for step in one["steps"])),
    ]
    if one["unknown"]:
        parts.append(tag("p", f"{tag('strong', 'Open question.')} {text(one['unknown'])}"))
    if "example" in one:
        says = text(one.get("example_says", "A real code of this kind."))
        parts.append(tag("p", f"{says} {code_link(page, one['example'])}"))
    parts.append(tag("p", _more(page, one)))
    return fold(summary, "".join(parts), f"route-{one['id']}")


def _needs(one: dict[str, Any]) -> str:
    """Name the codes that a route needs, with the condition, and who assigns them."""
    names = " and ".join(NAMES[key] for key in one["needs"]) or "none by this rule"
    condition = f", {one['needs_if']}" if "needs_if" in one else ""
    return text(f"You need: {names}{condition}. From: {one['issuer']}.")


def _more(page: Page, one: dict[str, Any]) -> str:
    """Link what the pages of its codes say."""
    links = (tag("a", NAMES[key], href=page.link(scheme_page(key))) for key in one["needs"])
    return f"What the code is: {', '.join(links)}."
