"""The service worker as a guest: beside another app, before a stranger's page, and retired.

These run in all three engines. What answers is always the host, never a hand of the browser's.
"""

import shutil
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from site_build.host import offline, products
from site_build.site import SITE
from site_tests.engines import ENGINES, Engine, WebKit
from site_tests.hosts import neighbor
from site_tests.hosts.answer import Answer
from site_tests.hosts.host import Host
from site_tests.hosts.reader import BOTH_PLACES, CACHES
from site_tests.support.waiting import LONGEST

pytestmark = [
    pytest.mark.browser_context_args(service_workers="allow"),
    pytest.mark.parametrize("engine", ENGINES, indirect=True),
]

PORTAL = Answer(b"<!doctype html><title>Log in</title><form><input name=user></form>")
NOT_HERE = "This page is not on your machine"
HEADING = "return document.querySelector('h1')?.textContent"

ASK = """
  const response = await fetch(args[0]).catch(() => null);
  if (!response) return null;
  const bytes = [...new Uint8Array(await response.arrayBuffer())];
  return { status: response.status, headers: Object.fromEntries(response.headers), bytes };"""
BEGIN_TO_READ = """
  const stop = new AbortController();
  const response = await fetch(args[0], { signal: stop.signal });
  const { value } = await response.body.getReader().read();
  stop.abort();
  return new TextDecoder().decode(value);"""
KEEP = """
  const { src } = document.querySelector("script[data-service-worker]");
  return (await import(src)).keep(args[0]);"""
KEPT = f"return ({CACHES})()"
REGISTERED = "navigator.serviceWorker.getRegistrations().then(({ length }) => length)"


def settle(engine: Engine, host: Host) -> None:
    """Read a page of the site, so that the worker is in charge and keeps it."""
    engine.open(f"{host.url}nations/")
    engine.wait_for("Boolean(navigator.serviceWorker.controller)")
    engine.wait_for("caches.match(location.href).then(Boolean)")


def keep(engine: Engine, *urls: str) -> bool:
    """Ask a page of the site to keep some addresses."""
    kept: bool = engine.run(KEEP, urls)
    return kept


def kept_addresses(engine: Engine) -> list[str]:
    """Give every address in any cache of the origin."""
    kept: dict[str, list[str]] = engine.run(KEPT)
    return [address for addresses in kept.values() for address in addresses]


@BOTH_PLACES
def test_another_app_is_left_alone(engine: Engine, host: Host) -> None:
    """Another app below the site gets its host's answers byte for byte, and none is kept.

    Where it has a fault, that is what its page gets, and where the host is gone, nothing.
    """
    settle(engine, host)
    app = open_app(engine, host)
    for place in ("", *neighbor.OTHERS):
        expect_its_own(engine, host, place)
    host.neighbor.broken = True
    for place in ("", *neighbor.OTHERS):
        expect_its_own(engine, host, place)
    host.stop()
    for place in ("", *neighbor.OTHERS):
        assert engine.run(ASK, app + place) is None
    assert [address for address in kept_addresses(engine) if "app/" in address] == []
    host.start()


def test_stream_of_another_app(engine: Engine, host: Host) -> None:
    """What another app's page no longer reads, nobody goes on reading."""
    settle(engine, host)
    app = open_app(engine, host)

    assert engine.run(BEGIN_TO_READ, f"{app}stream").startswith(neighbor.TICK.decode())
    assert host.neighbor.left.wait(LONGEST)


def open_app(engine: Engine, host: Host) -> str:
    """Open the other app, of which the site's worker is in charge, too, and give its address."""
    app = host.url + neighbor.PLACE
    engine.open(app)
    assert engine.run("return navigator.serviceWorker.controller.scriptURL") == f"{host.url}sw.js"
    return app


def expect_its_own(engine: Engine, host: Host, place: str) -> None:
    """See that a page gets just what the other app answers."""
    wanted = host.neighbor.to(place)
    found = engine.run(ASK, host.url + neighbor.PLACE + place)

    assert found["status"] == wanted.status
    assert bytes(found["bytes"]) == wanted.body
    sent = {name.lower(): value for name, value in wanted.headers.items()}
    assert {name: found["headers"].get(name) for name in sent} == sent


def test_page_of_a_stranger(engine: Engine, host: Host) -> None:
    """A login page with status 200 is shown, and neither kept nor put in a kept page's place."""
    settle(engine, host)
    for name in ("nations/", "identifiers/uei/"):
        host.impose(name, PORTAL)
        engine.open(host.url + name)
        assert engine.run("return document.title") == "Log in"
    engine.open(f"{host.url}about/how-it-works/")
    assert not keep(engine, f"{host.url}identifiers/uei/")
    host.stop()

    engine.open(f"{host.url}nations/")
    assert "Countries" in engine.run(HEADING)
    engine.open(f"{host.url}identifiers/uei/")
    assert engine.run(HEADING) == NOT_HERE
    host.start()


def test_stranger_while_installing(engine: Engine, host: Host) -> None:
    """Where a login page answers for one that is to be kept, nothing is installed."""
    host.impose(offline.NOT_KEPT, PORTAL)
    engine.open(f"{host.url}nations/")

    assert not keep(engine)
    assert engine.run(f"return {REGISTERED}") == 0
    host.relieve()
    settle(engine, host)


@BOTH_PLACES
def test_other_forms_of_an_address(engine: Engine, host: Host) -> None:
    """Without a connection a page opens with a query, without its slash, and by its file's name."""
    settle(engine, host)
    host.stop()

    for form in ("nations/?q=x", "nations", "nations?q=x", "nations/index.html"):
        engine.open(f"{host.url}{form}#found")
        assert "Countries" in engine.run(HEADING), form
        query = "?q=x" if "?" in form else ""
        assert engine.run("return location.hash") == "#found"
        assert engine.run("return location.search") == query
        # All that it names is found from there.
        assert engine.run("return [...document.styleSheets].every((one) => one.cssRules.length)")
    host.start()


RUNTIME = "0123456789abcdef snapshot.bin.gz"
OTHERS_CACHES = ["another app", "cagecore /elsewhere/ assets"]
OTHERS_FILES = ["another app's", f"cagecore %2Felsewhere%2Fruntime%2F {RUNTIME}"]
FILL = """
  const [names, files] = args;
  for (const name of names) await (await caches.open(name)).put("/x", new Response("theirs"));
  const root = files.length > 0 ? await navigator.storage.getDirectory() : undefined;
  for (const file of files) await root.getFileHandle(file, { create: true });"""
FILES = """
  const names = [];
  for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
  return names;"""


@BOTH_PLACES
def test_retired(engine: Engine, host: Host, tmp_path: Path) -> None:
    """The worker that retires leaves nothing of the site, and all that others keep."""
    settle(engine, host)
    ours = f"cagecore {quote(f'{urlsplit(host.url).path}runtime/', safe='')} {RUNTIME}"
    # WebKitGTK has no private file system.
    theirs = [] if isinstance(engine, WebKit) else OTHERS_FILES
    engine.run(FILL, OTHERS_CACHES, [*theirs, ours, f"{ours}.new"] if theirs else [])
    (tmp_path / "after").mkdir()
    (tmp_path / "after/index.html").write_text("<title>What came after</title>", encoding="utf-8")
    shutil.copy(SITE / products.RETIRED, tmp_path / "after" / offline.NAME)
    host.deploy(tmp_path / "after")
    # As the browser does by itself a little after a page has been opened.
    engine.run("await (await navigator.serviceWorker.getRegistration()).update();")
    engine.wait_for(f"{REGISTERED}.then((number) => number === 0)")

    # The page is still there that the worker was in charge of.
    host.stop()
    for name in ("", "nations/", "static/0123456789abcdef/javascripts/site/offline.js"):
        assert engine.run(ASK, host.url + name) is None
    host.start()
    engine.open(host.url)
    assert engine.run("return document.title") == "What came after"
    assert engine.run("return navigator.serviceWorker.controller") is None
    assert sorted(engine.run("return caches.keys()")) == OTHERS_CACHES
    assert not theirs or sorted(engine.run(FILES)) == theirs
