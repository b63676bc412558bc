"""What the tools say and need on a machine with nothing installed."""

import shutil
import subprocess
import sys
from pathlib import Path

from site_build.site import ROOT


def run(tool: str, path: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one of our shell scripts where only `dirname` and the programs of a folder are found."""
    bash, dirname = shutil.which("bash"), shutil.which("dirname")
    assert bash
    assert dirname
    (path / "dirname").symlink_to(dirname)
    return subprocess.run(  # noqa: S603 - our own script
        [bash, ROOT / "tools" / tool],
        env={"PATH": str(path), **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_machine_without_chromium(tmp_path: Path) -> None:
    """Without Chromium the tool fails, and does not say that tests are left out."""
    done = run("browsers.sh", tmp_path, PLAYWRIGHT_BROWSERS_PATH=str(tmp_path))

    assert done.returncode == 1
    assert done.stderr.startswith("No chromium that runs, and the site's tests cannot do without.")
    assert "left out" not in done.stderr


def test_programs_of_the_environment() -> None:
    """A program that a test starts by name comes from the project's environment, if it is there."""
    assert shutil.which("python") == str(Path(sys.executable).parent / "python")
