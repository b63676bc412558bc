"""The program: `python -m cagecore`, and `cagecore` where the wheel is installed."""

from __future__ import annotations

import os
import signal
import sys

INTERRUPTED = 128 + signal.SIGINT
"""The status of a program that Ctrl-C ended, as shells give it."""


def run() -> int:
    """Run the command line as a process of its own.

    Returns:
        The exit status.
    """
    # Python's own handler raises an exception wherever the program is: also while it imports or
    # ends, where nothing could catch it. What a parent has set, or ignored, is left as it is.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)

    from cagecore.cli import BROKEN_PIPE, main  # noqa: PLC0415 - Ctrl-C may come while it loads

    status = main()
    if status == BROKEN_PIPE:
        # Python would complain when it flushes at exit what nobody reads.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _interrupted(*_: object) -> None:
    """End at once: every report is written when it is made, so nothing is left to do."""
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    sys.exit(run())
