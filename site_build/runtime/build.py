"""The folder that the browser loads Python from: Pyodide, the core and its snapshot, nothing else.

It is `build/runtime/`, made from `node_modules/pyodide` and the wheel in `build/wheel/`. Nothing is
downloaded, and the same input gives the same bytes.

The files are in a folder named by the hash of all of them, so that a browser may keep them for
good and no two versions are ever mixed.

The wheel is first registered in a lock file and then compiled: `pyodide lockfile add-wheels`
refuses the name that `pyodide py-compile` gives to a wheel.
"""

import hashlib
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from time import gmtime

from site_build.runtime.commands import run
from site_build.runtime.paths import CORE_FILES, LIBRARY, LOCK, SNAPSHOT
from site_build.runtime.program import LOADER, slim_program
from site_build.runtime.snapshot import make_snapshot
from site_build.site import EPOCH, PYODIDE, RUNTIME


def build_runtime(wheel: Path, folder: Path = RUNTIME) -> Path:
    """Make everything that the worker loads.

    Args:
        wheel: The plain wheel.
        folder: Where to put it. What is there is removed first.

    Returns:
        The folder with the files, named by their hash.
    """
    shutil.rmtree(folder, ignore_errors=True)
    made = folder / "new"
    made.mkdir(parents=True)
    for name in (LOADER, LIBRARY):
        shutil.copyfile(PYODIDE / name, made / name)
    slim_program(PYODIDE, made)
    compile_library(made / LIBRARY)
    # A separate folder, because py-compile takes every archive it finds, even the library's.
    with tempfile.TemporaryDirectory() as scratch:
        lock, compiled = compile_wheel(wheel, Path(scratch))
        shutil.copyfile(compiled, made / compiled.name)
        (made / LOCK).write_text(json.dumps(lock, sort_keys=True) + "\n", encoding="utf-8")
        snapshot = make_snapshot(made, compiled.name, Path(scratch))
    (made / SNAPSHOT).write_bytes(snapshot.packed)
    normalize(made / LIBRARY, keep=snapshot.modules)
    named = made.rename(folder / content_hash(made))
    check_runtime(folder)
    return named


def content_hash(path: Path) -> str:
    """Give a name for a file or a folder that changes whenever a name or a byte in it does.

    Args:
        path: The file or the folder. What Python compiled there beside its sources does not count.

    Returns:
        Sixteen hexadecimal digits; of what is not there, those of an empty folder.
    """
    total = hashlib.sha256()
    for file in [path] if path.is_file() else sorted(path.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            name = file.relative_to(path).as_posix()
            total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:16]


def compile_library(archive: Path) -> None:
    """Compile the standard library in place: Python would do so at every ordinary start.

    What it leaves out, docstrings and assertions, would be memory of the snapshot that nobody uses.
    """
    # The wheel keeps its docstrings: readers see them as the words of the rules.
    run_pyodide(
        "py-compile", "--silent", "--no-keep", archive.name, cwd=archive.parent, PYTHONOPTIMIZE="2"
    )
    normalize(archive)  # The snapshot remembers the dates in it.


def compile_wheel(wheel: Path, scratch: Path) -> tuple[dict[str, object], Path]:
    """Register and compile the wheel in an empty folder.

    Returns:
        The lock file's content, and the path of the compiled wheel.
    """
    # npm's own lock lists some hundred packages that we do not ship; only its versions are needed.
    base = json.loads((PYODIDE / LOCK).read_text(encoding="utf-8"))
    path = scratch / LOCK
    path.write_text(json.dumps({"info": base["info"], "packages": {}}), encoding="utf-8")
    shutil.copyfile(wheel, scratch / wheel.name)
    run_pyodide(
        "lockfile", "add-wheels", f"--input={LOCK}", f"--output={LOCK}", wheel.name, cwd=scratch
    )
    run_pyodide("py-compile", "--silent", ".", cwd=scratch)

    lock = json.loads(path.read_text(encoding="utf-8"))
    (entry,) = lock["packages"].values()
    compiled = scratch / entry["file_name"]
    normalize(compiled)
    entry["sha256"] = hashlib.sha256(compiled.read_bytes()).hexdigest()
    return lock, compiled


def run_pyodide(*arguments: str, cwd: Path, **settings: str) -> None:
    """Run the `pyodide` command of this Python's environment.

    Args:
        arguments: Its arguments.
        cwd: The folder to run it in.
        settings: Variables for Python itself.

    Raises:
        RuntimeError: It failed.
    """
    # With SOURCE_DATE_EPOCH, compiled files carry a hash of their source instead of its date.
    # The seed fixes the order of anything that hashing orders. Without ranges, what is compiled
    # does not say at which column of a line each step is; it still gives the lines.
    fixed = {"PYTHONHASHSEED": "0", "PYTHONNODEBUGRANGES": "1"}
    command: list[str | Path] = [Path(sys.executable).with_name("pyodide"), *arguments]
    run(command, f"pyodide {arguments[0]} failed", cwd, **fixed, **settings)


def normalize(archive: Path, keep: Iterable[str] | None = None) -> None:
    """Rewrite a zip file with a fixed date and fixed permissions for every entry.

    Args:
        archive: The file.
        keep: The entries to keep; without it, all.

    Raises:
        KeyError: An entry to be kept is not there.
    """
    with zipfile.ZipFile(archive) as old:
        names = sorted(set(old.namelist() if keep is None else keep))
        content = [(name, old.read(name)) for name in names]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name, data in content:
            entry = zipfile.ZipInfo(name, date_time=gmtime(int(EPOCH))[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3  # Unix, whatever this machine is
            new.writestr(entry, data)


def check_runtime(folder: Path = RUNTIME) -> list[Path]:
    """Make sure that the folder holds exactly what it should.

    Returns:
        Its files, sorted.

    Raises:
        RuntimeError: A file is missing, superfluous, empty or not the one that the lock names, or
            the name of the folder is not the hash of its content.
    """
    (named,) = folder.iterdir()
    if named.name != content_hash(named):
        raise RuntimeError(f"{named} has changed since it was named")
    lock = json.loads((named / LOCK).read_text(encoding="utf-8"))
    (entry,) = lock["packages"].values()
    expected = {*CORE_FILES, LIBRARY, LOCK, SNAPSHOT, entry["file_name"]}
    files = sorted(named.iterdir())
    if {path.name for path in files} != expected:
        raise RuntimeError(f"{named} should hold {sorted(expected)}")
    if not all(path.stat().st_size for path in files):
        raise RuntimeError(f"{named} has an empty file")
    wheel = named / entry["file_name"]
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != entry["sha256"]:
        raise RuntimeError(f"{wheel.name} is not the wheel that {LOCK} names")
    return files
