"""The rules of a page: a table to see them at a glance, then a section each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cagecore import wire
from cagecore.report import BASES, SEVERITIES
from site_build.markup import row, table, tag, text, visible
from site_build.pages.identifiers.schemes import code_link
from site_build.pages.sources import citations

if TYPE_CHECKING:
    from cagecore.report import Basis, Severity
    from site_build.pages.page import Page

FEW = 3
"""As many rules need no table to find them, and no line in the page's contents."""


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
    schemes = names or (None,)
    chosen = {
        key: rule for key, rule in page.catalogue["rules"].items() if rule["scheme"] in schemes
    }
    if not chosen or any(not rule["anchor"].startswith(page.url) for rule in chosen.values()):
        raise ValueError(f"no rules of {names or 'the text'} live here")
    few = len(chosen) <= FEW
    sections = [_section(page, key, rule, few=few) for key, rule in chosen.items()]
    return "\n\n".join(sections if few else [_glance(page, chosen), *sections])


def badge(severity: Severity) -> str:
    """Write a severity as a small sign with its word.

    Args:
        severity: `error`, `warning` or `note`.

    Returns:
        HTML.
    """
    return tag("span", SEVERITIES[severity], class_=f"cc-badge cc-badge--{severity}")


def _whose(page: Page, rule: dict[str, Any]) -> str:
    if not rule["source"]:
        return "How this checker reads"
    standing: str | None = page.catalogue["sources"][rule["source"]]["standing"]
    return standing or BASES[rule["basis"]]


def _glance(page: Page, chosen: dict[str, dict[str, Any]]) -> str:
    headings = ["Rule", "Weight", "Whose rule"]
    rows = []
    for rule in chosen.values():
        title = tag("a", text(rule["title"]), href=page.link(rule["anchor"]))
        rows.append(row(headings, [title, badge(rule["severity"]), _whose(page, rule)]))
    return table(headings, rows, "cc-rules")


def _section(page: Page, key: str, rule: dict[str, Any], *, few: bool) -> str:
    title = tag("span", text(rule["title"]))
    # A Markdown heading is listed in the page's contents and gets a link to itself; one in HTML
    # is not, and needs the link.
    link = tag("a", "¶", class_="headerlink", href=f"#{key}", title="Link to this section")
    heading = tag("h3", title + link, id=key) if few else f"### {title} {{ #{key} }}"
    source = f" {citations(page, rule['source'])}" if rule["source"] else ""
    example = f"Example: {_example(page, key, rule)}"
    parts = [
        badge(rule["severity"]),
        tag("span", _whose(page, rule) + source),
        tag("span", example),
        tag("code", key),
    ]
    meta = tag("p", " ".join(parts), class_="cc-meta")
    return "\n\n".join([heading, tag("p", text(rule["explanation"])), meta])


def _example(page: Page, key: str, rule: dict[str, Any]) -> str:
    """Link the example to the validator, with the choice under which the rule speaks.

    A few rules speak only about a code that the checker has not cleaned; their example has no link.
    """
    for expect in dict.fromkeys((None, rule["scheme"], "cage")):
        if expect and not page.catalogue["schemes"][expect]["expectable"]:
            continue
        request = {"type": "check", "texts": [rule["example"]], "expect": expect and [expect]}
        (answer,) = json.loads(wire.answer(json.dumps(request)))["answers"]
        report = answer["report"]
        best = report["readings"][0]["findings"] if report["readings"] else []
        if key in {finding["rule"] for finding in [*report["findings"], *best]}:
            return code_link(page, rule["example"], expect)
    return tag("code", visible(rule["example"]))


def basis(_: Page, key: Basis) -> str:
    """Say who stands behind a rule, in the words that stand beside each rule.

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
