"""The Python half of `pyodide_tests.mjs`: it is run inside Pyodide, never imported."""

import platform
import sys

import pytest

import cagecore


class Count:
    """Counts the tests that passed, so that a run in which all were skipped does not look good."""

    def __init__(self) -> None:
        self.passed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one finished test."""
        self.passed += report.when == "call" and report.passed


def main(arguments: list[str]) -> int:
    """Run pytest and return its status, or 1 when no test passed."""
    where = str(cagecore.__file__)
    print(f"Pyodide: Python {platform.python_version()} on {sys.platform}, {where}", flush=True)
    if not where.endswith(".pyc"):
        print("This is not the compiled wheel.")
        return 1
    count = Count()
    status = int(pytest.main(["-p", "no:cacheprovider", *arguments], plugins=[count]))
    if status == 0 and count.passed == 0:
        print("No test ran inside Pyodide.")
        return 1
    return status
