"""What a page must know of the runtime: where its files are, how large, and what each has to be."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b64encode
from typing import TYPE_CHECKING, Any

from site_build.media import compressed
from site_build.runtime.paths import PATHS, PLACE, part
from site_build.site import RUNTIME

if TYPE_CHECKING:
    from pathlib import Path


def manifest(folder: Path = RUNTIME) -> dict[str, Any]:
    """Say where the runtime is, and what each path to Python needs of it.

    Args:
        folder: The folder that `build_runtime` filled.

    Returns:
        What JSON can hold: `folder`, the place below the site's root, and `paths`, for each path
        its files by what they are: `name`, `size` in bytes, `packed` bytes as a host compresses
        it, and `integrity`; of one that is packed for good, size and integrity of its content as
        `unpacked`.
    """
    (named,) = folder.iterdir()
    files = {part(path.name): _file(path) for path in sorted(named.iterdir())}
    paths = {path: {one: files[one] for one in parts} for path, parts in PATHS.items()}
    return {"folder": f"{PLACE}/{named.name}/", "paths": paths}


def _file(path: Path) -> dict[str, object]:
    """Describe one file."""
    data = path.read_bytes()
    about: dict[str, object] = {
        "name": path.name,
        **_content(data),
        "packed": compressed(path),
    }
    if path.suffix == ".gz":
        about["unpacked"] = _content(gzip.decompress(data))
    return about


def _content(data: bytes) -> dict[str, object]:
    """Give size and integrity of some bytes."""
    digest = b64encode(hashlib.sha256(data).digest()).decode()
    return {"size": len(data), "integrity": f"sha256-{digest}"}
