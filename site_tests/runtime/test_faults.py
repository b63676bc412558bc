"""What can go wrong with the runtime: the page recovers by itself, or says what to do.

Whatever fails, nothing typed is lost and the patterns still answer. The page's own time-outs are
used; its clock is moved forward, so that nobody waits for them.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from site_build.host import static
from site_build.runtime.manifest import manifest
from site_build.site import DOCS
from site_tests.support.checker import START_UP, Checker
from site_tests.support.failure import (
    STOPPED,
    VERDICT,
    expect_failure,
    expect_full_check,
    expect_recovery,
    give_up,
)
from site_tests.support.faults import Counter, Hold, cut, lose, mistype, refuse, spoil
from site_tests.support.watch import Watch

PATHS = {
    path: {file["name"] for file in files.values()} for path, files in manifest()["paths"].items()
}
NETWORK = ("/runtime/", "Failed to load resource", r"\(blob:")
"""What a browser may write into the console by itself, or Pyodide, whose scripts are blobs."""
SCRIPTS_FOLDER = static.root(DOCS)
FILES = sorted(set().union(*PATHS.values()))
ONLY_SNAPSHOT = PATHS["snapshot"] - PATHS["ordinary"]
ONLY_ORDINARY = PATHS["ordinary"] - PATHS["snapshot"]
FAULTS: dict[str, Callable[[], Callable[[Route], None]]] = {
    "blocked": lambda: refuse,
    "lost": lambda: lose,
    "truncated": lambda: cut,
    "corrupted": lambda: spoil,
    "hanging": Hold,
    "wrong type": lambda: mistype,
}
# Each file, each fault, and a file of each path and of both with a fault that is reported, one
# that is silent, and one that does no harm. Node tries all the others, in downloads.test.mjs.
(WHEEL,) = (file for file in FILES if file.endswith(".whl"))
PAIRS = [
    ("pyodide.asm.js", "blocked"),
    ("pyodide-lock.json", "truncated"),
    ("pyodide.asm.wasm", "corrupted"),
    ("pyodide.asm.wasm", "wrong type"),
    ("pyodide.mjs", "hanging"),
    ("snapshot.bin.gz", "truncated"),
    ("snapshot.bin.gz", "hanging"),
    ("python_stdlib.zip", "lost"),
    ("python_stdlib.zip", "hanging"),
    (WHEEL, "corrupted"),
    (WHEEL, "wrong type"),
]


def place(file: str) -> str:
    """Give the pattern of the addresses of a file of the runtime."""
    return f"**/runtime/*/{file}"


def is_fatal(fault: str) -> bool:
    """Say whether a path to Python fails because of a fault in one of its files."""
    return fault != "wrong type"  # The checker knows by itself what each file is.


def is_harmless(file: str, fault: str) -> bool:
    """Say whether the page recovers from a fault by itself."""
    return file in ONLY_SNAPSHOT or not is_fatal(fault)


def asked(watch: Watch, file: str) -> bool:
    """Say whether a file of the runtime has been requested so far."""
    return any(address.endswith(f"/{file}") for address in watch.requests)


def test_every_file_and_every_fault() -> None:
    """Each file fails here and each fault strikes; Node has tried every file with every fault."""
    assert {file for file, _ in PAIRS} == set(FILES)
    assert {fault for _, fault in PAIRS} == set(FAULTS)


@pytest.mark.parametrize(("file", "fault"), PAIRS)
def test_file(page: Page, watch: Watch, file: str, fault: str) -> None:
    """A file that fails is replaced by the other path, or reported in words; Try again works.

    The other path is taken where the first one failed, and only there.
    """
    watch.tolerate(*NETWORK)
    checker = Checker(page)
    handler = FAULTS[fault]()
    if file in ONLY_ORDINARY:
        page.route(place("snapshot.bin.gz"), refuse)
    counter = Counter(handler)
    page.route(place(file), counter)
    if isinstance(handler, Hold):
        page.clock.install()
    checker.open("#code=K0999")
    if isinstance(handler, Hold):
        give_up(page, handler, 1 if file in ONLY_SNAPSHOT | ONLY_ORDINARY else 2)
    if not is_harmless(file, fault):
        expect_failure(checker)
        expect(checker.by).to_have_text("First look, by the patterns")
        expect(checker.verdict).to_have_text(VERDICT)
        watch.expect(STOPPED)
        if isinstance(handler, Hold):
            handler.drop()
        page.unroute(place(file))
        checker.again.click()

    expect_full_check(checker)
    expect(checker.again).to_be_hidden()
    assert counter.calls > 0
    if file in PATHS["snapshot"] & PATHS["ordinary"]:
        # The other path may break off at this file before it comes to one of its own.
        assert (counter.calls > 1) == is_fatal(fault)
    else:
        assert asked(watch, "python_stdlib.zip") == (file in ONLY_ORDINARY or is_fatal(fault))


def test_damaged_copy_in_a_cache(page: Page, watch: Watch) -> None:
    """A damaged file is requested once more past all caches, and nobody notices."""
    watch.tolerate(*NETWORK)
    times = 0

    def spoil_once(route: Route) -> None:
        nonlocal times
        times += 1
        (spoil if times == 1 else Route.continue_)(route)

    page.route(place("pyodide.asm.wasm"), spoil_once)
    checker = Checker(page)
    checker.open("#code=K0999")

    expect_full_check(checker)
    assert times == 2


def deploy(changed: str) -> Callable[[Route], None]:
    """Answer with the page of another version, in which a folder has another hash for a name."""
    name, _ = changed.split("/", 1)

    def handle(route: Route) -> None:
        answer = route.fetch()
        assert changed in answer.text()
        body = answer.text().replace(changed, f"{name}/0123456789abcdef/")
        route.fulfill(response=answer, body=body)

    return handle


def test_host_that_hangs(page: Page, watch: Watch) -> None:
    """Where the host does not answer at all, the failure is reported without waiting for it."""
    page.clock.install()
    checker = Checker(page)
    hold, silence = Hold(), Hold()
    page.route("**/runtime/**/pyodide.mjs", hold)
    checker.open("#code=K0999")
    page.route("**/validator/", silence)
    give_up(page, hold, 2)
    expect_failure(checker)
    watch.expect(STOPPED)
    assert silence.waiting == 1

    # The page also stops asking whether the site has changed.
    page.wait_for_event("requestfailed", lambda request: request.url.endswith("/validator/"))
    expect(checker.again).to_be_visible()
    hold.drop()


@pytest.mark.parametrize("changed", [manifest()["folder"], SCRIPTS_FOLDER])
@pytest.mark.parametrize("text", ["K0999", "K0999\n" * 4000], ids=["code", "long list"])
def test_site_updated_in_between(page: Page, watch: Watch, changed: str, text: str) -> None:
    """After a deploy of rules or only of scripts the page says so, and reloading keeps the text."""
    watch.tolerate(*NETWORK)

    # The page itself is loaded as it is; whatever it asks for later is from the next version.
    checker = Checker(page)
    hold = Hold()
    page.route("**/runtime/**", hold)
    checker.open("#code=855J5")
    # Playwright types a list of this length for minutes.
    checker.field.evaluate("(field, text) => { field.value = text; }", text)
    page.route("**/validator/", deploy(changed))
    page.route("**/runtime/**", lose)
    hold.drop()
    expect(page.get_by_role("heading", name="This page has been updated")).to_be_visible()
    expect(checker.status).to_contain_text("The site has changed since you opened this page")
    watch.expect(STOPPED)
    page.unroute_all()
    page.get_by_role("button", name="Reload the page").click()

    checker.wait_for_result()
    expect(checker.by).to_have_text("Full check, by every rule", timeout=START_UP)
    assert checker.field.input_value() == text


def test_text_typed_after_a_failure(page: Page, watch: Watch) -> None:
    """Try again checks what is in the field now, not what was there when it failed."""
    watch.tolerate(*NETWORK)
    checker = Checker(page)
    page.route(place("pyodide.mjs"), refuse)
    checker.open("#code=855J5")
    expect_failure(checker)
    watch.expect(STOPPED)
    page.unroute(place("pyodide.mjs"))
    checker.field.fill("K0999")

    expect_recovery(checker)


def test_text_typed_and_not_sent(page: Page, watch: Watch) -> None:
    """What was typed before the failure, without Enter, is still there after Try again."""
    watch.tolerate(*NETWORK)
    checker = Checker(page)
    page.route(place("pyodide.mjs"), refuse)
    checker.open()
    checker.field.fill("K0999")
    expect_failure(checker)
    watch.expect(STOPPED)
    page.unroute(place("pyodide.mjs"))

    expect_recovery(checker)


def test_fault_that_stays(page: Page, watch: Watch) -> None:
    """While the fault lasts, Try again fails again in the same words, as often as one tries."""
    watch.tolerate(*NETWORK)
    checker = Checker(page)
    page.route(place("pyodide.mjs"), refuse)
    checker.open("#code=K0999")
    for _ in range(3):
        expect_failure(checker)
        with page.expect_event("requestfailed"):
            checker.again.click()
    expect_failure(checker)
    watch.expect(STOPPED)

    expect(checker.field).to_have_value("K0999")
