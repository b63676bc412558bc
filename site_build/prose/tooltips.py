"""The first time a page uses a term of the glossary, it says what that is."""

from __future__ import annotations

import re
from functools import cache

from site_build.facts import read_keyed
from site_build.markup import tag
from site_build.prose.texts import ALONE, change_texts

LEFT_ALONE = (
    *ALONE,
    *("a", "abbr", "button", "dt", "option", "textarea"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)
"""Elements in which nothing is explained: what is no prose, what can be clicked, and headings."""


@cache
def terms() -> dict[str, str]:
    """Give each term of the glossary its full name, or else its meaning, in a tag.

    Returns:
        For each way to write a term the element to put around it, with `{}` for the words.

    Example:
        >>> terms()["SAM"]
        '<abbr title="System for Award Management">{}</abbr>'
        >>> terms()["Novation"] == terms()["novation"]
        True
    """
    spelled: dict[str, str] = {}
    for one in read_keyed("glossary.toml"):
        term = one["term"]
        if "stands_for" in one:
            element = tag("abbr", "{}", title=one["stands_for"])
        else:
            element = tag("span", "{}", class_="cc-term", title=one["meaning"].replace("`", ""))
        spelled |= {term: element, term[0].upper() + term[1:]: element}
    return spelled


def explain(html: str) -> str:
    """Explain each term where it is first used, also where an s makes it several.

    Args:
        html: A page, with all that was made from the data.

    Returns:
        The page.

    Example:
        >>> explain("<p>In SAM, and SAM again.</p>")
        '<p>In <abbr title="System for Award Management">SAM</abbr>, and SAM again.</p>'
    """
    known = terms()
    left = set(known.values())
    words = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    found = re.compile(rf"(?<![\w/.>-])({words})s?(?![\w/<-]|\.\w)")

    def first(match: re.Match[str]) -> str:
        element = known[match[1]]
        if element not in left:
            return match[0]
        left.remove(element)
        return element.replace("{}", match[0])

    return change_texts(html, LEFT_ALONE, lambda text: found.sub(first, text))
