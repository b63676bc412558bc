"""“Ready for offline use” is said only when it is true, and an update does not undo it.

The second version has another Python, by one byte.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_tests.hosts.host import build, copy_project
from site_tests.hosts.reader import RUNTIME, Reader, keep
from site_tests.support.checker import START_UP, Checker

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

CODE = "validator/#code=N4YFFGL4CDX6"
SAVES_DATA = """Object.defineProperty(navigator, "connection", { value: { saveData: true } });\n"""


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a second version."""
    project = copy_project(tmp_path_factory.mktemp("new") / "project", {}, same_python=False)
    return build(project / "site", project=project)


def runtime_of(site: Path) -> list[str]:
    """Name the files of a version's Python."""
    return sorted(path.relative_to(site).as_posix() for path in (site / "runtime").rglob("*.*"))


def read_the_words(reader: Reader) -> Page:
    """Open the validator and wait until it says that it is ready for offline use."""
    page = reader.open("validator/")
    expect(page.locator("[data-part='offline']")).to_be_visible(timeout=START_UP)
    return page


def expect_full_check(page: Page) -> None:
    """See that every rule has spoken."""
    checker = Checker(page)
    checker.wait_for_result()
    expect(checker.by).to_have_text("Full check, by every rule")
    expect(checker.verdict).to_have_text("Not well formed as a UEI")


def test_not_said_of_another_version(reader: Reader, new: Path) -> None:
    """While the old worker is in charge, the new validator does not call its own files kept."""
    page = read_the_words(reader)
    assert runtime_of(new) != RUNTIME
    reader.update(new)
    checker = Checker(reader.open("validator/", page))
    checker.wait_until_ready()

    assert not keep(page, [reader.host.url + name for name in runtime_of(new)])
    expect(page.locator("[data-part='offline']")).to_be_hidden()
    reader.host.stop()
    # The old worker shows the old page, which has all that it needs.
    expect_full_check(reader.open(CODE, reader.context.new_page()))


def test_an_update_brings_the_new_python(reader: Reader, new: Path) -> None:
    """Whoever could check without a connection can do so after an update, too."""
    reader.open("nations/", read_the_words(reader))
    reader.update(new)
    reader.open("identifiers/uei/").close()
    reader.leave()
    reader.host.stop()

    expect_full_check(reader.open(CODE))


def test_only_what_was_kept_is_brought(reader: Reader, new: Path) -> None:
    """An update brings the path to Python that was kept whole, and none of its other files."""
    page = reader.read("nations/")
    assert keep(page, [reader.host.url + name for name in RUNTIME if "snapshot" not in name])
    reader.update(new)
    brought = set(reader.look()["assets"]) & set(runtime_of(new))

    assert brought == {name for name in runtime_of(new) if "snapshot" not in name}


def test_no_python_where_none_was_whole(reader: Reader, new: Path) -> None:
    """An update brings no Python to a reader who had only part of it."""
    page = reader.read("nations/")
    assert keep(page, [reader.host.url + name for name in RUNTIME if "lock" not in name])
    reader.update(new)

    assert set(reader.look()["assets"]) & set(runtime_of(new)) == set()


def test_saving_data(reader: Reader, new: Path, tmp_path: Path) -> None:
    """An update fetches no Python for a reader who saves data."""
    saving = tmp_path / "saving"
    saving.mkdir()
    for path in new.iterdir():
        (saving / path.name).symlink_to(path)
    (saving / "sw.js").unlink()
    text = (new / "sw.js").read_text(encoding="utf-8")
    (saving / "sw.js").write_text(SAVES_DATA + text, encoding="utf-8")
    page = reader.read("nations/")
    assert keep(page, [reader.host.url + name for name in RUNTIME])
    reader.update(saving)

    assert set(reader.look()["assets"]) & set(runtime_of(new)) == set()


def test_an_update_does_not_depend_on_it(reader: Reader, new: Path) -> None:
    """Where the new Python cannot be had, the update goes on without it."""
    page = reader.read("nations/")
    assert keep(page, [reader.host.url + name for name in RUNTIME])
    reader.host.lose("snapshot.bin.gz")
    reader.update(new)
    reader.leave()

    assert not any("snapshot" in name for name in reader.look()["assets"])
