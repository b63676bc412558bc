"""Settings for every test in `tests/`."""

from __future__ import annotations

import sys

from hypothesis import HealthCheck, settings

from tests.helpers.texts import examples

# The same examples on every run and machine, and no test fails for being slow.
settings.register_profile(
    "cagecore",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=examples(150),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("cagecore")

# Pyodide cannot start a process.
collect_ignore = ["cli/test_cli_process.py"] if sys.platform == "emscripten" else []


def pytest_report_header() -> str:
    """Say what is left out, so that nothing is skipped silently.

    Returns:
        One line.
    """
    return f"left out on {sys.platform}: {', '.join(collect_ignore) or 'nothing'}"
