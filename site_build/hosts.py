"""What a host has to be told, made from what `make serve` does and from the rules of `_headers`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from site_build import headers
from site_build.markup import row, table, tag, text
from site_build.serve import SiteHandler

if TYPE_CHECKING:
    from pathlib import PurePath

    from site_build.page import Page

FOLDERS = "runtime|static"
"""Folders whose files are kept for good. The theme's few, scattered ones are not worth a rule."""

PACKED = {
    "application/json",
    "application/manifest+json",
    "application/wasm",
    "application/xml",
    "image/svg+xml",
}
"""Types that a host should compress, besides all text. The others are compressed as they are."""

STRICT = {
    ".wasm": "or Python starts more slowly",
    ".mjs": "or Python does not start: browsers run no script of another type",
    ".js": "or nothing on a page works",
    ".gz": "and no `Content-Encoding`: the page unpacks the file itself",
}
"""Files for which the type matters, and what happens with another."""


def media_types() -> dict[str, list[str]]:
    """Give the endings of each type of file, without their dots."""
    found: dict[str, list[str]] = defaultdict(list)
    for ending, kind in SiteHandler.extensions_map.items():
        if ending:
            found[kind.partition(";")[0]].append(ending.removeprefix("."))
    return dict(sorted(found.items()))


def is_packed(path: PurePath) -> bool:
    """Say whether a host should compress a file.

    Args:
        path: The file.

    Returns:
        Whether its type is one that becomes smaller.

    Example:
        >>> from pathlib import PurePath
        >>> is_packed(PurePath("index.html")), is_packed(PurePath("snapshot.bin.gz"))
        (True, False)
    """
    known = SiteHandler.extensions_map
    return _is_packed(known.get(path.suffix, known[""]).partition(";")[0])


def _is_packed(kind: str) -> bool:
    return kind.startswith("text/") or kind in PACKED


def types(_: Page) -> str:
    """List the files whose type a host must get right.

    Returns:
        A table.
    """
    headings = ["File", "Content-Type", "Why"]
    known = SiteHandler.extensions_map
    rows = [
        row(headings, [tag("code", ending), tag("code", known[ending]), text(why)])
        for ending, why in STRICT.items()
    ]
    return table(headings, rows, "cc-types")


def nginx(_: Page) -> str:
    """Write what nginx needs to know.

    Returns:
        A code block.
    """
    known = media_types()
    endings = "\n".join(f"    {kind} {' '.join(names)};" for kind, names in known.items())
    packed = [
        kind
        for kind in known
        # nginx compresses text/html by itself and warns where it is named.
        if _is_packed(kind) and kind != "text/html"
    ]
    safety = {"Content-Security-Policy": headers.FRAMES, **headers.SAFETY}
    sent = "\n".join(f'    add_header {name} "{value}" always;' for name, value in safety.items())
    return f"""```nginx
map $uri $may_be_kept {{
  default "{headers.FRESH}";
  "~/({FOLDERS})/" "{headers.KEPT}";
}}

server {{
  listen 443 ssl;
  server_name example.org;
  root /srv/site;
  error_page 404 /404.html;

  types {{
{endings}
  }}
  default_type {SiteHandler.extensions_map[""]};
  charset utf-8;
  charset_types text/css text/javascript text/plain;

  gzip on;
  gzip_comp_level 6;
  gzip_vary on;
  gzip_types {" ".join(packed)};

  location / {{
    add_header Cache-Control $may_be_kept;
{sent}
  }}
}}
```"""
