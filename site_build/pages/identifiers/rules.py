"""The rules of a page: a table to see them at a glance, then a section each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cagecore import SCHEMES, Report, Rule, check
from cagecore.facts.sources import sources
from cagecore.report import BASES, SEVERITIES
from cagecore.wire.catalogue import rule_place
from cagecore.wire.catalogue import rules as all_rules
from site_build.markup import tag, text, visible
from site_build.pages.codes import code_link
from site_build.pages.notes import note
from site_build.pages.table import Column, Table

if TYPE_CHECKING:
    from cagecore.report import Basis, Severity
    from site_build.pages.page import Page

FEW: Final = 3
"""As many rules need no table to find them, and no line in the page's contents."""


def badge(severity: Severity) -> str:
    """Write a severity as a small mark with its word.

    Args:
        severity: `error`, `warning` or `note`.

    Returns:
        HTML.

    Example:
        >>> badge("error")
        '<span class="cc-badge cc-badge--error">Error</span>'
    """
    return tag("span", SEVERITIES[severity], class_=f"cc-badge cc-badge--{severity}")


def _title(page: Page, rule: Rule[Any]) -> str:
    """Link a rule to its section."""
    return tag("a", text(rule.title), href=page.link(rule_place(rule.id)))


def _whose(rule: Rule[Any]) -> str:
    """Say who vouches for a rule."""
    if not rule.source:
        return "How this checker reads"
    return sources()[rule.source].standing or BASES[rule.basis]


GLANCE: Final = Table[Rule[Any]](
    "cc-rules",
    [
        Column("Rule", _title),
        Column("Weight", lambda _, rule: badge(rule.severity)),
        Column("Whose rule", lambda _, rule: _whose(rule)),
    ],
)


def rules(page: Page, *names: str) -> str:
    """Render rules that live on the page.

    Args:
        page: The page.
        names: Ids of schemes; without any, the rules about the text itself.

    Returns:
        Markdown: the table, then one section a rule.

    Raises:
        ValueError: When there is none, or one of them lives elsewhere.
    """
    chosen = [
        rule
        for rule in all_rules().values()
        if (rule.scheme in names if names else rule.scheme is None)
    ]
    if not chosen or any(not rule_place(rule.id).startswith(page.url) for rule in chosen):
        raise ValueError(f"no rules of {names or 'the text'} live here")
    few = len(chosen) <= FEW
    sections = [_section(page, rule, few=few) for rule in chosen]
    return "\n\n".join(sections if few else [GLANCE.render(page, chosen), *sections])


def _section(page: Page, rule: Rule[Any], *, few: bool) -> str:
    """Write the section of a rule."""
    title = tag("span", text(rule.title))
    # A Markdown heading is listed in the page's contents and gets a link to itself; one in HTML
    # is not, and needs the link.
    link = tag("a", "¶", class_="headerlink", href=f"#{rule.id}", title="Link to this section")
    heading = tag("h3", title + link, id=rule.id) if few else f"### {title} {{ #{rule.id} }}"
    source = note(page, rule.source) if rule.source else ""
    parts = [
        badge(rule.severity),
        tag("span", _whose(rule) + source),
        tag("span", f"Example: {_example(page, rule)}"),
        tag("code", rule.id),
    ]
    meta = tag("p", " ".join(parts), class_="cc-meta")
    return "\n\n".join([heading, tag("p", text(rule.explanation)), meta])


def _example(page: Page, rule: Rule[Any]) -> str:
    """Link the example to the validator, with the choice under which the rule speaks.

    A few rules speak only about a code that the checker has not cleaned; their example has no link.
    """
    for expect in dict.fromkeys((None, rule.scheme, "cage")):
        if expect and not SCHEMES[expect].expectable:
            continue
        if rule.id in _spoken(check(rule.example, expect=expect)):
            return code_link(page, rule.example, expect)
    return tag("code", visible(rule.example))


def _spoken(report: Report) -> set[str]:
    """Name the rules that speak of the text, or of its best reading."""
    best = report.best.findings if report.best else ()
    return {finding.rule for finding in (*report.findings, *best)}


def basis(_: Page, key: Basis) -> str:
    """Say who vouches for a rule, in the words that are beside each rule.

    Args:
        key: The basis.

    Returns:
        A few words.
    """
    return text(BASES[key])


def only_errors(_: Page) -> str:
    """Say what can make a code not well formed, in the words that all pages share.

    Returns:
        Two sentences.
    """
    return text(
        "A text that is not one code, or is one of another kind than its field is for, is not well"
        " formed. Beyond that only three things make a code not well formed: a rule that the"
        " authority published, the plain shape of its kind (a DUNS number has nine digits), and the"
        " UEI’s check digit, which GSA says exists and three public programs compute in the same"
        " way."
    )
