"""The command line, run in this process."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cagecore import __version__, check
from cagecore.cli import main
from cagecore.wire.reports import report_to_dict

if TYPE_CHECKING:
    from pathlib import Path


def _json_lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["1ABC5"], 0),
        (["1ABC5", "K0999", "n4yffgl4cdx5"], 0),
        (["1ABC5", "1ABO5"], 1),
        (["N/A"], 1),
        ([""], 1),
        (["541330"], 0),
        (["--expect", "cage", "541330"], 1),
        (["--expect", "cage,ncage", "K0999", "1ABC5"], 0),
        (["--expect", "CAGE", "1ABC5"], 0),
        (["--expect", "cage, ncage", "K0999"], 0),
        (["--expect", "cage", "--expect", "ncage", "K0999", "1ABC5"], 0),
        (["--", "-1ABC5"], 0),
        (["--json", "1ABC5"], 0),
        (["--json", "HELLO, DEAR WORLD"], 1),
    ],
)
def test_status(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The status is 0 when every code is well formed and 1 when one is not."""
    assert main(["check", *arguments]) == status
    captured = capsys.readouterr()
    assert captured.out
    assert not captured.err


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints the report of each code as one line."""
    texts = ["dg119 ", "N/A", "27340", "1ABO5"]
    assert main(["check", "--json", *texts]) == 1
    assert _json_lines(capsys) == [report_to_dict(check(text)) for text in texts]


def test_expect(capsys: pytest.CaptureFixture[str]) -> None:
    """--expect says what kind of code the field is for."""
    assert main(["check", "--json", "--expect", "cage,ncage", "541330"]) == 1
    assert _json_lines(capsys) == [report_to_dict(check("541330", expect=["cage", "ncage"]))]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("1ABC5", ["1ABC5: well formed as a CAGE code"]),
        ("dg119", ["= DG119", "= nation of the structure: Germany; such", "[text-lower-case]"]),
        ("S4080", ["= such codes are assigned by the NATO Support and Procurement Agency"]),
        ("A123L", ["= nation of the structure: Belarus"]),
        ("IREF0", ["AC/135"]),
        ("1ABO5", ["not well formed as a CAGE code", "at 4:", "[cage-letters-i-o]", "1AB05"]),
        ("K09+9", ["[ncage-alphabet]"]),
        ("1A++5", ["at 3\u20134:"]),
        ("N/A", ["N/A: not well formed", "[missing-value]"]),
        ("", [": not well formed"]),
        ("27340", ["NAICS", "ZIP"]),
        ("HELLO, DEAR WORLD", ["not well formed", "[unrecognised]"]),
    ],
)
def test_for_people(code: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The output for people has the verdict, the nation, and each finding's place and rule."""
    main(["check", code])
    shown = capsys.readouterr().out
    assert all(word in shown for word in words)


@pytest.mark.parametrize(
    "text",
    [
        "1AB\x1b[31mC5",
        "\x1b]0;title\x07",
        "1ABC5\x00\x08\x7f",
        "1AB\x9b31mC5",
        "1ABC5\r2ABC6",
        "1ABC5\n2ABC6",
        "\u202e1AB5",
        "1AB\u2028C5",
        "\ud8001ABC5",
        "CAGE \x1b[2J1ABC5",
        "\x1b" * 100,
    ],
)
@pytest.mark.parametrize("options", [[], ["--json"], ["--expect", "cage,uei"]])
def test_nothing_raw_reaches_the_terminal(
    text: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Control characters of a typed text are shown as escapes, never sent."""
    main(["check", *options, "--", text])
    lines = capsys.readouterr().out.split("\n")
    assert lines
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["check", "--nonsense"],
        ["check", "--expect", "vendor", "1ABC5"],
        ["check", "--expect", "", "1ABC5"],
        ["check", "--expect", "cage,", "1ABC5"],
        ["check", "--expect", "nspa-request", "1ABC5"],
        ["check", "--expect"],
        ["check", "--file"],
        ["check", "--file", ""],
        ["check", "--file", "codes.txt", "1ABC5"],
        ["check", "-", "1ABC5"],
        ["check", "-1ABC5"],
        ["check", "--json=yes", "1ABC5"],
        ["check", "--max-line", "0", "-"],
        ["check", "--max-line", "1 MB", "-"],
        ["che\x1b[31mck"],
        ["check", "--\x1b[31m\n"],
        ["check", "--expect", "\x1b[31m\n"],
    ],
)
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong call is reported in one line without escape sequences, and the status is 2."""
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert not captured.out
    assert captured.err.endswith("\n")
    assert captured.err[:-1].isprintable()
    assert "--help" in captured.err


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """--help shows the command, and the status is 0."""
    assert main(arguments) == 0
    assert "check" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version shows the library's version."""
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("name", ["missing.txt", ".", "missing\x1b[31m\n.txt", "missing\x00.txt"])
def test_unreadable_file(name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A missing file, a folder or no name at all is reported in one line, with status 2."""
    assert main(["check", "--file", f"{tmp_path}/{name}"]) == 2
    captured = capsys.readouterr()
    assert not captured.out
    assert captured.err.endswith("\n")
    assert captured.err[:-1].isprintable()
