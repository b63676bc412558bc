"""What of the site is built again after a change, and what is not."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from site_build.make import STEPS, Step, bring_up_to_date
from site_build.runtime.build import content_hash
from site_build.site import ROOT

ALL = ["wheel", "runtime", "pages"]
FILES = (
    *("docs/index.md", "docs/nations.md", "docs/.facts/glossary.toml", "docs/.overrides/main.html"),
    *("docs/stylesheets/site.css", "mkdocs.yml", "CHANGELOG.md", "CONTRIBUTING.md", "README.md"),
    *("package-lock.json", "requirements/dev.txt", "cagecore/data/sources.toml"),
    *("site_build/make.py", "site_build/pages/table.py", "site_build/runtime/warm_up.py"),
    "tests/cli/test_cli.py",
)
"""Files of the project, at least one for each thing that a step depends on."""


def pretend(step: Step, root: Path) -> None:
    """Make something else from other sources, in no time."""
    made = root / step.made
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    made.joinpath("made").write_text(
        "".join(content_hash(root / source) for source in step.sources), encoding="utf-8"
    )


def pretended(root: Path) -> dict[str, Step]:
    """Give the steps of the build, as they say what they depend on, with nothing built."""
    return {name: step._replace(make=partial(pretend, step, root)) for name, step in STEPS.items()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give some files of the project, from which everything has been built."""
    root = tmp_path / "project"
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    assert bring_up_to_date(pretended(root), root) == ALL
    return root


def again(root: Path) -> list[str]:
    """Say which steps are taken now."""
    return bring_up_to_date(pretended(root), root)


def edit(name: str, root: Path) -> None:
    """Change a file."""
    with (root / name).open("ab") as file:
        file.write(b"\n")


def move(name: str, new: str, root: Path) -> None:
    """Give a file another name, as its folder alone notices."""
    (root / name).rename(root / new)


def keep_date(change: Callable[[Path], None], name: str, root: Path) -> None:
    """Change a file as a tool does that brings its old date back."""
    before = (root / name).stat()
    change(root)
    os.utime(root / name, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        (partial(edit, "docs/index.md"), ["pages"]),
        (partial(edit, "docs/.facts/glossary.toml"), ["pages"]),
        (partial(edit, "docs/.overrides/main.html"), ["pages"]),
        (partial(edit, "docs/stylesheets/site.css"), ["pages"]),
        (partial(edit, "mkdocs.yml"), ["pages"]),
        (partial(edit, "CHANGELOG.md"), ["pages"]),
        (partial(edit, "site_build/pages/table.py"), ["pages"]),
        (partial(edit, "package-lock.json"), ["runtime", "pages"]),
        (partial(edit, "requirements/dev.txt"), ALL),
        (partial(edit, "site_build/runtime/warm_up.py"), ALL),
        (partial(edit, "site_build/make.py"), ALL),
        (partial(edit, "cagecore/data/sources.toml"), ALL),
        (partial(edit, "README.md"), ALL),
        (partial(edit, "docs/another.md"), ["pages"]),
        (lambda root: (root / "docs/nations.md").unlink(), ["pages"]),
        (partial(move, "docs/nations.md", "docs/renamed.md"), ["pages"]),
        (partial(keep_date, partial(edit, "docs/index.md"), "docs/index.md"), ["pages"]),
        (lambda root: shutil.rmtree(root / "site"), ["pages"]),
        (partial(edit, "site/made"), ["pages"]),
        (lambda root: shutil.rmtree(root / "build/wheel"), ["wheel"]),
        (lambda root: shutil.rmtree(root / "build"), ALL),
        (lambda root: (root / "docs/index.md").touch(), []),
        (partial(edit, "tests/cli/test_cli.py"), []),
        (partial(edit, "CONTRIBUTING.md"), []),
        (partial(edit, "cagecore/rules.pyc"), []),
    ],
)
def test_after_a_change(change: Callable[[Path], object], taken: list[str], project: Path) -> None:
    """What depends on a change is built again, once, and nothing else."""
    change(project)

    assert again(project) == taken
    assert again(project) == []


@pytest.mark.parametrize(
    ("setting", "taken"),
    [("SITE_URL", ["pages"]), ("REPORT_ERRORS", ["pages"]), ("PROJECT_URL", ["wheel", "pages"])],
)
def test_after_another_setting(
    setting: str, taken: list[str], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The settings that a step reads count as what it is made from."""
    monkeypatch.setenv(setting, "https://example.org/")

    assert again(project) == taken
    assert again(project) == []


def test_settings_are_complete() -> None:
    """Every variable that the build reads from the environment is a setting, but for its date."""
    sources = [ROOT / "mkdocs.yml", ROOT / "pyproject.toml", *(ROOT / "site_build").rglob("*.py")]
    text = "".join(path.read_text("utf-8") for path in sources)
    read = set(re.findall(r"""(?:!ENV \[?|environ(?:\.get\(|\[)"|getenv\(")(\w+)""", text))

    assert read - {"SOURCE_DATE_EPOCH"} <= {
        setting for step in STEPS.values() for setting in step.settings
    }


def test_step_that_fails(project: Path) -> None:
    """A step that did not come to its end is taken again, and so is what depends on it."""

    def fail() -> None:
        raise RuntimeError("broken off")

    steps = pretended(project)
    edit("README.md", project)
    with pytest.raises(RuntimeError, match="broken off"):
        bring_up_to_date({**steps, "runtime": steps["runtime"]._replace(make=fail)}, project)

    assert again(project) == ["runtime", "pages"]


def test_change_while_a_step_is_taken(project: Path) -> None:
    """What changes while a step reads it is not taken for read."""

    def save_meanwhile() -> None:
        pretend(STEPS["pages"], project)
        edit("docs/index.md", project)

    steps = pretended(project)
    edit("docs/nations.md", project)
    taken = bring_up_to_date({"pages": steps["pages"]._replace(make=save_meanwhile)}, project)

    assert taken == ["pages"]
    assert again(project) == ["pages"]


@pytest.mark.parametrize(
    ("target", "run"),
    [
        ("site", ["site_build.settings", "site_build.make"]),
        ("serve", ["site_build.settings", "site_build.make", "site_build.host.serve"]),
    ],
)
def test_targets(target: str, run: list[str]) -> None:
    """`make` leaves it to the steps what is to be built."""
    command = ["make", "--dry-run", "--no-print-directory", target]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S603 - our own Makefile

    assert re.findall(r"^python -m (\S+)$", done.stdout, re.MULTILINE) == run
