"""What the tools say and need on a machine that has nothing yet."""

import shutil
import subprocess
import sys
from pathlib import Path

from site_build.site import ROOT


def run(tool: str, path: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one of our shell scripts where nothing but `dirname` and what is in a folder is found."""
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
    """What a test starts by its name comes from the project's environment, where it has one."""
    assert shutil.which("python") == str(Path(sys.executable).parent / "python")
