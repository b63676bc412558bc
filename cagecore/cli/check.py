"""`cagecore check`: what a code is, and whether it is well formed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cagecore.classify import check
from cagecore.cli import lines
from cagecore.cli.parser import NOT_WELL_FORMED, USAGE, WELL_FORMED
from cagecore.facts.nations import issuer_names, nation_names
from cagecore.report import printable
from cagecore.schemes import SCHEMES
from cagecore.wire.reports import report_to_dict, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cagecore.cli.parser import Commands
    from cagecore.cli.streams import Streams
    from cagecore.report import Finding, Reading, Report

_MARKS: Final = {"error": "✗", "warning": "!", "note": "·"}
_ORDER: Final = tuple(_MARKS)
_LONGEST: Final = 1_000_000
"""Characters of a line that is checked: no list of codes has such a line, a wrong file may."""


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="say what a code is and whether it is well formed",
        description="Say what each code is and whether it is well formed. Well formed never means"
        " issued, registered or active.",
        epilog="Exit status: 0 all are well formed; 1 one is not; 2 usage, unreadable file or too"
        " long a line.",
    )
    parser.add_argument(
        "codes",
        nargs="*",
        metavar="CODE",
        help="codes to check; - reads one a line from standard input",
    )
    parser.add_argument(
        "--file", type=_file_name, help="read one code a line from this file; - is standard input"
    )
    parser.add_argument(
        "--max-line",
        type=_length,
        default=_LONGEST,
        metavar="CHARACTERS",
        help="refuse a line that is longer, and check all others (%(default)s by default)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument(
        "--expect",
        action="extend",
        type=_scheme_list,
        metavar="SCHEME",
        help="what the field is for: one of "
        + ", ".join(scheme.id for scheme in SCHEMES.values() if scheme.expectable)
        + "; several with commas between",
    )
    parser.set_defaults(run=_run, refuse=parser.error)


def _scheme_list(value: str) -> list[str]:
    """Take what a field is for from the command line."""
    schemes = [scheme.strip() for scheme in value.lower().split(",")]
    try:
        check("0", expect=schemes)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return schemes


def _file_name(value: str) -> Path:
    """Take a file's name from the command line."""
    if not value:
        message = "a file has a name"
        raise argparse.ArgumentTypeError(message)
    return Path(value)


def _length(value: str) -> int:
    """Take the length of a line from the command line."""
    try:
        length = int(value)
    except ValueError:
        length = 0
    if length < 1:
        message = "a line has a number of characters, 1 or more"
        raise argparse.ArgumentTypeError(message)
    return length


def _run(options: argparse.Namespace, streams: Streams) -> int:
    """Check every text and print what is to be said of it, line by line."""
    if options.file and options.codes:
        options.refuse("give either codes or --file, not both")
    if len(options.codes) > 1 and "-" in options.codes:
        options.refuse("give either codes or -, not both")
    status = WELL_FORMED
    source, texts = _texts(options, streams)
    for number, text in enumerate(texts, 1):
        if text is None:
            status = USAGE
            streams.complain(
                f"{source}, line {number}: longer than {options.max_line:,} characters and not"
                " checked (see --max-line)"
            )
            continue
        report = check(text, expect=options.expect)
        if not report.well_formed:
            status = max(status, NOT_WELL_FORMED)
        shown = [to_json(report_to_dict(report))] if options.json else _human(report)
        streams.write("\n".join(shown))
    return status


def _texts(options: argparse.Namespace, streams: Streams) -> tuple[str, lines.Lines]:
    """Give the texts to check, and say where they are from."""
    if options.file and str(options.file) != "-":
        name = printable(str(options.file), 500)
        return name, lines.of_file(options.file, options.max_line)
    if options.file or options.codes in ([], ["-"]):
        return "standard input", lines.of_standard_input(streams.given, options.max_line)
    return "arguments", iter(options.codes)


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


def _verdict(report: Report) -> str:
    """Say whether a text is well formed, and as what."""
    if report.best is None:
        return "not well formed"
    scheme = SCHEMES[report.best.scheme]
    verdict = "well formed" if report.well_formed else "not well formed"
    return f"{verdict} as {scheme.article} {scheme.name}"


def _origin(reading: Reading) -> Iterator[str]:
    """Say what the structure shows: never that this very code was assigned."""
    if nation := nation_names().get(reading.nation or ""):
        yield f"nation of the structure: {nation}"
    if issuer := issuer_names().get(reading.issuer or ""):
        yield f"such codes are assigned by the {issuer}"


def _place(finding: Finding, report: Report) -> str:
    """Say where a finding is, unless it is about the whole text."""
    if (finding.start, finding.end) == (0, len(report.input)):
        return ""
    last = f"–{finding.end}" if finding.end > finding.start + 1 else ""
    return f"at {finding.start + 1}{last}: "
