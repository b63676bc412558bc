"""A web host for tests: it gets another version of the site, goes down for good, and comes back."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from site_build.host.serve import SiteHandler, SiteServer
from site_build.runtime.build import content_hash
from site_build.runtime.paths import LOCK
from site_build.site import ROOT, RUNTIME, WHEEL
from site_tests.hosts.answer import Answer, Late
from site_tests.hosts.neighbor import PLACE, Neighbor

Serve = Callable[[Path, str], str]
"""Serves a folder under a path prefix until all tests have run, and gives its address."""
OTHER = "https://example.org/"
"""An address that the site was not built for, at the root of its host."""

LOCKS = ("package-lock.json", "requirements")
"""What a build reads the versions of others' works from."""
CACHING = "Cache-Control"
PAUSE = 0.02
"""Seconds between two looks whether the host is to stop, which dozens of tests wait for."""
SLOW = 5
"""Seconds: longer than the service worker lets a reader wait for a page that is kept."""


def build(folder: Path, url: str | None = None, project: Path = ROOT) -> Path:
    """Build a site from the wheel and the runtime that are there.

    Args:
        folder: Where to put it.
        url: The address to build it for; as in mkdocs.yml, if not given.
        project: The project's folder, or a copy of it.
    """
    subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)],
        cwd=project,
        env={**os.environ, **({"SITE_URL": url} if url else {})},
        check=True,
    )
    return folder


def copy_project(
    folder: Path, edits: dict[str, Callable[[str], str]], *, same_python: bool = True
) -> Path:
    """Make a project that differs in some pages or scripts.

    Args:
        folder: Where to put it.
        edits: Files below `docs/`, and what to make of their text.
        same_python: Whether the runtime is the same, too.
    """
    folder.mkdir()
    for name in ("mkdocs.yml", "CHANGELOG.md", "SECURITY.md", *LOCKS, "node_modules", "cagecore"):
        (folder / name).symlink_to(ROOT / name)
    built = RUNTIME.parent
    if same_python:
        (folder / built.name).symlink_to(built)
    else:
        change_python(folder / built.name)
    # A copy: what is built is looked for beside it.
    for name in ("docs", "site_build"):
        shutil.copytree(ROOT / name, folder / name)
    for name, edit in edits.items():
        path = folder / "docs" / name
        text = path.read_text(encoding="utf-8")
        path.write_text(edit(text), encoding="utf-8")
        assert path.read_text(encoding="utf-8") != text
    return folder


def change_python(folder: Path) -> None:
    """Make a folder of what is built, with a runtime that differs in one byte.

    Args:
        folder: Where to put it.
    """
    (before,) = RUNTIME.iterdir()
    shutil.copytree(WHEEL, folder / WHEEL.name)
    made = folder / RUNTIME.name / "new"
    made.mkdir(parents=True)
    for path in before.iterdir():
        (made / path.name).symlink_to(path)
    (made / LOCK).unlink()
    (made / LOCK).write_bytes((before / LOCK).read_bytes() + b"\n")
    made.rename(folder / RUNTIME.name / content_hash(made))


class Handler(SiteHandler):
    """Says how long answers may be kept; loses files, breaks off or redirects on request."""

    server: "Stoppable"

    def do_GET(self) -> None:  # noqa: N802 - as inherited
        """Answer for the site, unless another app or a stranger does."""
        stranger = self.server.strangers.get(self.path)
        _, is_app, place = self.path.partition(f"/{PLACE}")
        if stranger:
            self.server.asked.append(self.path)
            stranger.send(self)
        elif is_app:
            self.server.neighbor.answer(self, place)
        else:
            super().do_GET()

    def send_head(self) -> Any:  # noqa: ANN401 - as inherited
        """Answer what is there."""
        # A browser requests a page's icon by itself, and as late as it likes. What a worker
        # requests, even that icon, is not marked as an image.
        if self.headers["Sec-Fetch-Dest"] != "image":
            self.server.asked.append(self.path)
        if self.path.endswith(tuple(self.server.slow)):
            sleep(SLOW)
        if self.path.endswith(tuple(self.server.lost)):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if self.server.shortens and self.shorten():
            return None
        return super().send_head()

    def shorten(self) -> bool:
        """Redirect from a page with an ending to the same one without, and serve it there."""
        path = Path(self.translate_path(self.path))
        if path.suffix == ".html" and path.is_file():
            self.send_response(HTTPStatus.PERMANENT_REDIRECT)
            self.send_header("Location", self.path.removesuffix(".html").removesuffix("index"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return True
        if not path.exists() and Path(f"{path}.html").is_file():
            self.path += ".html"
        return False

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header, with the host's own rule for caches."""
        super().send_header(keyword, self.server.caching if keyword == CACHING else value)

    def copyfile(self, source: Any, outputfile: Any) -> None:  # noqa: ANN401 - as inherited
        """Send a file, or its beginning."""
        if self.server.breaks_off:
            outputfile.write(source.read(100))
            self.close_connection = True
        else:
            super().copyfile(source, outputfile)


class Stoppable(SiteServer):
    """A server that, when it stops, also breaks the connections that browsers keep open."""

    breaks_off = False
    shortens = False

    def __init__(self, folder: Path, port: int, caching: str, neighbor: Neighbor) -> None:
        """Bind to a port, 0 for any, and begin to serve."""
        self.caching = caching
        self.neighbor = neighbor
        self.strangers: dict[str, Answer | Late] = {}
        handler = partial(Handler, directory=str(folder), prefix="/")
        super().__init__(("127.0.0.1", port), handler)
        self.lost: set[str] = set()
        self.slow: set[str] = set()
        self.asked: list[str] = []
        self._open: set[Any] = set()
        self._thread = Thread(target=self.serve_forever, args=[PAUSE])
        self._thread.start()

    def get_request(self) -> Any:  # noqa: ANN401 - as inherited
        """Remember each connection."""
        connection, address = super().get_request()
        self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401 - as inherited
        """Forget a connection that ends by itself."""
        self._open.discard(request)
        super().shutdown_request(request)

    def stop(self) -> None:
        """Accept nothing more, and hang up."""
        self.shutdown()
        self._thread.join()
        self.server_close()
        for connection in list(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class Host:
    """Serves one version of the site at a time, always at the same address.

    Attributes:
        url: The root of the site.
        around: The root of the host. Where the site has a prefix, this is a page outside it.
        neighbor: The other app on the host: at `app/` below its root, and below the site's.
    """

    def __init__(self, folder: Path, prefix: str, caching: str = "no-cache") -> None:
        """Begin with nothing to serve.

        Args:
            folder: An empty folder, where the host keeps what it serves.
            prefix: The path of the site.
            caching: What the host says of how long answers may be kept.
        """
        self._caching = caching
        self._link = folder / (prefix.strip("/") or "site")
        self._served = self._link if prefix == "/" else folder
        (folder / "index.html").write_text("<title>Around</title>", encoding="utf-8")
        self.neighbor = Neighbor()
        self._server = Stoppable(self._served, 0, caching, self.neighbor)
        self.around = f"http://127.0.0.1:{self._server.server_port}/"
        self.url = self.around.rstrip("/") + prefix

    def deploy(self, site: Path) -> None:
        """Put a version of the site in place of the one that was there, at one moment."""
        coming = self._link.with_name("coming")
        coming.symlink_to(site)
        coming.replace(self._link)

    def break_off(self) -> None:
        """From now on, send no file to its end."""
        self._server.breaks_off = True

    def shorten(self) -> None:
        """From now on, redirect every address that ends in .html to one that does not."""
        self._server.shortens = True

    @property
    def asked(self) -> list[str]:
        """The paths requested since it last came up, without the images of pages."""
        return self._server.asked

    def slow_down(self, *names: str) -> None:
        """From now on, be slow with every address that ends like one of these."""
        self._server.slow |= set(names)

    def lose(self, name: str) -> None:
        """From now on, have no file whose address ends like this."""
        self._server.lost.add(name)

    def impose(self, name: str, answer: Answer | Late) -> None:
        """From now on, let a stranger answer for an address below the site's root."""
        self._server.strangers[f"/{(self.url + name).removeprefix(self.around)}"] = answer

    def relieve(self) -> None:
        """From now on, answer for the whole site again."""
        self._server.strangers.clear()

    def stop(self) -> None:
        """Go down: refuse connections, and break those that are open."""
        self._server.stop()

    def start(self) -> None:
        """Come back."""
        port = self._server.server_port
        self._server = Stoppable(self._served, port, self._caching, self.neighbor)
