"""The folder that the browser loads Python from: Pyodide and the compiled wheel, nothing else.

Run as `python -m site_build.runtime` it fills `build/runtime/` from `node_modules/pyodide` and
the wheel in `build/wheel/`. Nothing is downloaded, and the same input gives the same bytes.

The wheel is first registered in a lock file and then compiled: `pyodide lockfile add-wheels`
refuses the name that `pyodide py-compile` gives to a wheel.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from site_build.wheel import EPOCH, find_wheel

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "runtime"
PYODIDE = ROOT / "node_modules" / "pyodide"
CORE_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"


def build_runtime(wheel: Path, folder: Path = FOLDER) -> list[Path]:
    """Fill a folder with all that `loadPyodide` needs.

    Args:
        wheel: The plain wheel.
        folder: Where to put the files. What is there is removed first.

    Returns:
        The files, all of them.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in CORE_FILES:
        shutil.copyfile(PYODIDE / name, folder / name)
    # A folder of its own, because py-compile takes every archive it finds, even the library's.
    with tempfile.TemporaryDirectory() as scratch:
        lock, compiled = compile_wheel(wheel, Path(scratch))
        shutil.copyfile(compiled, folder / compiled.name)
        (folder / LOCK).write_text(json.dumps(lock, sort_keys=True) + "\n", encoding="utf-8")
    return check_runtime(folder)


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
    normalise(compiled)
    entry["sha256"] = hashlib.sha256(compiled.read_bytes()).hexdigest()
    return lock, compiled


def run_pyodide(*arguments: str, cwd: Path) -> None:
    """Run the `pyodide` command of this Python's environment."""
    # With SOURCE_DATE_EPOCH, compiled files carry a hash of their source instead of its date.
    # The seed fixes the order of anything that hashing orders.
    subprocess.run(  # noqa: S603 - every argument is named in this module
        [Path(sys.executable).with_name("pyodide"), *arguments],
        cwd=cwd,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": "0"},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def normalise(archive: Path) -> None:
    """Rewrite a zip file with a fixed date and fixed permissions for every entry."""
    with zipfile.ZipFile(archive) as old:
        content = [(name, old.read(name)) for name in sorted(old.namelist())]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name, data in content:
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3  # Unix, whatever this machine is
            new.writestr(entry, data)


def check_runtime(folder: Path = FOLDER) -> list[Path]:
    """Make sure that the folder holds exactly what it should.

    Returns:
        Its files, sorted.

    Raises:
        RuntimeError: A file is missing, superfluous, empty or not the one that the lock names.
    """
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    (entry,) = lock["packages"].values()
    expected = {*CORE_FILES, LOCK, entry["file_name"]}
    files = sorted(folder.iterdir())
    if {path.name for path in files} != expected:
        raise RuntimeError(f"{folder} should hold {sorted(expected)}")
    if not all(path.stat().st_size for path in files):
        raise RuntimeError(f"{folder} has an empty file")
    wheel = folder / entry["file_name"]
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != entry["sha256"]:
        raise RuntimeError(f"{wheel.name} is not the wheel that {LOCK} names")
    return files


if __name__ == "__main__":
    made = build_runtime(find_wheel())
    print(f"Built {FOLDER.relative_to(ROOT)}: {', '.join(path.name for path in made)}")
