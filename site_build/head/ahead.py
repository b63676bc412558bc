"""Scripts from the end of a page, named in its head so that a browser asks for them at once.

Other sites need no such thing: a browser reads ahead for what a page will want. Chromium does not
where a page states its own policy, as each of ours does, and then finds these scripts one by one,
each of them a round trip after the one before.
"""

from __future__ import annotations

from html.parser import HTMLParser

from site_build.markup import void


def ask_for(scripts: str) -> str:
    """Write the links that ask for scripts early, but after the style sheets.

    Args:
        scripts: The markup at the end of a page.

    Returns:
        A link for each script that has an address, in order.

    Example:
        >>> print(ask_for('<script src="a.js"></script><script type="module" src="b.js"></script>'))
        <link rel="preload" as="script" fetchpriority="low" href="a.js">
        <link rel="modulepreload" fetchpriority="low" href="b.js">
    """
    reader = _Reader()
    reader.feed(scripts)
    reader.close()
    return "\n".join(reader.links)


class _Reader(HTMLParser):
    """Collects the links, script by script."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "script" and (address := known.get("src")):
            module = known.get("type") == "module"
            rel, what = ("modulepreload", None) if module else ("preload", "script")
            self.links.append(void("link", rel=rel, as_=what, fetchpriority="low", href=address))
