"""`cagecore patterns`: the pattern of every kind of code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore.cli.parser import WELL_FORMED
from cagecore.wire.patterns import patterns
from cagecore.wire.reports import to_json

if TYPE_CHECKING:
    import argparse

    from cagecore.cli.parser import Commands
    from cagecore.cli.streams import Streams


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "patterns",
        help="print the pattern of every kind of code",
        description="Print the pattern of every kind of code: what a page applies before the core"
        " has started.",
    )
    parser.add_argument("--json", action="store_true", help="print JSON, NCAGE structures included")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace, streams: Streams) -> int:
    """Print the patterns."""
    listed = patterns()
    if options.json:
        streams.write(to_json(listed))
    else:
        for scheme in listed["schemes"]:
            streams.write(f"{scheme['id']}\t{scheme['pattern']}")
    return WELL_FORMED
