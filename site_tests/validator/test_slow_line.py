"""A slow or metered line is spared: the full check loads when the reader asks for it."""

import re

import pytest
from playwright.sync_api import Page, expect

from site_build.runtime.manifest import manifest
from site_tests.support.built import CHECKED
from site_tests.support.checker import START_UP, Checker, on_line
from site_tests.support.faults import refuse
from site_tests.support.watch import Watch

LINES = {
    "data saved": "{ saveData: true, effectiveType: '4g' }",
    "slow": "{ saveData: false, effectiveType: '3g' }",
}
FAST = "{ saveData: false, effectiveType: '4g' }"


def runtime_requests(watch: Watch) -> set[str]:
    """Give the names of the runtime's files that were requested."""
    return {request.rpartition("/")[2] for request in watch.requests if "/runtime/" in request}


@pytest.mark.parametrize("line", LINES)
def test_slow_line(page: Page, watch: Watch, line: str) -> None:
    """Nothing loads until the reader asks; then the smaller path does, and the code is checked."""
    on_line(page, LINES[line])
    checker = Checker(page)
    checker.open("#code=N4YFFGL4CDX6")
    checker.wait_for_look()
    expect(checker.verdict).to_have_text("The shape of a UEI; check digit to come")
    expect(checker.progress).to_contain_text("loaded only when you ask for it")
    expect(checker.status).to_contain_text("The full check is loaded only when you ask for it")
    page.wait_for_load_state("networkidle")
    assert runtime_requests(watch) == set()
    expect(checker.fetch).to_have_text(re.compile(r"^Load the full check \([34]\.\d MB\)$"))
    checker.fetch.click()
    checker.wait_for_result()

    expect(checker.verdict).to_have_text("Not well formed as a UEI")
    expect(checker.fetch).to_be_hidden()
    names = {file["name"] for file in manifest()["paths"]["ordinary"].values()}
    assert runtime_requests(watch) == names


def test_texts_on_a_slow_line(page: Page, watch: Watch) -> None:
    """Checking one text after another by the patterns loads nothing, either."""
    on_line(page, LINES["slow"])
    checker = Checker(page)
    checker.open()
    for text, verdict in (("K0999", "Well formed as an NCAGE code"),
                          ("O2FP7", "Not the shape of a known code")):  # fmt: skip
        checker.field.fill(text)
        checker.field.press("Enter")
        expect(checker.verdict).to_have_text(verdict)
    page.wait_for_load_state("networkidle")

    assert runtime_requests(watch) == set()
    expect(checker.fetch).to_be_visible()


def test_asked_for_before_anything_is_typed(page: Page) -> None:
    """The button loads the check for later, too."""
    on_line(page, LINES["slow"])
    checker = Checker(page)
    checker.open()
    checker.fetch.click()
    checker.wait_until_ready()

    expect(checker.result).to_be_hidden()


KEEP_DAMAGED = """async ([kept, addresses]) => {
  const cache = await caches.open(kept);
  for (const address of addresses) {
    if (address.endsWith("snapshot.bin.gz")) await cache.put(address, new Response("damaged"));
    else await cache.add(address);
  }
}"""


def test_kept_snapshot_that_fails(page: Page, watch: Watch) -> None:
    """A snapshot that is on the machine and does not work is replaced by the ordinary path."""
    watch.tolerate("/runtime/", "Failed to load resource")
    paths, folder = manifest()["paths"], manifest()["folder"]
    page.goto("about/privacy/")
    files = [f"../../{folder}{file['name']}" for file in paths["snapshot"].values()]
    page.evaluate(KEEP_DAMAGED, [CHECKED, files])
    page.route("**/runtime/*/snapshot.bin.gz", refuse)
    on_line(page, LINES["data saved"])
    checker = Checker(page)
    checker.open("#code=K0999")

    checker.wait_for_result()
    expect(checker.by).to_have_text("Full check, by every rule", timeout=START_UP)
    assert runtime_requests(watch) >= {file["name"] for file in paths["ordinary"].values()}


def test_fast_line(page: Page, watch: Watch) -> None:
    """On a fast line the quicker path is loaded at once."""
    on_line(page, FAST)
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()

    expect(checker.fetch).to_be_hidden()
    assert "snapshot.bin.gz" in runtime_requests(watch)
