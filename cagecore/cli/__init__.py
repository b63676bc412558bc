"""The command line: one module a command.

Exit status: 0 when every code is well formed or the patterns are printed, 1 when a code is not well
formed, 2 for a usage error or a file that cannot be read.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Final

from cagecore import __version__
from cagecore.cli import check, patterns
from cagecore.cli.parser import BROKEN_PIPE, INTERRUPTED, USAGE, Parser
from cagecore.cli.streams import complain, refuse_closed
from cagecore.report import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMANDS: Final = (check, patterns)


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
        refuse_closed(sys.stdout, "standard output")
        status: int = options.run(options)
    except BrokenPipeError:
        # The reader has gone. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except OSError as error:
        name = printable(str(error.filename or "output"), 500)
        complain(f"cagecore: {name}: {error.strerror}")
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _parser() -> Parser:
    """Make the parser of all commands."""
    parser = Parser(
        prog="cagecore",
        description="Check the identifiers of U.S. and NATO procurement, on this machine alone.",
    )
    parser.add_argument("--version", action="version", version=f"cagecore {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return parser
