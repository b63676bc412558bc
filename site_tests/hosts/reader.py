"""A reader whose browser has the service worker: opens and closes pages, and sees what is kept."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from site_build.host.offline import NOT_KEPT
from site_build.site import SITE
from site_tests.hosts.host import Host
from site_tests.support.built import PREFIX
from site_tests.support.waiting import wait_until

BOTH_PLACES = pytest.mark.parametrize("host", [PREFIX, "/"], indirect=True)
"""For a test of the site under its prefix, and at the root of its host."""

RUNTIME = sorted(
    path.relative_to(SITE).as_posix() for path in (SITE / "runtime").rglob("*") if path.is_file()
)
"""The files of Python below the site's root."""

KEPT_HERE = """async () =>
  Boolean(navigator.serviceWorker.controller)
  && Boolean(await caches.match(location.origin + location.pathname))"""
CACHES = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    found[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
  }
  return found;
}"""
REGISTRATION = """async (scope) => {
  const { active, waiting, installing } = await navigator.serviceWorker.getRegistration(scope);
  return { active: active?.state, waiting: waiting?.state, installing: installing?.state };
}"""
LOOK = """navigator.serviceWorker.ready.then((found) => {
  found.update().catch(() => {});
})"""
KEEP = """async (urls) => {
  const { src } = document.querySelector("script[data-service-worker]");
  return (await import(src)).keep(urls);
}"""
NAMED = """[...document.querySelectorAll("link[rel=stylesheet], script[src]")]
  .map((element) => element.href || element.src)"""
LOADED = """performance.getEntriesByType("resource").map(({ name }) => name)"""


class Reader:
    """One browser profile, in front of one host."""

    def __init__(self, context: BrowserContext, host: Host) -> None:
        """Begin with an empty profile."""
        self.context = context
        self.host = host
        self.prefix = f"cagecore {urlsplit(host.url).path} "

    def open(self, address: str = "", page: Page | None = None) -> Page:
        """Open a page of the site, in a new tab if none is given."""
        page = page or self.context.new_page()
        page.goto(self.host.url + address)
        return page

    def read(self, address: str = "", page: Page | None = None) -> Page:
        """Open a page and wait until it is kept."""
        page = self.open(address, page)
        until(page, KEPT_HERE)
        return page

    def close(self) -> None:
        """Close every tab."""
        for page in self.context.pages:
            page.close()

    def update(self, site: Path) -> None:
        """Put a version of the site on the host, and wait until the browser has installed it."""
        self.host.deploy(site)
        page = self.context.pages[0] if self.context.pages else self.open("nations/")
        page.reload()
        self.wait_for_worker(active="activated", waiting="installed")

    def look_for_update(self, page: Page, begun: Callable[[], object] | None = None) -> None:
        """Let the browser look for another version until that one has begun to install.

        A look that is already under way finds what was there before, and counts for later ones.

        Args:
            page: A page of the site.
            begun: Says that it has begun; if not given, that it asks for one of its pages.
        """
        before = len(self.host.asked)

        def asks() -> bool:
            return any(path.endswith(NOT_KEPT) for path in self.host.asked[before:])

        said = begun or asks
        wait_until(page, lambda: said() or page.evaluate(LOOK), "another version installs")

    def leave(self) -> None:
        """Close every tab, and wait until the new version has taken over."""
        self.close()
        self.wait_for_worker(active="activated")

    def look(self) -> dict[str, list[str]]:
        """Give what is kept for the site: addresses below its root, by the cache's own name."""
        page = self.outside()
        found: dict[str, list[str]] = page.evaluate(CACHES)
        page.close()
        return {
            name.removeprefix(self.prefix): sorted(
                url.removeprefix(self.host.url) for url in addresses
            )
            for name, addresses in found.items()
            if name.startswith(self.prefix)
        }

    def outside(self) -> Page:
        """Open a page on the same host outside the site, so no worker is in charge."""
        page = self.context.new_page()
        # Not requested from the host, which may be down.
        page.route(self.host.around, lambda route: route.fulfill(body="<title>Around</title>"))
        page.goto(self.host.around)
        return page

    def wait_for_worker(self, **states: str | None) -> None:
        """Wait until the site's workers are in these states and in no other."""
        wanted = {"active": None, "waiting": None, "installing": None, **states}
        page = self.outside()
        until(
            page,
            f"""async ([scope, wanted]) => {{
              const found = await ({REGISTRATION})(scope);
              return Object.keys(wanted).every((key) => (found[key] ?? null) === wanted[key]);
            }}""",
            [self.host.url, wanted],
        )
        page.close()


def until(page: Page, condition: str, given: object = None) -> None:
    """Ask a page again and again until a condition holds; give up after half a minute.

    Args:
        page: The page.
        condition: A function in JavaScript, possibly an asynchronous one.
        given: Its argument.
    """
    loop = f"""async (given) => {{
      for (let turn = 0; turn < 1500; turn += 1) {{
        if (await ({condition})(given)) return true;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }}
      return false;
    }}"""
    assert page.evaluate(loop, given), condition


def keep(page: Page, urls: Any) -> bool:  # noqa: ANN401 - wrong ones are tried, too
    """Ask the page's own function to keep some addresses."""
    kept: bool = page.evaluate(KEEP, urls)
    return kept


def versions_on(page: Page) -> set[str]:
    """Give the hashes of our scripts and styles that a page names, and that it has loaded."""
    # Not until the network is idle: what an ended worker requested counts as open forever.
    page.wait_for_load_state("load")
    addresses = [*page.evaluate(NAMED), *page.evaluate(LOADED)]
    return {found[1] for url in addresses if (found := re.search(r"/static/([0-9a-f]+)/", url))}
