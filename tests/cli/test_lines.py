"""How lines are read, in this process."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from cagecore import check
from cagecore.cli import main
from cagecore.wire.reports import report_to_dict
from tests.helpers.reports import corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cagecore.report import Report

    Reader = Callable[..., tuple[int, list[object], str]]


class _Input:
    """Standard input made of given bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def _reports(written: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.splitlines()]


@pytest.fixture
def reader(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Reader:
    """Give a function that checks bytes from a source: status, what was read, and complaints."""

    def read(source: str, data: bytes, *options: str) -> tuple[int, list[object], str]:
        path = tmp_path / "codes.txt"
        path.write_bytes(data)
        monkeypatch.setattr("sys.stdin", _Input(data))
        arguments = {"-": ["-"], "nothing": [], "--file": ["--file", str(path)]}
        arguments["--file -"] = ["--file", "-"]
        status = main(["check", "--json", *options, *arguments[source]])
        captured = capsys.readouterr()
        reports = _reports(captured.out)
        assert reports == [report_to_dict(check(str(report["input"]))) for report in reports]
        return status, [report["input"] for report in reports], captured.err

    return read


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"1ABC5\nK0999\n", ["1ABC5", "K0999"]),
        (b"1ABC5\nK0999", ["1ABC5", "K0999"]),
        (b"1ABC5\r\nK0999\r\n", ["1ABC5", "K0999"]),
        (b"\n1ABC5\n\n\nK0999\n", ["", "1ABC5", "", "", "K0999"]),
        (b"1ABC5\n\n", ["1ABC5"]),
        (b"1ABC5\n \t\n\n \n", ["1ABC5"]),
        (b"1ABC5\n ", ["1ABC5"]),
        (b" \n\n1ABC5\n", [" ", "", "1ABC5"]),
        (b"\r\n\r\n", []),
        (b"", []),
        (b"\n", []),
        (b"1ABC5\rK0999\r", ["1ABC5", "K0999"]),
        (b"1", ["1"]),
        (b"  1ABC5\t\n", ["  1ABC5\t"]),
        (b"\xef\xbb\xbf1ABC5\n", ["\ufeff1ABC5"]),
        ("1ABC5\nK0999\n".encode("utf-16"), ["1ABC5", "K0999"]),
        (b"\xfe\xff" + "1ABC5\r\nK0999".encode("utf-16-be"), ["1ABC5", "K0999"]),
        ("\ufeff\u0421\U0001f600\n\n1".encode("utf-16-le"), ["\u0421\U0001f600", "", "1"]),
        (b"\xff\xfe1\x00A", ["1\ufffd"]),
        (b"1AB\xff5\n\xc3\n", ["1AB\udcff5", "\udcc3"]),
        (b"\xff", ["\udcff"]),
        (b"1ABC5\x00\n", ["1ABC5\x00"]),
        ("1ABC5\u2028K0999\x0b\x0c\x85\n".encode(), ["1ABC5\u2028K0999\x0b\x0c\x85"]),
        (b"O" * 100_000 + b"\n1ABC5\n", ["O" * 100_000, "1ABC5"]),
    ],
)
@pytest.mark.parametrize("source", ["-", "nothing", "--file", "--file -"])
def test_lines(source: str, data: bytes, texts: list[str], reader: Reader) -> None:
    """Texts are read line by line, whatever is in them; a blank line at a file's end is no text."""
    status, read, complaints = reader(source, data)
    assert (read, complaints) == (texts, "")
    assert status == int(not all(check(text).well_formed for text in texts))


def test_corpus(reader: Reader) -> None:
    """Every row of the corpus that fits on a line is read as it is."""
    texts = [
        case.text
        for case in corpus()
        if case.expect is None and not re.search("[\r\n]|[\ud800-\udfff]", case.text)
    ]
    data = "".join(f"{text}\n" for text in [*texts, "1ABC5"]).encode()
    assert reader("-", data) == (1, [*texts, "1ABC5"], "")


@pytest.mark.parametrize(
    ("data", "texts", "refused"),
    [
        (b"1ABC5\nAAAAAA\n2ABC5\n", ["1ABC5", "2ABC5"], [2]),
        (b"AAAAAA\r\n1ABC5", ["1ABC5"], [1]),
        (b"1ABC5\n\nAAAAAA", ["1ABC5", ""], [3]),
        (b"AAAAAA\n" + b"A" * 200_000 + b"\n1ABC5\n" + b"A" * 70_000, ["1ABC5"], [1, 2, 4]),
        (b"1ABC5\n" + b" " * 70_000, ["1ABC5"], [2]),
        ("\u0421\u0421\u0421\u0421\u0421\n".encode() * 2, ["\u0421" * 5] * 2, []),
        ("1ABC5\nAAAAAA\n2ABC5\n".encode("utf-16"), ["1ABC5", "2ABC5"], [2]),
    ],
)
def test_too_long_a_line(
    data: bytes, texts: list[str], refused: list[int], reader: Reader, tmp_path: Path
) -> None:
    """A line that is too long is named by file and number; every other line has its report."""
    status, read, complaints = reader("--file", data, "--max-line", "5")
    name = tmp_path / "codes.txt"
    assert read == texts
    assert complaints.splitlines() == [
        f"cagecore: {name}, line {number}: longer than 5 characters and not checked"
        " (see --max-line)"
        for number in refused
    ]
    assert status == (2 if refused else 1)


def test_longest_line(reader: Reader) -> None:
    """Without another word a line has up to a million characters."""
    longest = "A" * 1_000_000
    assert reader("--file", f"{longest}\n1ABC5".encode()) == (1, [longest, "1ABC5"], "")
    status, read, complaints = reader("--file", f"{longest}A\n1ABC5".encode())
    assert (status, read) == (2, ["1ABC5"])
    assert "longer than 1,000,000 characters" in complaints
    assert reader("--file", f"{longest}A".encode(), "--max-line", "1000001")[1] == [f"{longest}A"]


class _Broken(io.RawIOBase):
    """A file that cannot be read further."""

    def readable(self) -> bool:
        return True

    def readinto(self, _buffer: object) -> int:
        raise OSError(5, "Input/output error")


@pytest.mark.parametrize(
    ("arguments", "name"), [(["-"], "standard input"), (["--file", "codes.txt"], "codes.txt")]
)
def test_input_that_breaks_off(
    arguments: list[str],
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An error while reading is reported in one line that names what is read, with status 2."""
    broken = _Input(b"")
    broken.buffer = io.BufferedReader(_Broken())  # type: ignore[assignment]
    monkeypatch.setattr("sys.stdin", broken)
    monkeypatch.setattr("pathlib.Path.open", lambda *_: broken.buffer)
    assert main(["check", *arguments]) == 2
    assert capsys.readouterr().err == f"cagecore: {name}: Input/output error\n"


def test_memory(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    """Where memory ends there are one line and status 2; what was checked has been written."""

    def check_some(text: str, expect: object) -> Report:
        del expect
        if text == "2ABC5":
            raise MemoryError
        return check(text)

    monkeypatch.setattr("cagecore.cli.check.check", check_some)
    done = reader("--file", b"1ABC5\n2ABC5\n")
    assert done == (2, ["1ABC5"], "cagecore: there is not enough memory\n")


def test_closed_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without standard input there are one line and status 2, and no traceback."""
    monkeypatch.setattr("sys.stdin", None)
    assert main(["check", "-"]) == 2
    assert capsys.readouterr().err == "cagecore: standard input: is closed\n"
