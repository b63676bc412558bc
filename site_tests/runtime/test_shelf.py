"""The unpacked snapshot in the browser's private file system: a copy, and never more.

No service worker is here, so whatever is not at hand has to come from the host.
"""

import pytest
from playwright.sync_api import BrowserContext, Page

from site_build.runtime.manifest import manifest
from site_tests.support.built import PREFIX
from site_tests.support.checker import Checker, python_workers
from site_tests.support.failure import expect_full_check
from site_tests.support.faults import Hold, refuse
from site_tests.support.waiting import wait_until

SNAPSHOT = "**/runtime/*/snapshot.bin.gz"
SITE = f"cagecore {PREFIX}runtime/ ".replace("/", "%2F")
LABEL = f"{SITE}{manifest()['folder'].split('/')[-2]} snapshot.bin.gz"
SIZE = manifest()["paths"]["snapshot"]["snapshot.bin.gz"]["unpacked"]["size"]

# A file may get another name between being listed and being opened; then it is not there.
SIZES = """async () => {
  const sizes = {};
  for await (const [name, handle] of (await navigator.storage.getDirectory()).entries()) {
    try {
      sizes[name] = (await handle.getFile()).size;
    } catch (error) {
      if (error.name !== "NotFoundError") throw error;
    }
  }
  return sizes;
}"""
WRITE = """async ([name, size, place]) => {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(name, { create: true });
  const file = await handle.createWritable({ keepExistingData: true });
  await file.write({ type: "write", position: place, data: new Uint8Array(16).fill(1) });
  await file.truncate(size);
  await file.close();
}"""
# Held by a worker, as another tab's worker would hold it while writing.
HOLD = """name => new Promise(resolve => {
  const source = `
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle(${JSON.stringify(name)});
    self.access = await handle.createSyncAccessHandle();
    self.postMessage("held");`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  window.holder = new Worker(address, { type: "module" });
  window.holder.onmessage = resolve;
}).then(() => undefined)"""


def wait_for_shelf(page: Page, wanted: dict[str, int]) -> None:
    """Wait until the file system holds these files and no other."""
    wait_until(page, lambda: page.evaluate(SIZES) == wanted, f"at hand is just {wanted}")


@pytest.fixture
def checker(page: Page) -> Checker:
    """Give a validator that has been visited before, so that the snapshot is at hand."""
    checker = Checker(page)
    checker.open("#code=K0999")
    expect_full_check(checker)
    wait_for_shelf(page, {LABEL: SIZE})
    return checker


def test_next_visit(page: Page, checker: Checker) -> None:
    """The next visit no longer requests the snapshot."""
    page.route(SNAPSHOT, refuse)
    page.reload()

    expect_full_check(checker)
    assert page.evaluate(SIZES) == {LABEL: SIZE}


@pytest.mark.parametrize("size", [0, SIZE - 1, SIZE + 1])
def test_wrong_size(page: Page, checker: Checker, size: int) -> None:
    """A file of another size is not used, and is replaced."""
    page.evaluate(WRITE, [LABEL, size, 0])
    page.reload()

    expect_full_check(checker)
    wait_for_shelf(page, {LABEL: SIZE})


def test_damaged_and_useless(page: Page, checker: Checker) -> None:
    """If Python does not start from it, it is thrown away, and the other path is taken."""
    page.evaluate(WRITE, [LABEL, SIZE, 0])
    page.reload()

    expect_full_check(checker)
    wait_for_shelf(page, {})


def test_damaged_and_not_noticed(page: Page, checker: Checker) -> None:
    """If Python starts anyway, the worker ends a little later, and the next one is whole."""
    page.evaluate(WRITE, [LABEL, SIZE, SIZE - 16])
    page.reload()
    expect_full_check(checker)
    wait_for_shelf(page, {})
    wait_until(
        page, lambda: not python_workers(page), "the worker with the damaged memory has ended"
    )
    checker.check("K0999 ")

    expect_full_check(checker, "K0999 ")
    wait_for_shelf(page, {LABEL: SIZE})


def test_in_use_elsewhere(page: Page, context: BrowserContext, checker: Checker) -> None:
    """While another tab holds the file, the snapshot comes from the host."""
    other = Checker(context.new_page())
    other.open()
    other.wait_until_ready()
    other.page.evaluate(HOLD, LABEL)
    hold = Hold()
    page.route(SNAPSHOT, hold)
    page.reload()
    wait_until(page, lambda: hold.waiting, "the snapshot is asked of the host")
    hold.let_go()

    expect_full_check(checker)


def test_left_by_others(page: Page, checker: Checker) -> None:
    """What older versions and broken attempts of this site have left goes; others' files stay."""
    other = "cagecore %2Fother%2Fruntime%2F 0123456789abcdef snapshot.bin.gz"
    for name in (f"{SITE}0123456789abcdef snapshot.bin.gz", f"{LABEL}.new", other):
        page.evaluate(WRITE, [name, 8, 0])
    page.evaluate(WRITE, [LABEL, 8, 0])
    page.reload()

    expect_full_check(checker)
    wait_for_shelf(page, {LABEL: SIZE, other: 8})
