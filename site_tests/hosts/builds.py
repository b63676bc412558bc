"""Sites that are built for tests, each of them once, whichever test asks for it first."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Give a folder that the first of the processes that run tests has made.

    Args:
        factory: The session's.
        name: The folder's name.
        make: Makes it, where there is nothing yet.
    """
    base = factory.getbasetemp()
    # Each pytest-xdist process has its own folder, inside one that they share.
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made = base / name, base / f"{name}.made"
    with FileLock(base / f"{name}.lock"):
        if not made.exists():
            make(folder)
            made.touch()
    return folder
