"""The memory snapshot: Python with the core imported, as the worker restores it.

Node makes it, from the same Pyodide that the browser runs, with `snapshot.mjs` and `warm_up.py`.
The interface of Pyodide that this uses is experimental, so the result is checked before it ships.
"""

from __future__ import annotations

import gzip
import json
import re
import struct
from pathlib import Path
from typing import Final, NamedTuple

from site_build.runtime.commands import run
from site_build.runtime.program import LOADER, SCRIPT

HERE: Final = Path(__file__).parent
MAGIC: Final = 0x706E7300
"""The first word of a snapshot, as Pyodide writes it: `\\0snp`."""
BUILD_ID: Final = re.compile(r'BUILD_ID:"([0-9a-f]{64})"')
INITIAL_HEAP: Final = re.compile(r'Module\["INITIAL_MEMORY"\]\|\|([0-9]+)')


class Snapshot(NamedTuple):
    """A snapshot, and what was imported to make it.

    Attributes:
        packed: The snapshot, gzipped.
        modules: The files of the standard library that the ordinary path imports, as paths in
            its archive.
    """

    packed: bytes
    modules: list[str]


def make_snapshot(runtime: Path, wheel: str, scratch: Path) -> Snapshot:
    """Start Python in Node, import the core, and write its memory down.

    Args:
        runtime: A folder with Pyodide, the whole standard library, the lock file and the wheel.
        wheel: The name of the compiled wheel in it.
        scratch: A folder for what is needed in between.

    Returns:
        The snapshot, the same bytes wherever the same version of Node runs.

    Raises:
        RuntimeError: Node failed, or the snapshot would not start in the browser.
    """
    snapshot, modules = scratch / "snapshot.bin", scratch / "modules.json"
    command: list[str | Path] = ["node", HERE / "snapshot.mjs", runtime, wheel]
    command += [HERE / "warm_up.py", snapshot, modules]
    # The zone, too, would go into Python's memory.
    run(command, "the snapshot could not be made", PYTHONHASHSEED="0", TZ="UTC")
    data = snapshot.read_bytes()
    check_snapshot(data, runtime)
    packed = gzip.compress(data, compresslevel=9, mtime=0)
    return Snapshot(packed, json.loads(modules.read_text(encoding="utf-8")))


def check_snapshot(data: bytes, pyodide: Path) -> None:
    """Make sure that a snapshot is one of this Pyodide's and that its heap takes it.

    Args:
        data: The snapshot.
        pyodide: The folder with the Pyodide that will restore it.

    Raises:
        RuntimeError: It is of another version, or larger than the initial heap.
    """
    magic, offset = struct.unpack_from("<2I", data)
    build_id = "".join(f"{word:08x}" for word in struct.unpack_from("<8I", data, 16))
    if magic != MAGIC:
        raise RuntimeError("this is no snapshot of Pyodide")
    if build_id != _stated(BUILD_ID, pyodide / LOADER):
        raise RuntimeError(f"the snapshot was made by another Pyodide: build {build_id}")
    heap = int(_stated(INITIAL_HEAP, pyodide / SCRIPT))
    if len(data) - offset > heap:
        raise RuntimeError(
            f"the snapshot holds {len(data) - offset:,} bytes and the initial heap {heap:,}:"
            " it could not be restored"
        )


def _stated(pattern: re.Pattern[str], path: Path) -> str:
    """Find what a file of Pyodide's says about itself."""
    found = pattern.search(path.read_text(encoding="utf-8"))
    if not found:
        raise RuntimeError(f"{path.name} no longer states what {pattern.pattern} looks for")
    return found[1]
