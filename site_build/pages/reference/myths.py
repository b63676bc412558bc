"""The myths: what popular articles say, and what the sources say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.facts import read_toml
from site_build.markup import row, sentence, table, tag, text
from site_build.pages.sources import citation, citations
from site_build.prose.ratings import RATED

if TYPE_CHECKING:
    from site_build.pages.page import Page

HEADINGS = ["Claim", "Finding"]
VERDICTS = {
    "wrong": "Wrong",
    "outdated": "No longer true",
    "partly": "Partly right",
    "right": "Right",
    "unsourced": "No source found",
}
ARTICLES = {
    "article-nato-cage": "an article on NATO CAGE codes",
    "article-look-up": "the look-up guide of diligencedesk",
    "article-explainer": "the explainer of siccode.com",
}
"""What the articles are called in a sentence, by their source keys."""


def myths(page: Page) -> str:
    """Render every myth.

    Args:
        page: The page.

    Returns:
        Markdown: a table to see them at a glance, then a section each with the anchor `myth-<id>`.
    """
    data = read_toml("myths.toml")
    rows = []
    for key, myth in data.items():
        title = tag("a", text(myth["title"]), href=f"#myth-{key}")
        rows.append(row(HEADINGS, [title, VERDICTS[myth["verdict"]]]))
    glance = table(HEADINGS, rows, "cc-myths")
    return "\n\n".join([glance, *(_section(page, key, myth) for key, myth in data.items())])


def _section(page: Page, key: str, myth: dict[str, Any]) -> str:
    who = tag("p", f"{tag('strong', 'Who says it.')} {_claims(page, myth['claims'])}")
    cited = citations(page, *myth["sources"])
    verdict = tag("strong", f"{VERDICTS[myth['verdict']]}.")
    says = tag("p", f"{verdict} {text(myth['finding'])} {cited}".rstrip())
    more = tag("a", text(myth["more"]), href=page.link(myth["page"]))
    sure = text(myth["confidence"])
    meta = tag("p", f"{RATED}: {sure}. Read on: {more}", class_="cc-meta")
    title = tag("span", text(myth["title"]))
    return "\n\n".join([f"### {title} {{ #myth-{key} }}", who, says, meta])


def _claims(page: Page, claims: dict[str, str]) -> str:
    # An article without words of its own shares those of the next one.
    written: list[str] = []
    names: list[str] = []
    for key, claim in claims.items():
        names.append(f"{text(ARTICLES[key])}{citation(page, key)}")
        if claim:
            several = f"Between them, {', '.join(names[:-1])} and {names[-1]}"
            written.append(f"{several if names[1:] else sentence(names[0])} {text(claim)}")
            names = []
    return " ".join(written)
