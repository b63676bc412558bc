"""What a renderer knows about the page it writes for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass
class Page:
    """One page while its markers are filled in.

    Attributes:
        url: Its address below the site's root, e.g. `identifiers/uei/`.
        notes: What each of its notes cites, keys of sources in order; the first is number 1.
    """

    url: str
    notes: dict[frozenset[str], list[str]] = field(default_factory=dict)

    def number(self, keys: Iterable[str]) -> int:
        """Give the number of the note that cites some sources.

        Args:
            keys: The sources' keys.

        Returns:
            The same number for the same sources, in whatever order; a new one for others.

        Example:
            >>> page = Page("")
            >>> page.number(["gsa-uei"]), page.number(["far-2-101", "gsa-uei"])
            (1, 2)
            >>> page.number(["gsa-uei", "far-2-101"])
            2
        """
        named = list(dict.fromkeys(keys))
        self.notes.setdefault(frozenset(named), named)
        return list(self.notes).index(frozenset(named)) + 1

    def link(self, target: str) -> str:
        """Give the address of another place as seen from this page.

        Args:
            target: Below the site's root, e.g. `identifiers/cage/#cage-length`.

        Returns:
            A relative address, so that nothing but `site_url` knows where the site is.

        Example:
            >>> Page("identifiers/uei/").link("validator/#code=1ABC5")
            '../../validator/#code=1ABC5'
            >>> Page("identifiers/uei/").link("identifiers/uei/#uei-length")
            '#uei-length'
        """
        address, _, anchor = target.partition("#")
        if address == self.url and anchor:
            return f"#{anchor}"
        return "../" * self.url.count("/") + target

    def validator(self, code: str, expect: str | None = None) -> str:
        """Give the address of the validator with a code filled in.

        Args:
            code: The code.
            expect: The kind the field is for, if one is to be chosen.

        Returns:
            A relative address.
        """
        choice = f"&expect={quote(expect)}" if expect else ""
        return self.link(f"validator/#code={quote(code, safe='')}{choice}")
