"""The three steps of a build; each is taken only where something that it depends on has changed.

`python -m site_build.make` makes wheel, runtime and pages; with names of steps, only these.

A step leaves a stamp in `build/`: what it was made from, and what it made, both by their content.
Dates would not do: they say nothing of what was deleted, of a file that came back from a branch, or
of one that was saved while the step had already read it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from site_build.runtime.build import build_runtime, content_hash
from site_build.runtime.wheel import build_wheel, find_wheel
from site_build.site import EPOCH, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class Step(NamedTuple):
    """One step of a build.

    Attributes:
        make: What makes it.
        made: The folder that it fills.
        sources: The files and folders of the project that it reads. The lock files speak for what
            is installed.
        settings: The variables of the environment that it reads.
    """

    make: Callable[[], object]
    made: str
    sources: tuple[str, ...]
    settings: tuple[str, ...] = ()


def build_pages() -> None:
    """Build the pages.

    Raises:
        SystemExit: MkDocs refused them, and has said why.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    dated = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(command, cwd=ROOT, env=dated, check=False)  # noqa: S603 - our own build
    if done.returncode:
        raise SystemExit(done.returncode)


_WHEEL: Final = "build/wheel"
_RUNTIME: Final = "build/runtime"
_STEPS: Final = tuple(f"site_build/{name}.py" for name in ("__init__", "make", "settings", "site"))
_EVERY: Final = (*_STEPS, "site_build/runtime", "requirements")
"""What every step reads."""
# What .gitignore names is not packed.
_PACKAGE: Final = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-docs", ".gitignore")
_PAGES: Final = (
    *("docs", "mkdocs.yml", "CHANGELOG.md", "SECURITY.md", "site_build", "package-lock.json"),
)
STEPS: Final = {
    "wheel": Step(build_wheel, _WHEEL, (*_EVERY, *_PACKAGE, "cagecore"), ("PROJECT_URL",)),
    "runtime": Step(
        lambda: build_runtime(find_wheel()), _RUNTIME, (*_EVERY, _WHEEL, "package-lock.json")
    ),
    "pages": Step(
        build_pages,
        "site",
        (*_EVERY, *_PAGES, _WHEEL, _RUNTIME, "cagecore"),
        ("PROJECT_URL", "REPORT_ERRORS", "SITE_URL"),
    ),
}
"""The steps in their order: one may read what those before it have made."""


def bring_up_to_date(steps: Mapping[str, Step] = STEPS, root: Path = ROOT) -> list[str]:
    """Take the steps that are to be taken.

    Args:
        steps: The steps, by their names.
        root: The project's folder.

    Returns:
        The names of those that were taken.
    """
    taken = []
    for name, step in steps.items():
        stamp = root / "build" / f".{name}"
        # Taken before the step, so that what is changed while it runs counts for the next time.
        sources = _fingerprint(step, root)
        if stamp.is_file() and stamp.read_text("utf-8") == _stamp(sources, root / step.made):
            continue
        print(f"Building {step.made} ...", flush=True)
        stamp.unlink(missing_ok=True)
        step.make()
        stamp.write_text(_stamp(sources, root / step.made), encoding="utf-8")
        taken.append(name)
    return taken


def _stamp(sources: str, made: Path) -> str:
    """Say what a step was made from, and what it made."""
    return f"{sources} {content_hash(made)}\n"


def _fingerprint(step: Step, root: Path) -> str:
    """Give a name for all that a step depends on."""
    said = [sys.version, _node()]
    said += [f"{name}={os.environ.get(name)}" for name in step.settings]
    said += [f"{source} {content_hash(root / source)}" for source in step.sources]
    return sha256("\n".join(said).encode()).hexdigest()


@cache
def _node() -> str:
    """Name the version of Node, which writes the snapshot."""
    return subprocess.run(["node", "--version"], stdout=subprocess.PIPE, check=True).stdout.decode()  # noqa: S607 - the project's own, or the machine's


if __name__ == "__main__":
    bring_up_to_date({name: STEPS[name] for name in sys.argv[1:] or STEPS})
