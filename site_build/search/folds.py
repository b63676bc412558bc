"""Folds and rules as sections of a page, so that the search can lead to each by its name."""

from __future__ import annotations

import re
from typing import Final

_BEGIN: Final = re.compile(
    r"<details\b(?=[^>]*\sid=\"([^\"]+)\")[^>]*>\s*<summary[^>]*>(.*?)</summary>", re.DOTALL
)
_RULES: Final = re.compile(r"<table class=\"[^\"]*\bcc-rule-list\b.*?</table>", re.DOTALL)
_RULE: Final = re.compile(r"<tr id=\"([^\"]+)\"[^>]*>\s*<th\b[^>]*>(.*?)</th>", re.DOTALL)
_OTHER: Final = re.compile(r"<(/?)(?:details|summary)\b[^>]*>")
_HEADING: Final = re.compile(r"</?h[1-6]\b[^>]*>")


def as_sections(html: str) -> str:
    """Write the folds of a page that have a name, and its rules, as sections with a heading.

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
    """
    rules = _RULES.sub(lambda table: _RULE.sub(r'<tr><h6 id="\1">\2</h6>', table[0]), html)
    return _OTHER.sub(r"<\1div>", _BEGIN.sub(_section, rules))


def _section(found: re.Match[str]) -> str:
    """Make the line of a fold the heading of its section; small print in it is text."""
    title, small, more = _HEADING.sub("", found[2]).partition("<small")
    words = f"<p>{small}{more}</p>" if more else ""
    return f'<div><h6 id="{found[1]}">{title}</h6>{words}'
