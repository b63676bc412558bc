"""Folds, rules, terms and countries as sections of a page, so that the search leads to each."""

from __future__ import annotations

import re
from typing import Final

_BEGIN: Final = re.compile(
    r"<details\b(?=[^>]*\sid=\"([^\"]+)\")[^>]*>\s*<summary[^>]*>(.*?)</summary>", re.DOTALL
)
_RULES: Final = re.compile(r"<table class=\"[^\"]*\bcc-rule-list\b.*?</table>", re.DOTALL)
_RULE: Final = re.compile(r"<tr id=\"([^\"]+)\"[^>]*>\s*<th\b[^>]*>(.*?)</th>", re.DOTALL)
_TERM: Final = re.compile(r"<div id=\"([^\"]+)\">\s*<dt>(.*?)</dt>", re.DOTALL)
_COUNTRY: Final = re.compile(
    r"<tr id=\"([^\"]+)\"[^>]*>\s*<th\b[^>]*>"
    r"<details class=\"cc-country\"><summary>(.*?)</summary>",
    re.DOTALL,
)
_OTHER: Final = re.compile(r"<(/?)(?:details|summary)\b[^>]*>")
_HEADING: Final = re.compile(r"</?h[1-6]\b[^>]*>")


def as_sections(html: str) -> str:
    """Write what has a name on a page, without being a heading, as a section that has one.

    Such are its folds and rules, the terms of the glossary and the rows of countries.

    Args:
        html: The page's content.

    Returns:
        The same content for the index of the search, which knows sections by their headings.

    Example:
        >>> as_sections('<details id="a"><summary>One <small>or so</small></summary>Two</details>')
        '<div><h6 id="a">One </h6><p><small>or so</small></p>Two</div>'
        >>> rule = '<tr id="uei-length"><th>Length</th><td>Twelve</td></tr>'
        >>> as_sections(f'<table class="cc-table cc-rule-list">{rule}</table>')[-63:]
        '<tr><h6 id="uei-length">Length</h6><td>Twelve</td></tr></table>'
        >>> as_sections('<div id="term-duns"><dt>DUNS</dt> <dd>Nine digits</dd></div>')
        '<div><h6 id="term-duns">DUNS</h6> <dd>Nine digits</dd></div>'
        >>> fold = '<details class="cc-country"><summary>Italy</summary>NATO</details>'
        >>> as_sections(f'<tr id="nation-ita"><th>{fold}</th><td>A***#</td></tr>')
        '<tr><h6 id="nation-ita">Italy</h6><th><div>NATO</div></th><td>A***#</td></tr>'
    """
    rules = _RULES.sub(lambda table: _RULE.sub(r'<tr><h6 id="\1">\2</h6>', table[0]), html)
    terms = _TERM.sub(r'<div><h6 id="\1">\2</h6>', rules)
    countries = _COUNTRY.sub(r'<tr><h6 id="\1">\2</h6><th><details>', terms)
    return _OTHER.sub(r"<\1div>", _BEGIN.sub(_section, countries))


def _section(found: re.Match[str]) -> str:
    """Make the line of a fold the heading of its section; small print in it is text."""
    title, small, more = _HEADING.sub("", found[2]).partition("<small")
    words = f"<p>{small}{more}</p>" if more else ""
    return f'<div><h6 id="{found[1]}">{title}</h6>{words}'
