"""What every command shares: how it complains, and its exit status."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias, cast

from cagecore import __version__
from cagecore.report import printable

WELL_FORMED: Final = 0
NOT_WELL_FORMED: Final = 1
USAGE: Final = 2
BROKEN_PIPE: Final = 141
"""That of a program that a signal ended, because nobody reads what it writes."""

if TYPE_CHECKING:
    from cagecore.cli.streams import Streams

    Commands: TypeAlias = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - it has no other name


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line, and that writes to given streams."""

    def __init__(self, *, streams: Streams, **settings: Any) -> None:  # noqa: ANN401 - as inherited
        """Remember the streams."""
        super().__init__(**settings)
        self.streams = streams

    def add_commands(self) -> Commands:
        """Make room for the parsers of commands, which write to the same streams."""
        make = cast("type[Parser]", partial(Parser, streams=self.streams))
        return self.add_subparsers(
            dest="command", required=True, metavar="COMMAND", parser_class=make
        )

    def error(self, message: str) -> NoReturn:
        """Complain, and end with the status for a wrong call."""
        self.streams.complain(f"{printable(message, 500)} (see {self.prog} --help)", self.prog)
        raise SystemExit(USAGE)

    def print_help(self, file: object = None) -> None:
        """Write the help to the output."""
        del file
        self.streams.write(self.format_help().rstrip("\n"))


class Version(argparse.Action):
    """Write the version to the output, and end."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - as inherited
        """Take no value."""
        super().__init__(nargs=0, **settings)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Write, and end."""
        cast("Parser", parser).streams.write(f"cagecore {__version__}")
        raise SystemExit(WELL_FORMED)
