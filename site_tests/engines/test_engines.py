"""Firefox and WebKitGTK: the validator's main path, a forced fallback, offline, and the policy.

Chromium has all the other tests. What fails here is the host and never the browser, so the same
test runs in every engine.
"""

import time
from pathlib import Path

from site_build.site import SITE
from site_tests.engines import ENGINES, Engine, WebKit
from site_tests.hosts.elsewhere import ATTACK, UNBOUND, Elsewhere
from site_tests.hosts.habits import Unpacks, hosting
from site_tests.hosts.host import Host
from site_tests.support.built import PREFIX
from site_tests.support.waiting import LONGEST

READY = "document.querySelector(\"[data-state='ready']\")"
VERDICT = "document.querySelector('.cc-verdict h2')?.textContent"
BY_RULES = "document.querySelector('.cc-by')?.textContent === 'Full check, by every rule'"
FIELD = "#cc-code"
KEPT = "!document.querySelector(\"[data-part='offline']\").hidden"


def check(engine: Engine, text: str) -> str:
    """Type a text, press Enter, and give the verdict of the full check."""
    engine.wait_for(READY)
    engine.type(FIELD, text)
    engine.press("Enter")
    engine.wait_for(f"{BY_RULES} && {READY}")
    verdict: str = engine.run(f"return {VERDICT}")
    return verdict


def search_for(engine: Engine, words: str) -> None:
    """Type words into the search, and wait until the section on check digits is found first."""
    engine.type("[data-md-component=search-query]", words)
    first = "document.querySelector('.md-search-result__item')?.innerHTML"
    engine.wait_for(f"{first}?.includes('#the-check-digit')")


def wait_until_said(engine: Engine, words: str) -> None:
    """Wait until something is among what went wrong on the page."""
    end = time.monotonic() + LONGEST
    while not any(words in problem for problem in engine.problems()):
        assert time.monotonic() < end, f"not heard: {words}"
        time.sleep(0.05)


def test_main_path(engine: Engine, host: Host) -> None:
    """A person types, follows a link and goes back; nothing goes wrong, no other host is asked."""
    engine.open(f"{host.url}validator/")
    assert check(engine, "K0999") == "Well formed as an NCAGE code"
    assert check(engine, "N4YFFGL4CDX6") == "Not well formed as a UEI"
    engine.open(f"{host.url}identifiers/")
    engine.open(f"{host.url}validator/#code=541330&expect=cage")
    engine.wait_for(BY_RULES)
    assert engine.run(f"return {VERDICT}") == "Not well formed as a CAGE code"
    assert check(engine, "O2FP7") == "Did you mean 02FP7?"
    engine.run("history.back()")
    engine.wait_for("document.querySelector('#cc-code').value === '541330'")
    engine.wait_for(BY_RULES)

    names = engine.run("return performance.getEntriesByType('resource').map(({ name }) => name)")
    assert len(names) > 10
    assert [name for name in names if not name.startswith((host.url, "blob:", "data:"))] == []
    assert engine.problems() == []


def test_blocked_site_data(program: tuple[str, str], host: Host, tmp_path: Path) -> None:
    """Where sites can keep nothing, search, the switch to dark and the validator work."""
    name, path = program
    with ENGINES[name](path, tmp_path / "blocked", site_data=False) as engine:
        engine.open(f"{host.url}identifiers/uei/")
        engine.run("document.querySelector('[name=__palette][data-md-color-scheme=slate]').click()")
        engine.wait_for("document.body.dataset.mdColorScheme === 'slate'")
        engine.run("document.querySelector('[data-md-component=search-query]').focus()")
        for key in "digit":
            engine.press(key)
        engine.wait_for("document.querySelector('.md-search-result__link')")
        engine.open(f"{host.url}validator/")
        assert check(engine, "K0999") == "Well formed as an NCAGE code"
        # Firefox itself says about the service worker that it may keep nothing.
        assert [one for one in engine.problems() if "ServiceWorker" not in one] == []


def test_console_is_heard(engine: Engine, host: Host) -> None:
    """What goes wrong on a page is noticed here, so the silence above proves something."""
    engine.open(host.url)
    engine.run("console.error('a word of an error')")
    engine.run("setTimeout(() => { throw new Error('nobody caught this'); })")

    for words in ("a word of an error", "nobody caught this"):
        wait_until_said(engine, words)


def test_forced_fallback(engine: Engine, host: Host) -> None:
    """Without the snapshot, Python starts on its own by the ordinary path."""
    host.lose("snapshot.bin.gz")
    engine.open(f"{host.url}validator/")

    assert check(engine, "DG119") == "Well formed as an NCAGE code"
    assert engine.run("return document.querySelector(\"[data-part='failure']\").hidden") is True


def test_packed_file_unpacked_by_the_browser(engine: Engine) -> None:
    """A host that takes the ending `.gz` for an encoding costs no second download, nor the start.

    The next visit asks for nothing of it either.
    """
    with hosting(SITE, PREFIX, Unpacks) as (url, asked):
        for times in (1, 0):
            engine.open(f"{url}validator/")
            assert check(engine, "DG119") == "Well formed as an NCAGE code"
            files = [path.rpartition("/")[2] for path in asked]
            assert files.count("snapshot.bin.gz") == times
            assert "python_stdlib.zip" not in files
            engine.wait_for(KEPT)
            asked.clear()


def test_without_a_connection(engine: Engine, host: Host) -> None:
    """With the host gone, the validator checks in full and a page read before opens."""
    engine.open(f"{host.url}validator/")
    engine.wait_for("!document.querySelector(\"[data-part='offline']\").hidden")
    engine.open(f"{host.url}identifiers/uei/")
    engine.wait_for("caches.match(location.href).then(Boolean)")
    host.stop()
    engine.open(f"{host.url}validator/#code=DG119")
    engine.wait_for(BY_RULES)
    assert engine.run(f"return {VERDICT}") == "Well formed as an NCAGE code"
    assert check(engine, "N4YFFGL4CDX6") == "Not well formed as a UEI"
    engine.open(f"{host.url}identifiers/uei/")

    assert "What is a UEI" in engine.run("return document.querySelector('h1').textContent")
    host.start()


def test_search(engine: Engine, host: Host) -> None:
    """The search finds, and Enter opens the best section; after a first use, without the host."""
    engine.open(f"{host.url}identifiers/uei/")
    engine.wait_for("Boolean(navigator.serviceWorker.controller)")
    search_for(engine, "uei check digit")
    engine.wait_for("caches.match('../../search/index.json').then(Boolean)")
    host.stop()
    engine.open(f"{host.url}identifiers/uei/")
    search_for(engine, "uei check digit")
    engine.press("Enter")
    engine.wait_for("location.hash === '#the-check-digit'")
    host.start()

    assert engine.run("return location.pathname.endsWith('/identifiers/uei/')")
    assert engine.problems() == []


def test_worker_is_bound_by_the_policy(engine: Engine, host: Host, elsewhere: Elsewhere) -> None:
    """Inside the worker, a request to another origin and eval are blocked, and the worker hears it.

    Until then it has heard of nothing: loading Python and checking a code break no policy.
    WebKitGTK reports what it blocked in a worker neither to the worker nor to the console. There
    the silence proves nothing, and only the blocking itself can be seen.
    """
    engine.open(f"{host.url}validator/")
    engine.wait_for(READY)
    tried = engine.run(ATTACK, elsewhere.url)

    assert tried == {"fetch": "blocked", "eval": "blocked", "nation": "GBR", "before": []}
    assert elsewhere.came.empty()
    if not isinstance(engine, WebKit):
        engine.wait_for("window.heard.length >= 2")
        assert set(engine.run("return heard")) == {"connect-src", "script-src"}


def test_worker_without_a_policy(engine: Engine, host: Host, elsewhere: Elsewhere) -> None:
    """Where no policy binds it, the same attack works, so the proof above can fail."""
    engine.open(host.around)
    tried = engine.run(UNBOUND, elsewhere.url)

    assert tried == {"fetch": "went out", "eval": "ran"}
    assert elsewhere.came.get(timeout=30) == "/"
