"""Pyodide's program and script as this site ships them: without what is never called."""

import json
import subprocess
from pathlib import Path

import pytest

from site_build.runtime.program import PROGRAM, SCRIPT, named, slim_program, slim_script
from site_build.site import PYODIDE, RUNTIME

HANDED_ON = 'var _{0}=Module["_{0}"]=wasmExports["{0}"];'
"""How Pyodide's script gives a function of the program a name."""
EXPORTS = """
const program = new WebAssembly.Module(require("node:fs").readFileSync(process.argv[1]));
console.log(JSON.stringify(WebAssembly.Module.exports(program).map(({ name }) => name)));
"""


def exports(program: Path) -> list[str]:
    """Ask Node what a program exports."""
    done = subprocess.run(  # noqa: S603 - a script of ours, with a file of ours
        ["node", "-e", EXPORTS, program],  # noqa: S607 - the Node that the build found
        capture_output=True,
        check=True,
    )
    return sorted(json.loads(done.stdout))


def test_script_keeps_what_is_used() -> None:
    """A function that the script or the loader calls, by either of its names, stays."""
    lines = [HANDED_ON.format(name) for name in ("a", "b", "c", "d")]
    script = "".join([*lines, "_a(1);", 'ccall("b");', 'wasmExports["e"]();'])

    slim = slim_script(script, "Module._c(2)")

    assert slim == "".join([*lines[:3], "_a(1);", 'ccall("b");', 'wasmExports["e"]();'])
    assert named(slim) == ["a", "b", "c", "e"]


def test_other_script_is_refused() -> None:
    """A Pyodide that is written differently stops the build: nothing ships unnoticed."""
    with pytest.raises(RuntimeError, match="no longer hands functions on"):
        slim_script('const _a = wasmExports["a"];', "")


def test_program_exports_what_the_script_names() -> None:
    """No function that the script could call is missing, and none is there that nobody calls."""
    (built,) = RUNTIME.iterdir()
    wanted = named((built / SCRIPT).read_text("utf-8"))

    assert exports(built / PROGRAM) == wanted
    assert set(wanted) < set(exports(PYODIDE / PROGRAM))


def test_refused_program_stops_the_build(tmp_path: Path) -> None:
    """What Binaryen cannot read stops the build, and Binaryen's reason is shown."""
    for name in (SCRIPT, "pyodide.mjs"):
        (tmp_path / name).write_bytes((PYODIDE / name).read_bytes())
    (tmp_path / PROGRAM).write_bytes(b"no program")
    made = tmp_path / "made"
    made.mkdir()

    with pytest.raises(RuntimeError, match="unrecognized module field"):
        slim_program(tmp_path, made)
