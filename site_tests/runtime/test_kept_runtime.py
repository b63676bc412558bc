"""Python as it was kept on this machine: used as it is if it was checked, and repaired otherwise.

No service worker is here, so the tests say themselves what is in its caches.
"""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from site_build.runtime.manifest import manifest
from site_build.runtime.program import PROGRAM
from site_tests.support.built import CHECKED, SET_ASIDE
from site_tests.support.checker import Checker, python_workers
from site_tests.support.failure import expect_full_check
from site_tests.support.faults import refuse
from site_tests.support.waiting import wait_until
from site_tests.support.watch import Watch

FOLDER = manifest()["folder"]
FILES = [file["name"] for file in manifest()["paths"]["snapshot"].values()]

# Puts files into a cache: whole or cut in half, under a type. One bit turned over would go
# unnoticed in some files, and the test would prove nothing.
KEEP = """async ([cache, addresses, spoilt, type]) => {
  const kept = await caches.open(cache);
  for (const address of addresses) {
    const whole = await (await fetch(address)).blob();
    const bytes = spoilt ? whole.slice(0, whole.size >> 1) : whole;
    await kept.put(address, new Response(bytes, { headers: { "content-type": type } }));
  }
}"""


# A moment after Python is up, the worker puts the snapshot at hand: the only one of its timers that
# gives a promise. This shows when that is over.
TELL = """() => {
  const { setTimeout } = globalThis;
  globalThis.tried = false;
  globalThis.setTimeout = (task, ...given) =>
    setTimeout(() => {
      const done = task();
      if (done instanceof Promise) done.then(() => { globalThis.tried = true; });
    }, ...given);
}"""


def keep(page: Page, base_url: str, cache: str, *names: str, **how: object) -> None:
    """Put files of the runtime into a cache, from a page that does not use them."""
    page.goto("about/privacy/")
    addresses = [f"{base_url}{FOLDER}{name}" for name in names]
    how = {"spoilt": False, "type": "application/wasm", **how}
    page.evaluate(KEEP, [cache, addresses, how["spoilt"], how["type"]])


def open_checker(page: Page) -> Checker:
    """Open the validator with a code."""
    checker = Checker(page)
    checker.open("#code=K0999")
    return checker


def test_large_files_are_not_asked_for(page: Page, base_url: str) -> None:
    """What was checked and kept is read where it lies; the host gets no request for it."""
    keep(page, base_url, CHECKED, PROGRAM, "snapshot.bin.gz")
    for name in (PROGRAM, "snapshot.bin.gz"):
        page.route(f"**/{name}", refuse)

    expect_full_check(open_checker(page))


def test_another_type(page: Page, base_url: str) -> None:
    """A program that the host gave another type starts from its copy, too."""
    keep(page, base_url, CHECKED, PROGRAM, type="application/octet-stream")
    page.route(f"**/{PROGRAM}", refuse)
    page.route("**/python_stdlib.zip", refuse)

    expect_full_check(open_checker(page))


def test_unchecked_copies_are_not_used(page: Page, base_url: str) -> None:
    """What the service worker could only set aside may be damaged, so it is not used."""
    keep(page, base_url, SET_ASIDE, *FILES, spoilt=True)
    page.route("**/python_stdlib.zip", refuse)

    expect_full_check(open_checker(page))


# A file of each kind: a script, the program, and the snapshot. Node tries them all.
@pytest.mark.parametrize("name", ["pyodide.mjs", PROGRAM, "snapshot.bin.gz"])
def test_damaged_copy(page: Page, base_url: str, name: str, watch: Watch) -> None:
    """A kept copy that was damaged later costs a second start, and nothing more.

    The snapshot costs not even that: it is checked while it is unpacked.
    """
    keep(page, base_url, CHECKED, name, spoilt=True)
    watch.tolerate("")
    before = len(watch.requests)

    expect_full_check(open_checker(page))
    asked = {address.rpartition("/")[2] for address in watch.requests[before:]}
    assert name in asked
    assert ("python_stdlib.zip" in asked) == (name != "snapshot.bin.gz")


def test_nothing_of_the_loading_stays(page: Page) -> None:
    """When Python is up, the worker's own `fetch` is back, and with it what was loaded can go."""
    expect_full_check(open_checker(page))

    (worker,) = python_workers(page)
    assert "[native code]" in worker.evaluate("() => String(fetch)")
    assert "[native code]" in worker.evaluate("() => String(WebAssembly.instantiateStreaming)")


def test_quota_exceeded(page: Page, context: BrowserContext, base_url: str) -> None:
    """With a full disk the full check works, and what was typed stays."""
    around = urlsplit(base_url)
    session = context.new_cdp_session(page)
    quota = {"origin": f"{around.scheme}://{around.netloc}", "quotaSize": 1000}
    session.send("Storage.overrideQuotaForOrigin", quota)
    page.on("worker", lambda worker: worker.evaluate(TELL))
    checker = open_checker(page)
    expect_full_check(checker)
    (worker,) = python_workers(page)
    wait_until(page, lambda: worker.evaluate("tried"), "the shelf was tried")

    expect(checker.field).to_have_value("K0999")
    checker.check("dg119")
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
