"""The rules of a page, a row each; and the ids by which programs know them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from cagecore import Report, Rule, check
from cagecore.facts.sources import sources
from cagecore.report import BASES, SEVERITIES
from cagecore.schemes import MAIN, SCHEMES
from cagecore.wire.catalogue import rule_place
from cagecore.wire.catalogue import rules as all_rules
from site_build.markup import fold, row, sentence, table, tag, text, visible
from site_build.pages.codes import code_link
from site_build.pages.notes import note
from site_build.pages.table import Column, Table

if TYPE_CHECKING:
    from cagecore.report import Basis, Severity
    from site_build.pages.page import Page

Ground = tuple[str, "str | None"]
"""Who vouches for a rule, and its source."""
HEADINGS: Final = ["Rule", "Example", "Weight", "Why"]


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
    """Link a rule to its own place, so that its address can be passed on."""
    return tag("a", text(rule.title), href=page.link(rule_place(rule.id)))


def _whose(rule: Rule[Any]) -> str:
    """Say who vouches for a rule."""
    if not rule.source:
        return "How this checker reads"
    return sources()[rule.source].standing or BASES[rule.basis]


def rules(page: Page, *names: str) -> str:
    """List rules that live on the page.

    Args:
        page: The page.
        names: Ids of schemes; without any, the rules about the text itself.

    Returns:
        A table; each row has the rule's id as its anchor.

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
    # What most rows rest on is said once, above them.
    most, times = Counter(_ground_of(rule) for rule in chosen).most_common(1)[0]
    shared = most if times > 1 else None
    others = "" if times == len(chosen) else "Where a row does not say otherwise: "
    caption = others + _ground(page, most) if shared else ""
    rows = [
        _row(page, rule, "" if _ground_of(rule) == shared else _ground(page, _ground_of(rule)))
        for rule in chosen
    ]
    return table(HEADINGS, rows, "cc-rule-list", caption)


def _row(page: Page, rule: Rule[Any], ground: str) -> str:
    """Write the row of a rule; `ground` is whose it is, where that is not said about all."""
    why = text(rule.explanation) + (tag("small", ground) if ground else "")
    cells = [_title(page, rule), _example(page, rule), badge(rule.severity), why]
    return row(HEADINGS, cells, rule.id)


def _ground_of(rule: Rule[Any]) -> Ground:
    """Give what a rule rests on: who vouches for it, and the source."""
    return _whose(rule), rule.source


def _ground(page: Page, ground: Ground) -> str:
    """Say whose a rule is, with its source."""
    whose, source = ground
    return text(whose) + (note(page, source) if source else "")


IDS: Final = Table[Rule[Any]](
    "cc-rule-ids",
    [
        Column("Id", lambda _, rule: tag("code", rule.id)),
        Column("Rule", _title),
        Column("Weight", lambda _, rule: badge(rule.severity)),
    ],
)


def rule_ids(page: Page) -> str:
    """List the ids by which programs know the rules.

    Args:
        page: The page.

    Returns:
        A fold for each kind, one for the lookalikes, and one for the rules about the text itself.
    """
    parts: dict[str, list[Rule[Any]]] = {"Text as typed": []}
    parts |= {sentence(SCHEMES[key].name): [] for key in MAIN} | {"Lookalikes": []}
    for rule in all_rules().values():
        key = rule.scheme
        name = sentence(SCHEMES[key].name) if key in MAIN else "Lookalikes"
        parts[name if key else "Text as typed"].append(rule)
    folds = "".join(
        fold(f"{text(name)} ({len(listed)})", IDS.render(page, listed))
        for name, listed in parts.items()
    )
    # The search leads to the rules themselves.
    return tag("section", folds, data_search_exclude="")


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
    """Name the rules that mention the text or its best reading."""
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
        Some sentences.
    """
    return text(
        "A text that is not one code is not well formed, nor is a code of another kind than its"
        " field is for. Beyond that, only three things make a code not well formed. A rule that the"
        " authority published is one, and the plain shape of its kind is another: a DUNS number has"
        " nine digits. The third is the UEI’s check digit. GSA says that it exists, and three"
        " public programs compute it in the same way."
    )
