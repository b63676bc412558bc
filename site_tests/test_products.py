"""The wheel, the runtime and the server that the site stands on."""

import filecmp
import marshal
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest

from site_build.runtime import FOLDER as RUNTIME
from site_build.runtime import build_runtime, check_runtime
from site_build.wheel import build_wheel, find_wheel

PYC_HEADER = 16


def test_wheel_is_the_same_on_every_build(tmp_path: Path) -> None:
    """A second build gives the bytes of the first."""
    again = build_wheel(tmp_path / "wheel")

    assert again.read_bytes() == find_wheel().read_bytes()


def test_runtime_is_the_same_on_every_build(tmp_path: Path) -> None:
    """A second build gives the same files with the same bytes."""
    again = build_runtime(find_wheel(), tmp_path / "runtime")
    names = [path.name for path in check_runtime()]

    assert [path.name for path in again] == names
    assert filecmp.cmpfiles(RUNTIME, tmp_path / "runtime", names, shallow=False) == (names, [], [])


def test_compiled_wheel_names_no_path_of_this_machine() -> None:
    """A traceback from the compiled wheel names files of the package, not of the builder."""
    (wheel,) = RUNTIME.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        compiled = {
            name: archive.read(name) for name in archive.namelist() if name.endswith(".pyc")
        }

    assert compiled
    for name, data in compiled.items():
        module = marshal.loads(data[PYC_HEADER:])  # noqa: S302 - we compiled it ourselves
        assert {code.co_filename for code in walk(module)} == {name.removesuffix("c")}


def walk(code: CodeType) -> Iterator[CodeType]:
    """Give a code object and all that are nested in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from walk(constant)


def test_incomplete_runtime_is_refused(tmp_path: Path) -> None:
    """A missing file stops the build instead of the reader."""
    folder = tmp_path / "runtime"
    build_runtime(find_wheel(), folder)
    (folder / "python_stdlib.zip").unlink()

    with pytest.raises(RuntimeError, match="should hold"):
        check_runtime(folder)
