"""What requests cost the reader, in bytes.

Sizes are those that a static host sends: text compressed, archives as they are.
"""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from site_build.media import compressed
from site_build.site import SITE
from site_tests.support.built import PREFIX

size = cache(compressed)


def files(requests: list[str]) -> list[Path]:
    """Give the files that were requested, each once: a browser keeps what it has."""
    asked = {urlsplit(address) for address in requests}
    # A blob is made by the page itself.
    paths = sorted({parts.path for parts in asked if parts.scheme != "blob"})
    found = [SITE / path.removeprefix(PREFIX) for path in paths]
    return [path / "index.html" if path.is_dir() else path for path in found]


def bill(paths: list[Path]) -> tuple[int, str]:
    """Add up, and list what was added, the largest first."""
    sizes = sorted(
        ((size(path), path.relative_to(SITE).as_posix()) for path in paths), reverse=True
    )
    return sum(one for one, _ in sizes), "\n".join(f"{one:>9,} {name}" for one, name in sizes)


def is_search(path: Path) -> bool:
    """Say whether a file belongs to the search, which has a budget of its own."""
    return not {"search", "packages"}.isdisjoint(path.relative_to(SITE).parts)
