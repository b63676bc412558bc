"""The service worker, joined into one file and filled in with what this build consists of.

`docs/sw.js` says how it works. Here it gets the list of all pages and files of the site, of those
that start Python, and of what to keep from the beginning. It answers for nothing else. Run as
`python -m site_build.host.offline` it fills in `site/sw.js` of a site that is otherwise complete:
the version is a hash of everything.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from site_build.host import static
from site_build.host.joined import join
from site_build.runtime.paths import PATHS, PLACE, part
from site_build.site import COPY, FEED, LIST_OF_COPIES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NAME = "sw.js"
NOT_KEPT = "503.html"
PAGES = ("", "validator/", NOT_KEPT)
"""The pages that are kept from the beginning, as addresses below the site's root."""

DATED = ("sitemap.xml", "sitemap.xml.gz")
"""Nobody reads these, and MkDocs writes today's date into them."""

FOR_THE_HOST = "_headers"
"""The rules for the host, which no reader gets; they are written last, and name the address."""

OWN = f"{PLACE}|{static.PLACE}"
"""The folders of ours whose files all have such an address, as a pattern."""
HASHED = (
    rf"(?:{OWN})/[0-9a-f]{{8,}}/"
    r"|assets/(?:[a-z]+/)+[a-z]+\.[0-9a-f]{8}\.min\.(?:css|js)(?!\.)"  # the theme's
)
"""The part of an address that changes with the content; Python and JavaScript both read it."""
MARK = rf'data-page="(\S*) of ({static.PLACE}/[0-9a-f]{{8,}}/)[\s\S]*</html>'
"""What proves a page: at its end it says which one it is, and names the folder of its version."""
FOR_PROGRAMS = (COPY, LIST_OF_COPIES, FEED)
"""Copies for programs, which have no worker."""
INDEX = "index.html"
LINE = re.compile(r"^const SITE = .*?;$", re.MULTILINE | re.DOTALL)
"""What is to be filled in, on one line or several."""


def fill(config: MkDocsConfig) -> Path:
    """Write the service worker of a finished site.

    Args:
        config: MkDocs' own settings.

    Returns:
        Its path.

    Raises:
        PluginError: When the line to fill in is not there, when a page or an icon is missing, or
            when a page does not prove itself.
    """
    source = join(Path(config.docs_dir) / NAME)
    if len(LINE.findall(source)) != 1:
        raise PluginError(f"{NAME} should have one line `const SITE = …;`")
    site = Path(config.site_dir)
    content = describe(site, [config.theme["logo"], config.theme["favicon"]], source)
    line = f"const SITE = {json.dumps(content, separators=(',', ':'))};"
    path = site / NAME
    path.write_text(LINE.sub(lambda _: line, source), encoding="utf-8")
    return path


def describe(site: Path, icons: list[str], source: str) -> dict[str, Any]:
    """List what a site consists of, as `sw.js` wants to know it.

    Args:
        site: The finished site.
        icons: The pictures that every page shows.
        source: The worker's own text: another one is another version.

    Returns:
        What `docs/.service-worker/site.js` calls a `Site`.

    Raises:
        PluginError: When a page or an icon is missing, or when a page does not prove itself.
    """
    hashes = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes())
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in {NAME, FOR_THE_HOST, *DATED, *FOR_PROGRAMS}
    }
    pages = [_page(site, name) for name in hashes if name.endswith(".html")]
    for place in (*PAGES, *icons):
        if place not in hashes and place not in pages:
            raise PluginError(f"{place!r} should be kept for reading offline and is not there")
    listed = {name: hashes_of(site / name) for name in hashes if not name.endswith(".html")}
    lasting = [name for name in listed if re.match(HASHED, name)]
    # Python is large: it is kept when the validator has loaded it.
    python = {part(name): name for name in lasting if name.startswith(f"{PLACE}/")}
    # The search is kept when somebody has searched; only what starts it belongs to every page.
    late = {*python.values(), *static.late(lasting)}
    early = [name for name in lasting if name not in late]
    whole = "".join(f"{name} {found.hexdigest()}\n" for name, found in hashes.items()) + source
    return {
        "version": hashlib.sha256(whole.encode()).hexdigest()[:16],
        "folder": _folder(site),
        "hashed": HASHED,
        "mark": MARK,
        "pages": pages,
        "files": {name: listed[name] for name in lasting},
        "fixed": {name: listed[name] for name in listed if name not in lasting},
        "paths": [{one: python[one] for one in parts} for parts in PATHS.values()],
        "precache": [*PAGES, *icons, *early],
        "notKept": NOT_KEPT,
    }


def _page(site: Path, name: str) -> str:
    """Give the address of a page that proves itself, below the site's root."""
    place = name.removesuffix(INDEX) if name.rpartition("/")[2] == INDEX else name
    mark = re.search(MARK, (site / name).read_text(encoding="utf-8"))
    if not mark or mark.groups() != (place, _folder(site)):
        raise PluginError(f"{name} does not say at its end that it is {place!r} of this version")
    return place


def _folder(site: Path) -> str:
    """Give the folder of the scripts and style sheets."""
    (folder,) = (site / static.PLACE).iterdir()
    return f"{folder.relative_to(site).as_posix()}/"


def hashes_of(path: Path) -> str:
    """Hash a file as a worker may get it.

    Args:
        path: The file.

    Returns:
        The SHA-256 of its bytes as base64. Where it is packed, also that of its content, after a
        space: a host may take its ending for the encoding of the line, and then the browser
        unpacks it.
    """
    data = path.read_bytes()
    forms = [data, gzip.decompress(data)] if path.suffix == ".gz" else [data]
    return " ".join(base64.b64encode(hashlib.sha256(form).digest()).decode() for form in forms)


if __name__ == "__main__":
    print(f"Filled in {fill(load_config())}")
