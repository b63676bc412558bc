"""The command line as its own process. Not in Pyodide, which cannot start one."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

import pytest

from cagecore.cli.lines import of_standard_input

if TYPE_CHECKING:
    from collections.abc import Iterator

_Process: TypeAlias = "subprocess.Popen[bytes]"

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


@contextmanager
def _program(*arguments: str, first: str = "", **streams: IO[bytes] | int) -> Iterator[_Process]:
    """Start the program, with some lines of Python before it.

    A shell's background process ignores Ctrl-C, and so do the processes that it starts; this one
    has Python's own handler, whoever runs the tests.
    """
    script = (
        "import os, runpy, signal, sys\n"
        f"signal.signal(signal.SIGINT, signal.default_int_handler)\n{first}\n"
        "runpy.run_module('cagecore', run_name='__main__', alter_sys=True)\n"
    )
    command = [sys.executable, "-c", script, *arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, **{**pipes, **streams}) as process:  # type: ignore[call-overload] # noqa: S603 - our own command
        try:
            yield process
        finally:
            process.kill()


def _answer(process: _Process, line: bytes) -> object:
    """Send a line, and wait for what is said of it."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(line)
    process.stdin.flush()
    answered, _, _ = select.select([process.stdout], [], [], PATIENCE)
    assert answered
    return json.loads(process.stdout.readline())["input"]


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
    with _program("check", "--json", "-") as process:
        assert _answer(process, line) == line.decode().rstrip("\r\n")


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


def _wait_until_full(pipe: int, process: _Process) -> None:
    """Wait until no more fits into a pipe: who writes into it then has to wait."""
    while select.select([], [pipe], [], 0)[1]:
        assert process.poll() is None
        time.sleep(0.01)


@POSIX
def test_input_that_does_not_wait() -> None:
    """Standard input in non-blocking mode is read to its end, not to where it pauses."""
    given, sender = os.pipe()
    os.set_blocking(given, False)
    with _program("check", "--json", "-", stdin=given) as process, os.fdopen(sender, "wb") as stdin:
        process.stdin = stdin
        assert [_answer(process, line) for line in (b"1ABC5\n", b"K0999\n")] == ["1ABC5", "K0999"]
        stdin.write(b"2ABC5")
        stdin.close()
        process.stdin = None
        rest, complaints = process.communicate(timeout=PATIENCE)
    assert json.loads(rest)["input"] == "2ABC5"
    assert (process.returncode, complaints) == (0, b"")


@POSIX
def test_input_that_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing has come yet, the reader waits for more. In this process the pause is sure."""
    given, sender = os.pipe()
    os.set_blocking(given, False)
    comes = [b"1ABC5\nK0999", b""]

    def wait(*_: object) -> None:
        if piece := comes.pop(0):
            os.write(sender, piece)
        else:
            os.close(sender)

    monkeypatch.setattr(select, "select", wait)
    with os.fdopen(given, encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert list(of_standard_input(None, 100)) == ["1ABC5", "K0999"]
    assert comes == []


@POSIX
def test_output_that_does_not_wait(tmp_path: Path) -> None:
    """Into a full pipe in non-blocking mode everything is written, as soon as there is room."""
    codes = tmp_path / "codes.txt"
    codes.write_text("1ABC5\n" * 1000, encoding="utf-8")
    receiver, output = os.pipe()
    os.set_blocking(output, False)
    with _program("check", "--json", "--file", str(codes), stdout=output) as process:
        _wait_until_full(output, process)
        os.close(output)
        with os.fdopen(receiver, "rb") as stdout:
            reports = [json.loads(line) for line in stdout]
        _, complaints = process.communicate(timeout=PATIENCE)
    assert [report["input"] for report in reports] == ["1ABC5"] * 1000
    assert (process.returncode, complaints) == (0, b"")


@POSIX
def test_interrupt_while_reading() -> None:
    """Ctrl-C while the program waits for a line ends it with status 130, and says nothing."""
    with _program("check", "--json", "-") as process:
        assert _answer(process, b"1ABC5\n") == "1ABC5"
        process.send_signal(signal.SIGINT)
        done = process.communicate(timeout=PATIENCE)
    assert (process.returncode, *done) == (130, b"", b"")


@POSIX
def test_interrupt_while_writing(tmp_path: Path) -> None:
    """Ctrl-C while the program waits for the reader of a full pipe ends it all the same."""
    codes = tmp_path / "codes.txt"
    codes.write_text("1ABC5\n" * 1000, encoding="utf-8")
    receiver, output = os.pipe()
    with _program("check", "--json", "--file", str(codes), stdout=output) as process:
        _wait_until_full(output, process)
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=PATIENCE)
    os.close(output)
    os.close(receiver)
    assert (process.returncode, complaints) == (130, b"")


_INTERRUPT = "os.kill(os.getpid(), signal.SIGINT)"
_WHILE_LOADING = f"""
class Finder:
    def find_spec(self, name, *_):
        if name == "cagecore.cli.check":
            {_INTERRUPT}
sys.meta_path.insert(0, Finder())
"""
_AT_THE_END = f"import atexit; atexit.register(lambda: {_INTERRUPT})"
_IGNORED = "signal.signal(signal.SIGINT, signal.SIG_IGN)"


@POSIX
@pytest.mark.parametrize(
    ("first", "status"),
    [(_WHILE_LOADING, 130), (_AT_THE_END, 130), (f"{_AT_THE_END}\n{_IGNORED}", 0)],
    ids=["loading", "ending", "ignored"],
)
def test_interrupt_at_the_edges(first: str, status: int) -> None:
    """Ctrl-C leaves no traceback while the commands load or the process ends.

    Where the parent has it ignored, it is.
    """
    with _program("check", "1ABC5", first=first) as process:
        _, complaints = process.communicate(timeout=PATIENCE)
    assert (process.returncode, complaints) == (status, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_memory(tmp_path: Path) -> None:
    """A line that memory does not hold is reported in one line, with status 2."""
    file = tmp_path / "long.txt"
    with file.open("wb") as long:
        long.truncate(1 << 30)  # It takes no room on the disk.
    limit = (
        "import resource\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + (128 << 20), -1))\n"
    )
    options = ("--max-line", str(1 << 30), "--file", str(file))
    with _program("check", *options, first=limit) as process:
        done = process.communicate(timeout=PATIENCE)
    assert (process.returncode, *done) == (2, b"", b"cagecore: there is not enough memory\n")


@POSIX
@pytest.mark.parametrize(("redirection", "reports"), [("<{}", 1), ("", 3)])
def test_blank_end(redirection: str, reports: int, tmp_path: Path) -> None:
    """Blank lines at the end of a file are no texts; every line of a pipe is one."""
    file = tmp_path / "codes.txt"
    file.write_bytes(b"1ABC5\n\n\n")
    pipe = "" if redirection else f"cat {file} | "
    done = _shell(f'{pipe}"$1" -m cagecore check --json - {redirection.format(file)}')
    assert done.stdout.count(b"\n") == reports
    assert done.returncode == int(reports > 1)


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
