"""The scripts that need no page, tested in Node: each file of tests beside this one is run."""

import re
import subprocess
from pathlib import Path

import pytest

from site_tests.scripts.node import NODE

TESTS = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_script(path: Path) -> None:
    """Every case of a file passes, and there are some."""
    done = subprocess.run(  # noqa: S603 - our own script
        [*NODE, "--test", "--test-reporter=tap", path],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    counts = dict(re.findall(r"^# (tests|pass) (\d+)$", done.stdout, flags=re.MULTILINE))

    assert done.returncode == 0, done.stdout + done.stderr
    assert int(counts["pass"]) == int(counts["tests"]) > 5
