"""The content security policy of every page: nothing runs or loads but what the site brought.

Run as `python -m site_build.host.csp` it goes over `site/`, once or again. Each page gets a policy
of its own, made from the scripts in it. What no strict policy lets through, such as a style
attribute, fails the build here, because a browser would drop it without a word to the reader.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from site_build.site import SITE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CHARSET = '<meta charset="utf-8">'
"""The policy follows it: a browser looks for the charset in the first 1,024 bytes only."""
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
RUNS_PYTHON = ("data-module", "code-checker")
"""The mark of the markup that starts Pyodide."""
DATA = {"application/json", "application/ld+json"}
"""Scripts that are not executed."""
UNSEEN = re.compile(r"[\x00-\x20]")
"""Characters that a browser overlooks in front of `javascript:` and inside it."""


@dataclass
class Needs:
    """What a page needs its policy to allow.

    Attributes:
        hashes: One source expression for each script in the page itself.
        python: Whether the page runs Pyodide.
    """

    hashes: set[str] = field(default_factory=set)
    python: bool = False


def protect(site: Path) -> None:
    """Write its policy into every page of the site.

    Args:
        site: The finished site.

    Raises:
        PluginError: When a page has what no policy allows, or no place to put the policy in.
    """
    for path in pages(site):
        html = META.sub("", path.read_text(encoding="utf-8"))
        if html.count(CHARSET) != 1:
            raise PluginError(f"{path.relative_to(site)}: it should have one {CHARSET}")
        content = policy(needs(path, site))
        meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
        path.write_text(html.replace(CHARSET, CHARSET + meta), encoding="utf-8", newline="\n")


def policy_for_all(site: Path) -> str:
    """Give the one policy that lets every page of the site work.

    Args:
        site: The finished site.

    Returns:
        A policy for hosts that send one and the same header with every page.
    """
    each = [needs(path, site) for path in pages(site)]
    hashes = {one for page in each for one in page.hashes}
    return policy(Needs(hashes, python=any(page.python for page in each)))


def policy(page: Needs) -> str:
    """Write a policy.

    Args:
        page: What it has to allow.

    Returns:
        The policy, in one line.
    """
    # Not `webrtc`: two engines report it as an error, and pages say that nothing binds WebRTC.
    directives = {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "connect-src": ["'self'"],
        "form-action": ["'none'"],
        "img-src": ["'self'", "data:"],  # the theme's icons are data: in its style sheet
        "script-src": [
            "'self'",
            *sorted(page.hashes),
            # The worker imports Python's scripts from a blob: of bytes whose hash was checked.
            *(["'wasm-unsafe-eval'", "blob:"] if page.python else []),
        ],
        "style-src": ["'self'"],
        # A worker that starts from a blob: inherits the policy; one from an address does not.
        "worker-src": ["'self'", *(["blob:"] if page.python else [])],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def pages(site: Path) -> Iterator[Path]:
    """Give every page of a site, in the same order on every machine.

    Args:
        site: The finished site.

    Yields:
        The file of each.
    """
    yield from sorted(site.rglob("*.html"))


def needs(path: Path, site: Path) -> Needs:
    """Read a page.

    Args:
        path: The page.
        site: The folder relative to which its name is given.

    Returns:
        What its policy has to allow.

    Raises:
        PluginError: When it has what no policy allows, with the line of each.
    """
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    if reader.problems:
        name = path.relative_to(site)
        raise PluginError("\n".join(f"{name}, {problem}" for problem in reader.problems))
    return reader.needs


class Reader(HTMLParser):
    """Collects what matters to a policy.

    Attributes:
        needs: What the page needs so far.
        problems: What no policy allows, each with its line.
    """

    def __init__(self) -> None:
        """Begin a page."""
        super().__init__()
        self.needs = Needs()
        self.problems: list[str] = []
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        self._refuse(tag, attrs)
        known = dict(attrs)
        if RUNS_PYTHON in attrs:
            self.needs.python = True
        if tag == "script" and "src" not in known and known.get("type") not in DATA:
            self._script = []

    def handle_data(self, data: str) -> None:
        """Keep the text of a script."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Take the hash of a script that is complete."""
        if tag == "script" and self._script is not None:
            self.needs.hashes.add(source("".join(self._script)))
            self._script = None

    def _refuse(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        """Note what no policy allows on an element."""
        if tag == "style":
            self._note("a <style> element")
        for name, value in attrs:
            if name == "style":
                self._note(f'style="{value}" on <{tag}>')
            elif name.startswith("on"):
                self._note(f"the event handler {name} on <{tag}>")
            elif UNSEEN.sub("", value or "").lower().startswith("javascript:"):
                self._note(f"a javascript: address in {name} of <{tag}>")

    def _note(self, what: str) -> None:
        """Remember a problem with the line that it is on."""
        self.problems.append(f"line {self.getpos()[0]}: {what} is not allowed by the site's policy")


def source(script: str) -> str:
    """Give the source expression that allows one script, and no other.

    Args:
        script: Its text.

    Returns:
        Its hash, as a policy names it.

    Example:
        >>> source("alert(1)")
        "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    """
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


if __name__ == "__main__":
    protect(SITE)
    print(f"Wrote the policy of {len(list(pages(SITE)))} pages")
