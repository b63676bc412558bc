"""A Markdown extension: the first time a page uses an abbreviation, it says what that stands for.

Headings, links, code and our own tables are left as they are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from cagecore.tables import read_toml

if TYPE_CHECKING:
    from markdown import Markdown

LEFT_ALONE = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
AFTER_INLINE = 15
"""Text is split into elements at 20, and headings are read for the contents at 5."""


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


class Tooltips(Treeprocessor):
    """Wraps the first use of each abbreviation in an `abbr`."""

    def run(self, root: Element) -> None:
        """Go through a page once, in reading order.

        Args:
            root: The page.
        """
        self.left = dict(abbreviations())
        self._visit(root)

    def _visit(self, element: Element) -> None:
        if element.tag in LEFT_ALONE:
            return
        element.text, new = self._split(element.text)
        children = list(element)
        for place, one in enumerate(new):
            element.insert(place, one)
        for child in children:
            self._visit(child)
            child.tail, new = self._split(child.tail)
            place = list(element).index(child) + 1
            for offset, one in enumerate(new):
                element.insert(place + offset, one)

    def _split(self, words: str | None) -> tuple[str | None, list[Element]]:
        """Cut a text where abbreviations stand that have not been met yet."""
        if not words or isinstance(words, AtomicString) or not self.left:
            return words, []
        names = "|".join(map(re.escape, self.left))
        found = re.search(rf"(?<![\w/.-])(?:{names})(?![\w/-]|\.\w)", words)
        if not found:
            return words, []
        marked = Element("abbr", {"title": self.left.pop(found[0])})
        marked.text = AtomicString(found[0])
        marked.tail, rest = self._split(words[found.end() :])
        return words[: found.start()], [marked, *rest]


class TooltipsExtension(Extension):
    """Registers the tooltips with Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it so
        """Register them.

        Args:
            md: The instance of Markdown.
        """
        md.treeprocessors.register(Tooltips(md), "cagecore-tooltips", AFTER_INLINE)


def makeExtension(**options: object) -> Extension:  # noqa: N802 - Markdown calls it so
    """Give Markdown the extension.

    Args:
        options: None are known.

    Returns:
        The extension.
    """
    return TooltipsExtension(**options)
