"""A checkout of the source as it is now, with nothing that was made from it."""

import shutil
import subprocess
from pathlib import Path

from site_build.site import PACKAGES, ROOT


def check_out(folder: Path) -> Path:
    """Copy the source; the pinned packages are shared.

    Args:
        folder: Where to put it.
    """
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603 - our own command
    for name in names.decode().strip("\0").split("\0"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    (folder / PACKAGES.name).symlink_to(PACKAGES.resolve())
    return folder
