"""The file `_headers`: what a host that reads one (Netlify, Cloudflare, …) sends with each file.

Run as `python -m site_build.host.headers` it writes the file into `site/`. Such hosts join the
values of a header that two rules give to one address, so every address has exactly one rule for its
cache.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

from site_build.host import csp, offline
from site_build.site import SITE, site_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = offline.FOR_THE_HOST

KEPT = "public, max-age=31536000, immutable"
"""For a file whose name changes with its content: the browser never asks for it again."""
FRESH = "no-cache"
"""For everything else: the browser keeps it, and asks each time whether it is still the same."""

# Whatever a page could ask the browser for and this one never does. Copying to the clipboard is
# the one thing that it does; reading it is left to the browser, which asks the reader.
UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip

SAFETY = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
FRAMES = "frame-ancestors 'none'"
"""The one directive of the policy that a page cannot give by itself."""

# What Cloudflare reads; Netlify has no lower bounds.
MOST_RULES = 100
LONGEST_LINE = 2000


def cache(path: str) -> str:
    """Say how long a file may be kept.

    Args:
        path: Its path below the site's root.

    Returns:
        The value of `Cache-Control`.

    Example:
        >>> cache("validator/index.html"), cache("assets/javascripts/bundle.a5f9d56c.min.js")
        ('no-cache', 'public, max-age=31536000, immutable')
    """
    return KEPT if re.match(offline.HASHED, path) else FRESH


def write(site: Path, prefix: str) -> Path:
    """Write the file.

    Args:
        site: The finished site, its pages with their policies in them.
        prefix: The path that it will be served under, such as `/cagecore/`.

    Returns:
        The file.

    Raises:
        PluginError: When the file would be more than the hosts read.
    """
    policy = f"{csp.policy_for_all(site)}; {FRAMES}"
    rules = {f"{prefix}*": {"Content-Security-Policy": policy, **SAFETY}}
    rules |= {prefix + path: {"Cache-Control": value} for path, value in cache_rules(site, site)}
    lines: list[str] = []
    for path, headers in rules.items():
        lines += [path, *(f"  {name}: {value}" for name, value in headers.items())]
    if len(rules) > MOST_RULES or max(map(len, lines)) > LONGEST_LINE:
        raise PluginError(f"{NAME} has {len(rules)} rules, its longest line {max(map(len, lines))}")
    target = site / NAME
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return target


def cache_rules(folder: Path, site: Path) -> Iterator[tuple[str, str]]:
    """Find the fewest paths that name every file of a folder once.

    Args:
        folder: The folder.
        site: The site's root.

    Yields:
        A path below the site's root, with `*` for a whole folder, and the value of `Cache-Control`.
    """
    for path in sorted(folder.iterdir()):
        name = path.relative_to(site).as_posix()
        if path.is_dir():
            values = {
                cache(inner.relative_to(site).as_posix())
                for inner in path.rglob("*")
                if inner.is_file()
            }
            if len(values) == 1:
                yield f"{name}/*", values.pop()
            else:
                yield from cache_rules(path, site)
        elif name != NAME:
            yield name, cache(name)
            if path.name == "index.html":
                yield name.removesuffix("index.html"), cache(name)


if __name__ == "__main__":
    print(f"Wrote {write(SITE, urlsplit(site_url()).path)}")
