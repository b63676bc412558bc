"""The command line inside another program, which gives it streams of text."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from cagecore import __version__
from cagecore.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def _no_streams() -> Iterator[None]:
    """Take the process's own streams away: what is given others never looks for them."""
    with pytest.MonkeyPatch.context() as process:
        for name in ("stdin", "stdout", "stderr"):
            process.setattr(sys, name, None)
        yield


def _run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
    """Run a command on streams in memory."""
    output, complaints = io.StringIO(), io.StringIO()
    with _no_streams():
        status = main(arguments, stdin=io.StringIO(stdin), stdout=output, stderr=complaints)
    return status, output.getvalue(), complaints.getvalue()


@pytest.mark.parametrize("arguments", [["-"], [], ["--file", "-"]])
def test_given_streams(arguments: list[str]) -> None:
    """Text is read from the given stream, and reports go to the given one."""
    status, output, complaints = _run("check", *arguments, stdin="1ABC5\r\n\u0421\n\n")
    assert (status, complaints) == (1, "")
    assert [line for line in output.splitlines() if line[0] != " "] == [
        "1ABC5: well formed as a CAGE code",
        "\u0421: not well formed",
    ]


def test_too_long_a_line() -> None:
    """The limit of lines holds for a given stream, too, whose lines come in pieces."""
    status, output, complaints = _run(
        "check", "--json", "--max-line", "5", "-", stdin=f"{'A' * 200_000}\n1ABC5"
    )
    assert status == 2
    assert output.count("\n") == 1
    assert complaints.startswith("cagecore: standard input, line 1: longer than 5 characters")


def test_help_and_complaints() -> None:
    """Help and version go to the given output, complaints to the given stream of errors."""
    assert _run("--version") == (0, f"cagecore {__version__}\n", "")
    assert _run("check", "--help")[1].startswith("usage: cagecore check")
    status, output, complaints = _run("check", "--nonsense")
    assert (status, output) == (2, "")
    assert complaints == "cagecore: unrecognized arguments: --nonsense (see cagecore --help)\n"
    assert _run("check", "--file", "")[2].endswith("(see cagecore check --help)\n")
    assert _run("patterns")[1].startswith("cage\t")


def test_closed_streams() -> None:
    """Where a stream is neither given nor there, the status says it."""
    complaints = io.StringIO()
    with _no_streams():
        statuses = [main(["check", "1ABC5"], stderr=complaints), main(["--help"])]
    assert statuses == [2, 2]
    assert complaints.getvalue() == "cagecore: standard output: is closed\n"


def test_standard_input_of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a program has put text in the place of standard input, that is read."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("1ABC5\n"))
    output = io.StringIO()
    assert main(["check", "-"], stdout=output) == 0
    assert output.getvalue().startswith("1ABC5: well formed as a CAGE code\n")


def test_decoding_of_the_stream(tmp_path: Path) -> None:
    """A given stream is read as it decodes its bytes, whatever the command would do."""
    path = tmp_path / "codes.txt"
    path.write_bytes(b"1\xc1BC5\n\n")
    output = io.StringIO()
    with path.open(encoding="latin-1") as stream:
        assert main(["check", "-"], stdin=stream, stdout=output) == 1
    assert output.getvalue().startswith("1\u00c1BC5: ")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "utf-16"])
def test_any_encoding(encoding: str) -> None:
    """A stream whose encoding does not have a character gets an escape for it."""
    shown = io.BytesIO()
    stream = io.TextIOWrapper(shown, encoding=encoding)
    assert main(["check", "1AB\u04215"], stdout=stream) == 1
    written = shown.getvalue().decode(encoding)
    assert ("\u0421" if encoding.startswith("utf") else "\\u0421") in written


def test_stream_that_cannot_be_written() -> None:
    """An error that names no file is reported by what it says."""

    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise io.UnsupportedOperation("not writable")

    complaints = io.StringIO()
    assert main(["check", "1ABC5"], stdout=Full(), stderr=complaints) == 2
    assert complaints.getvalue() == "cagecore: output: not writable\n"
    assert main(["check", "1ABC5"], stdout=Full(), stderr=Full()) == 2


def test_reader_that_has_gone() -> None:
    """Where the reader of the output has gone, the status is that of a broken pipe."""

    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    assert main(["check", "1ABC5"], stdout=Gone(), stderr=io.StringIO()) == 141


def test_interrupt() -> None:
    """Ctrl-C is for the program around: the command does not hide it."""

    class Interrupted(io.StringIO):
        def write(self, _text: str) -> int:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        main(["check", "1ABC5"], stdout=Interrupted())
