"""The wheel and the runtime that the site relies on. `test_reproducible.py` builds both again."""

import gzip
import marshal
import shutil
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import CodeType

import pytest

from site_build.runtime.build import check_runtime, content_hash
from site_build.runtime.manifest import manifest
from site_build.runtime.snapshot import check_snapshot
from site_build.site import PYODIDE, RUNTIME

PYC_HEADER = 16


def test_compiled_wheel_names_no_path_of_this_machine() -> None:
    """A traceback from the compiled wheel names files of the package, not of the builder."""
    (wheel,) = RUNTIME.glob("*/*.whl")
    with zipfile.ZipFile(wheel) as archive:
        compiled = {
            name: archive.read(name) for name in archive.namelist() if name.endswith(".pyc")
        }

    assert compiled
    for name, data in compiled.items():
        module = marshal.loads(data[PYC_HEADER:])  # noqa: S302 - we compiled it ourselves
        assert {code.co_filename for code in walk(module)} == {name.removesuffix("c")}


def walk(code: CodeType) -> Iterator[CodeType]:
    """Give a code object and all those nested in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from walk(constant)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the built runtime, to be damaged."""
    return shutil.copytree(RUNTIME, tmp_path / "runtime")


def rename(folder: Path) -> Path:
    """Give the runtime in a folder the name that its content requires."""
    (named,) = folder.iterdir()
    return named.rename(folder / content_hash(named))


def test_changed_runtime_is_refused(copy: Path) -> None:
    """A file that changed under its content's name stops the build: caches would mix versions."""
    (named,) = copy.iterdir()
    (named / "pyodide.mjs").write_bytes(b"")

    with pytest.raises(RuntimeError, match="has changed"):
        check_runtime(copy)


def test_incomplete_runtime_is_refused(copy: Path) -> None:
    """A missing file stops the build rather than the reader."""
    (named,) = copy.iterdir()
    (named / "python_stdlib.zip").unlink()
    rename(copy)

    with pytest.raises(RuntimeError, match="should hold"):
        check_runtime(copy)


def test_manifest_says_what_is_there() -> None:
    """What the manifest says about each file is true, and each path has its own files."""
    known = manifest()
    (built,) = RUNTIME.iterdir()

    assert known["folder"] == f"runtime/{built.name}/"
    assert "snapshot.bin.gz" not in known["paths"]["ordinary"]
    for file in [file for path in known["paths"].values() for file in path.values()]:
        data = (built / file["name"]).read_bytes()
        assert file["size"] == len(data)
        assert file["integrity"] == f"sha256-{b64encode(sha256(data).digest()).decode()}"


@pytest.fixture(scope="module")
def snapshot() -> bytes:
    """Give the snapshot as the worker restores it."""
    (packed,) = RUNTIME.glob("*/snapshot.bin.gz")
    return gzip.decompress(packed.read_bytes())


@pytest.mark.parametrize(
    ("place", "reason"), [(0, "no snapshot of Pyodide"), (16, "made by another Pyodide")]
)
def test_snapshot_of_another_version_is_refused(snapshot: bytes, place: int, reason: str) -> None:
    """A snapshot that this Pyodide did not make stops the build."""
    changed = bytearray(snapshot)
    changed[place] ^= 1

    check_snapshot(snapshot, PYODIDE)
    with pytest.raises(RuntimeError, match=reason):
        check_snapshot(bytes(changed), PYODIDE)


def test_snapshot_that_is_too_large_is_refused(snapshot: bytes) -> None:
    """A snapshot larger than the heap that must hold it stops the build."""
    with pytest.raises(RuntimeError, match="could not be restored"):
        check_snapshot(snapshot + b"\0", PYODIDE)


def test_pyodide_that_states_things_otherwise_is_refused(snapshot: bytes, tmp_path: Path) -> None:
    """Where a new Pyodide no longer states what is compared, the build stops and skips no check."""
    for name in ("pyodide.mjs", "pyodide.asm.js"):
        (tmp_path / name).write_text("", encoding="utf-8")

    with pytest.raises(RuntimeError, match="no longer states"):
        check_snapshot(snapshot, tmp_path)
