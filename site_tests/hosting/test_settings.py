"""What the publisher sets: a setting that cannot be built is refused in one line."""

import os
import subprocess
import sys
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest

from site_build import settings
from site_build.runtime.wheel import build_wheel
from site_build.site import ROOT

WRONG = {
    "SITE_URL": [
        ("", "has to be an address"),
        ("example.org", "has to begin with https:// or http://"),
        ("//example.org/", "has to begin with https:// or http://"),
        ("https:example.org", "has to begin with https:// or http://"),
        ("ftp://example.org/", "has to begin with https:// or http://"),
        ("https://", "has to name a host"),
        ("https://exam_ple/", "has to name a host"),
        ("https://-example.org/", "has to name a host"),
        ("https://example.org:0/", "has to name a host"),
        ("https://example.org:port/", "cannot be read: Port"),
        ("https://example.org:99999/", "cannot be read: Port"),
        ("https://[::1/", "cannot be read: Invalid IPv6"),
        ("https://user@example.org/", "may have no user"),
        ("https://example.org/?q=1", "may have nothing after ?"),
        ("https://example.org/?", "may have nothing after ?"),
        ("https://example.org/#top", "may have nothing after ?"),
        ("https://example.org/a path/", "has to be an address"),
        (" https://example.org/", "has to be an address"),
        ("https://example.org/\n", "has to be an address"),
        ("https://example.org/café/", "has to be an address"),
        ("https://example.org\\path/", "has to be an address"),
        ("https://example.org/a//b/", "may have no empty part"),
        ("https://example.org//", "may have no empty part"),
        ("https://example.org/a/../b/", "may have no empty part"),
        ("https://example.org/a/%2E%2e", "may have no empty part"),
        ("https://example.org/a%2fb/", "may have no empty part"),
        ("https://example.org/a%5Cb/", "may have no empty part"),
        ("https://example.org/*/", "may have letters, digits"),
        ("https://example.org/a&b/", "may have letters, digits"),
        ("https://example.org/100%/", "may have letters, digits"),
        ('https://example.org/"/', "may have letters, digits"),
    ],
    "PROJECT_URL": [
        ("example.org/project", "has to begin with https://"),
        ("http://example.org/project", "has to begin with https://"),
        ("https://example.org/project?tab=readme", "may have nothing after ?"),
    ],
    "REPORT_ERRORS": [
        ("facts@example.org", "has to be https://… or mailto:…@…"),
        ("http://example.org/report/", "has to be https://… or mailto:…@…"),
        ("https://example.org/a report/", "has to be https://… or mailto:…@…"),
        ("mailto:nobody", "has to be https://… or mailto:…@…"),
        ("mailto:@example.org", "has to be https://… or mailto:…@…"),
        ("javascript:alert('@')", "has to be https://… or mailto:…@…"),
    ],
}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [(name, text, words) for name, cases in WRONG.items() for text, words in cases],
)
def test_refused(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    words: str,
) -> None:
    """What cannot be built is refused in one line that names the setting and what it needs."""
    monkeypatch.setenv(name, text)

    assert settings.main() == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{name} is {text!r}; it {words}")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/some/path", "https://example.org/some/path/"),
        ("http://127.0.0.1:8000/cagecore/", "http://127.0.0.1:8000/cagecore/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://xn--exmple-cua.org/", "https://xn--exmple-cua.org/"),
        ("https://example.org/caf%C3%A9/a%20b/", "https://example.org/caf%C3%A9/a%20b/"),
        ("https://example.org/~me/v1.0/@x+y_z-1/", "https://example.org/~me/v1.0/@x+y_z-1/"),
    ],
)
def test_address(text: str, address: str) -> None:
    """An address of a host, with port and escaped path if need be, is taken as it is."""
    assert settings.site_address(text) == address


def test_nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is set, or only to nothing where that is meant, nothing is refused."""
    for name in settings.READERS:
        monkeypatch.delenv(name, raising=False)
    assert settings.main() == 0
    monkeypatch.setenv("PROJECT_URL", "")
    monkeypatch.setenv("REPORT_ERRORS", "")
    assert settings.main() == 0


@pytest.mark.parametrize(
    ("name", "text"), [("SITE_URL", "https://example.org/?q=1"), ("REPORT_ERRORS", "mailto:nobody")]
)
def test_pages_alone(tmp_path: Path, name: str, text: str) -> None:
    """MkDocs alone refuses it, too, before it writes a page, and without a traceback."""
    done = subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(tmp_path / "site")],
        cwd=ROOT,
        env={**os.environ, name: text},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1
    assert f"{name} is {text!r}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site" / "index.html").exists()


def test_checked_first() -> None:
    """`make site` looks at the settings before it builds anything."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nsite:")[2]
    steps = [line.strip() for line in recipe.partition("\n\n")[0].splitlines()[1:]]

    assert steps[0] == "@python -m site_build.settings"


def description(folder: Path) -> tuple[Message, str]:
    """Build the wheel, and give what it says about itself, field by field and at length."""
    with zipfile.ZipFile(build_wheel(folder)) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        fields, _, text = archive.read(name).decode().partition("\n\n")
        return message_from_string(fields), text


def test_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With PROJECT_URL the wheel names the project, and its links lead there from any page."""
    monkeypatch.setenv("PROJECT_URL", "https://example.org/our/project/")
    found, text = description(tmp_path)

    assert found.get_all("Project-URL") == [
        "Source, https://example.org/our/project",
        "Changelog, https://example.org/our/project/blob/HEAD/CHANGELOG.md",
    ]
    assert "](https://example.org/our/project/blob/HEAD/CONTRIBUTING.md)" in text
    assert "](https://example.org/our/project/raw/HEAD/images/validator.png)" in text
    assert "](https://github.com/pyodide/pyodide)" in text
    assert text.count("](") == text.count("](https://")


def test_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the wheel names no address, and its description is the README as it is."""
    monkeypatch.delenv("PROJECT_URL", raising=False)
    found, text = description(tmp_path)

    assert [key for key in found if key in {"Project-URL", "Home-page", "Dynamic"}] == []
    assert text.strip() == (ROOT / "README.md").read_text("utf-8").strip()
