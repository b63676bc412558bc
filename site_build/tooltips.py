"""The first time a page uses an abbreviation, it says what that stands for."""

from __future__ import annotations

import re
from functools import cache

from cagecore.tables import read_toml
from site_build.markup import tag
from site_build.pieces import ALONE, change_texts

LEFT_ALONE = (
    *ALONE,
    *("a", "abbr", "button", "dt", "option", "textarea"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)
"""Elements in which nothing is explained: what is no prose, what can be clicked, and headings."""


@cache
def abbreviations() -> dict[str, str]:
    """Give every abbreviation of the glossary that gets a tooltip.

    Returns:
        What each stands for.

    Example:
        >>> abbreviations()["SAM"]
        'System for Award Management'
    """
    terms = read_toml("glossary.toml").values()
    return {term["term"]: term["stands_for"] for term in terms if term.get("tooltip")}


def explain(html: str) -> str:
    """Wrap the first use of each abbreviation in an `abbr`.

    Args:
        html: A page, with all that was made from the data.

    Returns:
        The page.

    Example:
        >>> explain("<p>In SAM, and SAM again.</p>")
        '<p>In <abbr title="System for Award Management">SAM</abbr>, and SAM again.</p>'
    """
    left = dict(abbreviations())
    names = re.compile(rf"(?<![\w/.>-])(?:{'|'.join(map(re.escape, left))})(?![\w/<-]|\.\w)")

    def first(found: re.Match[str]) -> str:
        meaning = left.pop(found[0], None)
        return tag("abbr", found[0], title=meaning) if meaning else found[0]

    return change_texts(html, LEFT_ALONE, lambda words: names.sub(first, words))
