"""The command line as its own process. Not in Pyodide, which cannot start one."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which an answer counts as none."""
POSIX = pytest.mark.skipif(os.name != "posix", reason="closed streams are made by a POSIX shell")


def _run(
    *arguments: str, data: bytes = b"", flags: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *flags, "-m", "cagecore", *arguments]
    return subprocess.run(command, input=data, capture_output=True, cwd=ROOT, check=False)  # noqa: S603 - our own command


def _shell(script: str) -> subprocess.CompletedProcess[bytes]:
    command = ["/bin/sh", "-c", script, "sh", sys.executable]
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=False)  # noqa: S603 - our own command


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["check", "1ABC5"], 0), (["check", "1ABO5"], 1), (["check", "--nonsense"], 2), ([], 2)],
)
def test_status(arguments: list[str], status: int) -> None:
    """The process ends with the documented status and never with a traceback."""
    done = _run(*arguments)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["--file", "codes.txt", "1ABC5"], ["-", "1ABC5"], ["--file", ""]]
)
def test_usage_of_a_command(arguments: list[str]) -> None:
    """A complaint about the arguments of a command leads to the help of that command."""
    assert _run("check", *arguments).stderr.rstrip().endswith(b"(see cagecore check --help)")


def test_json_from_a_bare_checkout() -> None:
    """Without site-packages or user settings, the output is one JSON object per line."""
    done = _run(
        "check", "--json", "-", data=b"1ABC5\n\nK0999\r\n1AB\xff5", flags=("-S", "-E", "-s", "-B")
    )
    inputs = [json.loads(line)["input"] for line in done.stdout.splitlines()]
    assert (inputs, done.returncode, done.stderr) == (["1ABC5", "", "K0999", "1AB\udcff5"], 1, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "cp1252"])
def test_encodings(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the terminal's encoding, the report is written."""
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    done = _run("check", "1AB\u04215", "\U0001f600")
    assert done.returncode == 1
    assert b"text-foreign-character" in done.stdout
    assert done.stderr == b""


@POSIX
def test_arguments_that_are_no_text() -> None:
    """An argument of bytes that are not text is treated like any other."""
    done = _shell('"$1" -m cagecore check --json "$(printf \'1AB\\3775\')"')
    assert json.loads(done.stdout)["input"] == "1AB\udcff5"
    assert done.returncode == 1


@POSIX
@pytest.mark.parametrize("line", [b"\n", b"\r\n", b"1ABC5\n"])
def test_answers_line_by_line(line: bytes) -> None:
    """A program that waits for the answer to each line gets it, even if the first is blank."""
    command = [sys.executable, "-m", "cagecore", "check", "--json", "-"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(line)
        running.stdin.flush()
        answered, _, _ = select.select([running.stdout], [], [], PATIENCE)
        running.stdin.close()
        assert answered
        assert json.loads(running.stdout.readline())["input"] == line.decode().rstrip("\r\n")


@POSIX
def test_broken_pipe() -> None:
    """A reader that leaves early ends the command silently."""
    command = '("$1" -m cagecore check --json -; echo $? >&2)'
    done = _shell(f"yes 1ABC5 | head -n 50000 | {command} | head -n 1")
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b"141\n"


@POSIX
@pytest.mark.parametrize(
    ("redirection", "status"),
    [
        ("- <&-", 2),
        ("1ABC5 >&-", 2),
        ("1ABC5 2>&-", 0),
        ("--nonsense 2>&-", 2),
        ("--file /nothing/here 2>&-", 2),
    ],
)
def test_closed_streams(redirection: str, status: int) -> None:
    """A closed stream gives a line and a status, never a traceback."""
    done = _shell(f'"$1" -m cagecore check {redirection}')
    assert b"Traceback" not in done.stderr
    assert b"cagecore: " not in done.stdout
    assert done.returncode == status


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_full_disk() -> None:
    """A full disk is reported in one line, with status 2."""
    done = _shell('"$1" -m cagecore check 1ABC5 >/dev/full')
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"cagecore: output: ")
    for usage in ("--file /nothing/here", "--nonsense"):
        assert _shell(f'"$1" -m cagecore check {usage} 2>/dev/full').returncode == 2


def test_nothing_but_the_standard_library() -> None:
    """Importing everything brings in no module from outside the standard library."""
    script = (
        "import cagecore.cli, sys;"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}"
        " - set(sys.stdlib_module_names) - {'__main__'}))"
    )
    command = [sys.executable, "-S", "-E", "-B", "-c", script]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)  # noqa: S603 - our own command
    assert done.stdout.split() == [b"cagecore"]
