"""What type each file of the site is, and how much of it goes over the line."""

from __future__ import annotations

import gzip
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path, PurePath

# Stated here, because Python otherwise asks the machine's own table of types.
TYPES: Final = MappingProxyType(
    {
        "": "application/octet-stream",
        ".css": "text/css; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".gz": "application/gzip",
        ".html": "text/html; charset=utf-8",
        ".ico": "image/x-icon",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".map": "application/json",
        ".md": "text/markdown; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".whl": "application/zip",
        ".xml": "application/xml",
        ".zip": "application/zip",
    }
)
"""The `Content-Type` of a file by its ending; without one, that of any other file."""

PACKED: Final = frozenset(
    {
        "application/json",
        "application/manifest+json",
        "application/wasm",
        "application/xml",
        "image/svg+xml",
    }
)
"""Types that a host should compress, besides all text. The others are compressed as they are."""


def endings() -> dict[str, list[str]]:
    """Give the endings of each type of file, without their dots.

    Returns:
        Endings by type, in order of the types.

    Example:
        >>> endings()["application/zip"]
        ['whl', 'zip']
    """
    found: dict[str, list[str]] = {}
    for ending, content_type in TYPES.items():
        if ending:
            found.setdefault(_bare(content_type), []).append(ending.removeprefix("."))
    return dict(sorted(found.items()))


def texts() -> list[str]:
    """Give the types that are sent with a character set.

    Returns:
        The types without it, in order.

    Example:
        >>> "text/css" in texts(), "image/png" in texts()
        (True, False)
    """
    return sorted({_bare(kind) for kind in TYPES.values() if "charset" in kind})


def is_packed_type(media_type: str) -> bool:
    """Say whether a host should compress files of a type.

    Args:
        media_type: The type, without parameters.

    Returns:
        Whether such files become smaller.

    Example:
        >>> is_packed_type("text/css"), is_packed_type("image/png")
        (True, False)
    """
    return media_type.startswith("text/") or media_type in PACKED


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
    return is_packed_type(_bare(TYPES.get(path.suffix, TYPES[""])))


def sent(path: Path) -> bytes:
    """Give a file as it goes over the line, from a host that compresses well.

    Args:
        path: The file.

    Returns:
        Its content, compressed by gzip at its best unless it is compressed already.
    """
    data = path.read_bytes()
    return gzip.compress(data, mtime=0) if is_packed(path) else data


def compressed(path: Path) -> int:
    """Say how many bytes of a file go over the line.

    Args:
        path: The file.

    Returns:
        How many `sent` gives.
    """
    return len(sent(path))


def _bare(content_type: str) -> str:
    """Give a type without its parameters."""
    return content_type.partition(";")[0]
