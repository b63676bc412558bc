"""What every test of the built site relies on: server, browser, and pages that are watched."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from site_build.host.serve import make_server, running
from site_build.site import SITE
from site_tests.engines.chromium import FLAGS
from site_tests.hosts.builds import shared
from site_tests.hosts.elsewhere import Elsewhere
from site_tests.hosts.host import OTHER, Host, Serve, build
from site_tests.hosts.reader import Reader
from site_tests.hosts.versions import Version, build_new, build_old, build_same
from site_tests.support.built import PREFIX
from site_tests.support.checker import WINDOW, Checker
from site_tests.support.watch import Watch

# Only Debian's own Python has the bindings that it imports, so that runs it. It is not a test.
collect_ignore = ["engines/webkit_browser.py"]

# Node may be only in this Python's environment. What `make` starts has that first on its path.
os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

# Nothing is timed: this only says when to give up on a busy machine.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Give a function that serves a folder under a path prefix until all tests have run."""
    with ExitStack() as stack:
        yield lambda folder, prefix: stack.enter_context(
            running(make_server(folder, prefix, 0), prefix)
        )


@pytest.fixture(scope="session")
def base_url(serve: Serve) -> str:
    """Serve the built site under its real path prefix; pages are named relative to this address."""
    return serve(SITE, PREFIX)


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site for another address, at the root of its host."""
    return shared(tmp_path_factory, "other", lambda folder: build(folder, OTHER))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the Chromium that `tools/browsers.sh` finds."""
    path = os.environ.get("CHROMIUM")
    if not path:
        pytest.fail(
            "CHROMIUM is not set: run with `env $(tools/browsers.sh)` in front", pytrace=False
        )
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], chromium: str
) -> dict[str, Any]:
    """Start that Chromium."""
    return {**browser_type_launch_args, "executable_path": chromium, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Open pages without the service worker; the tests that are about it allow it.

    With it a page's requests depend on what came before: the worker answers from what it kept,
    `route` sees the worker's requests instead of the page's, and a worker that installs requests
    things that no page has requested. Without it each test sees what its own page asks for.
    """
    return {**browser_context_args, "service_workers": "block"}


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    """Give another origin. Each test has its own, and none hears what another one's page asked."""
    with Elsewhere() as server:
        thread = Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def watch(context: BrowserContext, base_url: str) -> Watch:
    """Watch all pages of this test. A test of a fault says here what it expects in the console."""
    return Watch(context, base_url)


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """Give a page, and fail the test when anything went wrong on it that was not expected."""
    yield context.new_page()
    watch.verify()


@pytest.fixture(scope="session")
def old() -> Version:
    """Give the version that a host begins with."""
    return build_old()


@pytest.fixture(scope="session")
def new(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Build a second version, with one page and one script changed."""
    return build_new(tmp_path_factory)


@pytest.fixture(scope="session")
def same(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a version that has fewer pages, and the same scripts."""
    return shared(tmp_path_factory, "same", build_same)


@pytest.fixture
def caching() -> str:
    """Say that browsers are to ask each time; tests may say otherwise."""
    return "no-cache"


@pytest.fixture
def host(request: pytest.FixtureRequest, tmp_path: Path, caching: str) -> Iterator[Host]:
    """Give a host with the site under its prefix, or at its root where a test asks for it."""
    prefix = getattr(request, "param", PREFIX)
    host = Host(tmp_path, prefix, caching)
    # The other site takes long to build, and few tests need it.
    host.deploy(request.getfixturevalue("other") if prefix == "/" else SITE)
    yield host
    host.stop()


@pytest.fixture
def reader(context: BrowserContext, watch: Watch, host: Host) -> Iterator[Reader]:
    """Give a reader, and fail the test when something unexpected went wrong on a page."""
    watch.move(host.url)
    yield Reader(context, host)
    watch.verify()


@pytest.fixture(scope="session")
def shared_checker(
    browser: Browser, browser_context_args: dict[str, Any], base_url: str
) -> Iterator[tuple[Checker, Watch]]:
    """Load the validator once for all tests of a process: Python takes seconds to start."""
    with browser.new_context(
        **browser_context_args,
        viewport=WINDOW,
        permissions=["clipboard-read", "clipboard-write"],
    ) as context:
        watch = Watch(context, base_url)
        checker = Checker(context.new_page())
        checker.open()
        checker.wait_until_ready()
        yield checker, watch


@pytest.fixture
def checker(shared_checker: tuple[Checker, Watch]) -> Iterator[Checker]:
    """Give the loaded validator with nothing in it, and fail when anything went wrong on it."""
    checker, watch = shared_checker
    checker.clear()
    yield checker
    watch.verify()
