"""The Python half of `pyodide_tests.mjs`: it is run inside Pyodide, never imported."""

import platform
import re
import sys

import pytest

import cagecore


class Count:
    """Counts the tests that passed, so that a run that skipped all of them does not look good."""

    def __init__(self) -> None:
        self.passed = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one finished test."""
        self.passed += report.when == "call" and report.passed


def from_elsewhere() -> list[str]:
    """Name the core's modules that are not those of the compiled wheel."""
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == "cagecore"]
    files = [str(module.__file__) for module in modules]
    return [file for file in files if not re.search(r"/site-packages/.*\.pyc$", file)]


def main(arguments: list[str]) -> int:
    """Run pytest and return its status, or 1 when no test passed or another core was tested."""
    where = str(cagecore.__file__)
    print(f"Pyodide: Python {platform.python_version()} on {sys.platform}, {where}", flush=True)
    count = Count()
    status = int(pytest.main(["-p", "no:cacheprovider", *arguments], plugins=[count]))
    if others := from_elsewhere():
        print(f"These are not of the compiled wheel: {', '.join(others)}")
        return 1
    if status == 0 and count.passed == 0:
        print("No test ran inside Pyodide.")
        return 1
    return status
