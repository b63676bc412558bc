"""Pyodide's program without the functions that only extension modules would call.

Pyodide exports some nine thousand functions for modules that are linked while it runs. This site
links none, and to a browser each of them is work: it compiles them, and its script enters each
into a table at every start. So the script loses the lines that merely hand a function on, and
Binaryen's `wasm-metadce` takes away what the script then no longer names, with whatever only that
has called. What is left is unchanged; a function that is missed would be missed in Node too, where
all tests of the core run on this very program.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from site_build.runtime.commands import run
from site_build.site import PACKAGES

if TYPE_CHECKING:
    from pathlib import Path

BINARYEN: Final = PACKAGES / "binaryen" / "bin"
SCRIPT: Final = "pyodide.asm.js"
PROGRAM: Final = "pyodide.asm.wasm"
LOADER: Final = "pyodide.mjs"
HANDED_ON: Final = re.compile(r'var ([\w$]+)=Module\["[\w$]+"\]=wasmExports\["([\w$]+)"\];')
"""A line that gives a function of the program a name in the script, and does no more."""
NAMED: Final = re.compile(r'wasmExports\["([\w$]+)"\]')
WORD: Final = re.compile(r"[\w$]+")
# What Pyodide was compiled with; Binaryen refuses a program that uses more.
FEATURES: Final = (
    "--enable-bulk-memory",
    "--enable-exception-handling",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
)


def slim_script(script: str, loader: str) -> str:
    """Leave out the lines that hand on a function which neither script uses.

    Args:
        script: What belongs to the program, `pyodide.asm.js`.
        loader: What starts it, `pyodide.mjs`.

    Returns:
        The script without those lines.

    Raises:
        RuntimeError: There are none: Pyodide writes them otherwise now.
    """
    used = set(WORD.findall(HANDED_ON.sub("", script) + loader))
    slim = HANDED_ON.sub(lambda line: line[0] if used & set(line.groups()) else "", script)
    if slim == script:
        raise RuntimeError(f"{SCRIPT} no longer hands functions on as it did")
    return slim


def named(script: str) -> list[str]:
    """List the functions of the program that a script names.

    Args:
        script: A script.

    Returns:
        Their names, sorted.
    """
    return sorted(set(NAMED.findall(script)))


def slim_program(pyodide: Path, made: Path) -> None:
    """Write the program and its script without what nobody calls.

    Args:
        pyodide: The folder of npm's package.
        made: The folder to write to.

    Raises:
        RuntimeError: Pyodide or Binaryen has changed in a way that this does not know.
    """
    loader = (pyodide / LOADER).read_bytes().decode()
    script = slim_script((pyodide / SCRIPT).read_bytes().decode(), loader)
    (made / SCRIPT).write_bytes(script.encode())
    names = named(script)
    graph = made / "graph.json"
    root = {"name": "script", "root": True, "reaches": names}
    nodes = [root, *({"name": name, "export": name} for name in names)]
    graph.write_text(json.dumps(nodes), encoding="utf-8")
    command: list[str | Path] = ["node", BINARYEN / "wasm-metadce", pyodide / PROGRAM, *FEATURES]
    run([*command, f"--graph-file={graph}", "-o", made / PROGRAM], f"Binaryen refused {PROGRAM}")
    graph.unlink()
