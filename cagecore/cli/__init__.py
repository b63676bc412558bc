"""The command line: one module a command.

Exit status: 0 when every code is well formed or the patterns are printed, 1 when a code is not well
formed, 2 for a usage error or for a file or a line that cannot be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cagecore.cli import check, patterns
from cagecore.cli.parser import BROKEN_PIPE, USAGE, Parser, Version
from cagecore.cli.streams import Streams
from cagecore.report import printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

__all__ = ["BROKEN_PIPE", "main"]

_COMMANDS: Final = (check, patterns)


def main(
    arguments: Sequence[str] | None = None,
    *,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    r"""Run the command line, in a process of its own or inside another program.

    It never ends the process: a wrong call and `--help` give a status, too.

    Args:
        arguments: Without the program's name; those of the process by default.
        stdin: What `-` reads: text, as this stream decodes it. By default the bytes of the
            process's standard input, decoded by the command's own rules.
        stdout: Where reports and help are written; the process's standard output by default.
            A character that the stream's encoding does not have is written as an escape.
        stderr: Where complaints are written; the process's standard error by default.

    Returns:
        The exit status.

    Raises:
        ValueError: A given stream is closed, or its bytes are not text of its encoding.

    Example:
        >>> main(["check", "--expect", "cage", "K0999"])
        K0999: not well formed as a CAGE code
          ✗ The field is for a CAGE code. The text has the shape of an NCAGE code. [wrong-field]
          ✗ at 1: The first character of a CAGE code is a digit. [cage-first-digit]
          ? K0999 (NCAGE code): This has the shape of an NCAGE code. It belongs in another field.
        1
        >>> from io import StringIO
        >>> output = StringIO()
        >>> main(["check", "-"], stdin=StringIO("1ABC5\n"), stdout=output)
        0
        >>> output.getvalue().splitlines()[0]
        '1ABC5: well formed as a CAGE code'
    """
    streams = Streams.of(stdin, stdout, stderr)
    try:
        options = _parser(streams).parse_args(arguments)
        status: int = options.run(options, streams)
    except SystemExit as ended:  # by the parser
        return int(ended.code or 0)
    except BrokenPipeError:  # The reader has gone.
        return BROKEN_PIPE
    except OSError as error:
        problem = f"{printable(str(error.filename or 'output'), 500)}: {error.strerror or error}"
    except MemoryError:
        problem = "there is not enough memory"
    else:
        return status
    # Only here, because the exception held what fills the memory.
    streams.complain(problem)
    return USAGE


def _parser(streams: Streams) -> Parser:
    """Make the parser of all commands."""
    parser = Parser(
        prog="cagecore",
        description="Check the identifiers of U.S. and NATO procurement, on this machine alone.",
        streams=streams,
    )
    parser.add_argument("--version", action=Version, help="show the version and exit")
    commands = parser.add_commands()
    for command in _COMMANDS:
        command.add(commands)
    return parser
