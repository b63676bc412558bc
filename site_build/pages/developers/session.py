"""Runs the command line while the pages are built, so that what they show is what it prints."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_build.pages.page import Page

BROKEN = 2
"""Exit status of the command line for a usage error; 1 only says that a code is not well formed."""


def session(_: Page, *arguments: str) -> str:
    """Show a command and what it prints.

    Args:
        arguments: What follows `cagecore` on the command line.

    Returns:
        A code block.

    Raises:
        ValueError: When the command is refused.
    """
    # The page is UTF-8, whatever the terminal that builds it.
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: S603 - our own module, with words from our own pages
        [sys.executable, "-m", "cagecore", *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode >= BROKEN:
        raise ValueError(done.stderr)
    return f"```console\n$ cagecore {shlex.join(arguments)}\n{done.stdout.rstrip()}\n```"
