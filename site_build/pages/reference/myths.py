"""The myths: what popular articles say, and what the sources say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.facts import read_keyed
from site_build.markup import fold, sentence, tag, text
from site_build.pages.confidence import backed
from site_build.pages.notes import note

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


def myths(page: Page) -> str:
    """Render every myth.

    Args:
        page: The page.

    Returns:
        A fold each, with the finding in its line and the anchor `myth-<id>`.
    """
    return "".join(_fold(page, myth) for myth in read_keyed("myths.toml"))


def _fold(page: Page, myth: dict[str, Any]) -> str:
    """Write the fold of a myth."""
    verdict = tag("small", VERDICTS[myth["verdict"]], class_="cc-verdict-tag")
    summary = f"{tag('b', text(myth['title']))} {verdict}"
    says = tag("p", f"{text(myth['finding'])}{backed(page, myth)}")
    who = tag("p", f"{tag('strong', 'Who says it.')} {_claims(page, myth['claims'])}")
    more = tag("a", text(myth["more"]), href=page.link(myth["page"]))
    meta = tag("p", f"Read on: {more}", class_="cc-meta")
    return fold(summary, says + who + meta, f"myth-{myth['id']}", "cc-myth")


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
