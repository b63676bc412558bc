"""The programs that the build runs, each with the one date that a build bears."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from site_build.site import EPOCH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def run(
    command: Sequence[str | Path], failed: str, cwd: Path | None = None, **settings: str
) -> None:
    """Run a program in silence.

    Args:
        command: The program and its arguments, which the build names itself.
        failed: What to say when it fails.
        cwd: The folder to run it in.
        settings: Variables of its environment, besides those of this process and the fixed date.

    Raises:
        RuntimeError: It failed; the message has what it printed.

    Example:
        >>> import sys
        >>> run([sys.executable, "-c", "print(1 / 0)"], "no sum")
        Traceback (most recent call last):
        RuntimeError: no sum:
        ...
    """
    done = subprocess.run(  # noqa: S603 - the build names every program and argument itself
        command,
        cwd=cwd,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{failed}:\n{done.stdout}")
