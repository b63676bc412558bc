"""The command line: `cagecore check` and `cagecore patterns`.

Exit status: 0 when every code is well formed or the patterns are printed, 1 when a code is not well
formed, 2 for a usage error or a file that cannot be read.
"""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, cast

from cagecore import __version__
from cagecore.classify import check
from cagecore.nations import issuer_names, nation_names
from cagecore.patterns import patterns
from cagecore.rules import printable
from cagecore.schemes import SCHEMES
from cagecore.wire import report_to_dict, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cagecore.report import Finding, Reading, Report

_WELL_FORMED, _NOT_WELL_FORMED, _USAGE = 0, 1, 2
_BROKEN_PIPE, _INTERRUPTED = 141, 130
_MARKS = {"error": "✗", "warning": "!", "note": "·"}
_ORDER = tuple(_MARKS)


def _scheme_list(value: str) -> list[str]:
    schemes = [scheme.strip() for scheme in value.lower().split(",")]
    try:
        check("0", expect=schemes)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return schemes


def _file_name(value: str) -> Path:
    if not value:
        message = "a file has a name"
        raise argparse.ArgumentTypeError(message)
    return Path(value)


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_USAGE, f"{self.prog}: {printable(message, 500)} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="cagecore",
        description="Check the identifiers of U.S. and NATO procurement, on this machine alone.",
    )
    parser.add_argument("--version", action="version", version=f"cagecore {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    checking = commands.add_parser(
        "check",
        help="say what a code is and whether it is well formed",
        description="Say what each code is and whether it is well formed. Well formed never means"
        " issued, registered or active.",
        epilog="Exit status: 0 all are well formed; 1 one is not; 2 usage or unreadable file.",
    )
    checking.add_argument(
        "codes",
        nargs="*",
        metavar="CODE",
        help="codes to check; - reads one a line from standard input",
    )
    checking.add_argument(
        "--file", type=_file_name, help="read one code a line from this file; - is standard input"
    )
    checking.add_argument("--json", action="store_true", help="print one JSON object a line")
    checking.add_argument(
        "--expect",
        action="extend",
        type=_scheme_list,
        metavar="SCHEME",
        help="what the field is for: one of "
        + ", ".join(scheme.id for scheme in SCHEMES.values() if scheme.expectable)
        + "; several with commas between",
    )
    checking.set_defaults(run=_check, refuse=checking.error)
    listing = commands.add_parser(
        "patterns",
        help="print the pattern of every kind of code",
        description="Print the pattern of every kind of code: what a page applies before the core"
        " has started.",
    )
    listing.add_argument(
        "--json", action="store_true", help="print JSON, NCAGE structures included"
    )
    listing.set_defaults(run=_patterns)
    return parser


def _lines(stream: io.BufferedIOBase) -> Iterator[str]:
    """Read one text a line, blank lines included, whatever bytes are there.

    UTF-8 is the rule; a spreadsheet's "Unicode text" is UTF-16 and says so in its first two bytes.
    Bytes that are not text become lone surrogates, which the check refuses and names.
    """
    start = stream.read(1)
    if start in {b"\xff", b"\xfe"}:  # Only now: the line may end here, and its sender wait.
        start += stream.read(1)
    encoding = "utf-16" if start in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    errors = "replace" if encoding == "utf-16" else "surrogateescape"
    rest = io.BufferedReader(_Chained(start, stream))
    for line in io.TextIOWrapper(rest, encoding=encoding, errors=errors):
        yield line.removesuffix("\n")


class _Chained(io.RawIOBase):
    """A stream with the bytes that were read ahead put back in front."""

    def __init__(self, start: bytes, stream: io.BufferedIOBase) -> None:
        self._start, self._stream = start, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - the buffer protocol's type came in 3.12
        chunk = self._start or self._stream.read1(len(buffer))
        self._start = b""
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _refuse_closed(stream: TextIO | None, name: str) -> None:
    if stream is None:  # as when a shell starts the program with `<&-`
        raise OSError(errno.EBADF, "is closed", name)


def _open(path: Path) -> io.BufferedIOBase:
    try:
        return path.open("rb")
    except ValueError as error:  # a name that no file can have
        raise OSError(errno.EINVAL, str(error), str(path)) from None


def _standard_input() -> Iterator[str]:
    _refuse_closed(sys.stdin, "standard input")
    try:
        yield from _lines(cast("io.BufferedIOBase", sys.stdin.buffer))
    except OSError as error:  # as when a shell gives a folder
        raise OSError(error.errno, error.strerror, "standard input") from None


def _texts(options: argparse.Namespace) -> Iterator[str]:
    if options.file and str(options.file) != "-":
        with _open(options.file) as stream:
            yield from _lines(stream)
    elif options.file or options.codes in ([], ["-"]):
        yield from _standard_input()
    else:
        yield from options.codes


def _place(finding: Finding, report: Report) -> str:
    if (finding.start, finding.end) == (0, len(report.input)):
        return ""
    last = f"–{finding.end}" if finding.end > finding.start + 1 else ""
    return f"at {finding.start + 1}{last}: "


def _verdict(report: Report) -> str:
    if report.best is None:
        return "not well formed"
    scheme = SCHEMES[report.best.scheme]
    verdict = "well formed" if report.well_formed else "not well formed"
    return f"{verdict} as {scheme.article} {scheme.name}"


def _origin(reading: Reading) -> Iterator[str]:
    """Tell what the structure tells: never that this very code was assigned."""
    if nation := nation_names().get(reading.nation or ""):
        yield f"nation of the structure: {nation}"
    if issuer := issuer_names().get(reading.issuer or ""):
        yield f"such codes are assigned by the {issuer}"


def _human(report: Report) -> Iterator[str]:
    """Write a report for people, one line each."""
    yield f"{printable(report.input)}: {_verdict(report)}"
    best = report.best
    if best and best.code != report.input:
        yield f"  = {printable(best.code)}"
    if best and (best.nation or best.issuer):
        yield f"  = {'; '.join(_origin(best))}"
    findings = (*report.findings, *(best.findings if best else ()))
    for finding in sorted(findings, key=lambda finding: _ORDER.index(finding.severity)):
        mark = _MARKS[finding.severity]
        yield f"  {mark} {_place(finding, report)}{finding.message} [{finding.rule}]"
    for suggestion in report.suggestions:
        name = SCHEMES[suggestion.scheme].name
        yield f"  ? {suggestion.code} ({name}): {suggestion.reason}"


def _check(options: argparse.Namespace) -> int:
    if options.file and options.codes:
        options.refuse("give either codes or --file, not both")
    if len(options.codes) > 1 and "-" in options.codes:
        options.refuse("give either codes or -, not both")
    status = _WELL_FORMED
    for text in _texts(options):
        report = check(text, expect=options.expect)
        if not report.well_formed:
            status = _NOT_WELL_FORMED
        lines = [to_json(report_to_dict(report))] if options.json else _human(report)
        print(*lines, sep="\n")  # noqa: T201 - this is the command's output
    sys.stdout.flush()
    return status


def _patterns(options: argparse.Namespace) -> int:
    listed = patterns()
    if options.json:
        print(to_json(listed))  # noqa: T201 - likewise
    else:
        for scheme in listed["schemes"]:
            print(scheme["id"], scheme["pattern"], sep="\t")  # noqa: T201 - likewise
    return _WELL_FORMED


def _complain(message: str) -> None:
    """Write to standard error. Where that is closed or full, the exit status must do."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(message, file=sys.stderr, flush=True)  # noqa: T201 - this is the command's complaint


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Without the program's name; those of the process by default.

    Returns:
        The exit status.

    Example:
        >>> main(["check", "--expect", "cage", "K0999"])
        K0999: not well formed as a CAGE code
          ✗ The field is for a CAGE code, and the text has the shape of an NCAGE code. [wrong-field]
          ✗ at 1: The first character of a CAGE code is a digit. [cage-first-digit]
          ? K0999 (NCAGE code): This has the shape of an NCAGE code, which belongs in another field.
        1
    """
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # By lines, for programs that send the next text when they have the answer to the last.
        sys.stdout.reconfigure(errors="backslashreplace", line_buffering=True)
    try:
        _refuse_closed(sys.stdout, "standard output")
        status: int = options.run(options)
    except BrokenPipeError:
        # The reader has gone. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except OSError as error:
        name = printable(str(error.filename or "output"), 500)
        _complain(f"cagecore: {name}: {error.strerror}")
        return _USAGE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status
