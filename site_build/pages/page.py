"""What a renderer knows about the page it writes for."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote


@dataclass
class Page:
    """One page while its markers are filled in.

    Attributes:
        url: Its address below the site's root, e.g. `identifiers/uei/`.
        cited: Keys of the sources it cites, in order.
    """

    url: str
    cited: dict[str, None] = field(default_factory=dict)

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
