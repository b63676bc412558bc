"""The myths: what popular articles say, and what the sources say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import sentence, tag, text
from site_build.pages.confidence import backed
from site_build.pages.notes import note
from site_build.pages.table import Column, Table

if TYPE_CHECKING:
    from site_build.pages.page import Page

VERDICTS: Final = {
    "wrong": "Wrong",
    "outdated": "No longer true",
    "partly": "Partly right",
    "right": "Right",
    "unsourced": "No source found",
}
ARTICLES: Final = {
    "article-nato-cage": "an article on NATO CAGE codes",
    "article-look-up": "the look-up guide of diligencedesk",
    "article-explainer": "the explainer of siccode.com",
    "cmmc-pages": "pages on CMMC from the spring of 2026",
}
"""What the articles are called in a sentence, by their source keys."""


def _claim(_: Page, myth: dict[str, Any]) -> str:
    """Link a claim to its section."""
    return tag("a", text(myth["title"]), href=f"#myth-{myth['id']}")


GLANCE: Final = Table[dict[str, Any]](
    "cc-myths",
    [Column("Claim", _claim), Column("Finding", lambda _, myth: VERDICTS[myth["verdict"]])],
)


def myths(page: Page) -> str:
    """Render every myth.

    Args:
        page: The page.

    Returns:
        Markdown: a table to see them at a glance, then a section each with the anchor `myth-<id>`.
    """
    rows = read_keyed("myths.toml")
    return "\n\n".join([GLANCE.render(page, rows), *(_section(page, myth) for myth in rows)])


def _section(page: Page, myth: dict[str, Any]) -> str:
    """Write the section of a myth."""
    who = tag("p", f"{tag('strong', 'Who says it.')} {_claims(page, myth['claims'])}")
    verdict = tag("strong", f"{VERDICTS[myth['verdict']]}.")
    says = tag("p", f"{verdict} {text(myth['finding'])}{backed(page, myth)}")
    more = tag("a", text(myth["more"]), href=page.link(myth["page"]))
    meta = tag("p", f"Read on: {more}", class_="cc-meta")
    title = tag("span", text(myth["title"]))
    return "\n\n".join([f"### {title} {{ #myth-{myth['id']} }}", who, says, meta])


def _claims(page: Page, claims: dict[str, str]) -> str:
    """Say which article claims what."""
    # An article without words of its own shares those of the next one.
    written: list[str] = []
    keys: list[str] = []
    for key, claim in claims.items():
        keys.append(key)
        if claim:
            *names, last = (text(ARTICLES[one]) for one in keys)
            who = f"Between them, {', '.join(names)} and {last}" if names else sentence(last)
            written.append(f"{who}{note(page, *keys)} {text(claim)}")
            keys = []
    return " ".join(written)
