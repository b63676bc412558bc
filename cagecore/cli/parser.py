"""What every command shares: how it complains, and its exit status."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias

from cagecore.report import printable

WELL_FORMED: Final = 0
NOT_WELL_FORMED: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141
"""The last two are those of a program that a signal ended."""

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - it has no other name


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Complain, and end with the status for a wrong call."""
        self.exit(USAGE, f"{self.prog}: {printable(message, 500)} (see {self.prog} --help)\n")
