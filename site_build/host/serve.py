"""The built site on this machine, served as a static host would.

`python -m site_build.host.serve` serves `site/` under the path of SITE_URL and prints the address.
The browser tests use the same server, so what they see is what a reader of this machine sees.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from site_build.host import headers
from site_build.host.header_rules import headers_for, parse
from site_build.media import TYPES
from site_build.site import SITE, site_url

_TRIED = 20
"""How many ports to try before any that is free will do."""
_PORTS = 1 << 16


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves one folder under one path prefix, and 404.html for whatever is not there."""

    protocol_version = "HTTP/1.1"
    extensions_map = dict(TYPES)  # noqa: RUF012 - as inherited

    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:  # noqa: ANN401 - as inherited
        """Remember the path prefix, which begins and ends with a slash."""
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def send_head(self) -> Any:  # noqa: ANN401 - as inherited
        """Answer what lies under the prefix; outside of it there is nothing."""
        path = urlsplit(self.path).path
        if path == self.prefix.rstrip("/") and path:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", self.prefix)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if not path.startswith(self.prefix):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self._compare_dates()
        return super().send_head()

    def _compare_dates(self) -> None:
        """Forget a date that is not exactly that of the file.

        A build may be older than the one whose files a browser has: another branch, or one that
        was put back. What is inherited takes any date that is not earlier for the same file.
        """
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        asked = self.headers["If-Modified-Since"]
        if asked and not (file.is_file() and asked == self.date_time_string(file.stat().st_mtime)):
            del self.headers["If-Modified-Since"]

    def translate_path(self, path: str) -> str:
        """Turn an address into a file name."""
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Show no listing: a static host has none either."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where an address leads nowhere."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember whether a file was found."""
        self.found = code < HTTPStatus.BAD_REQUEST
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Send what the site's own rules say. An address without a file is not for keeping."""
        # Read each time, because the next build may have other rules. A request that could not be
        # read has no path.
        file = Path(self.directory) / headers.NAME
        rules = parse(file.read_text(encoding="utf-8")) if file.is_file() else []
        sent = {"Cache-Control": headers.FRESH}
        sent |= headers_for(rules, urlsplit(getattr(self, "path", "")).path)
        if not self.found:
            sent["Cache-Control"] = headers.FRESH
        for name, value in sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Report failures only."""
        if isinstance(code, int) and code >= HTTPStatus.BAD_REQUEST:
            super().log_request(int(code), size)


class SiteServer(ThreadingHTTPServer):
    """A server for this machine only. A browser that hangs up early is no error."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as inherited
        """Report what goes wrong, except a connection that the browser closed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def make_server(folder: Path, prefix: str, port: int) -> SiteServer:
    """Bind a server to this machine.

    Args:
        folder: The built site.
        prefix: The path that it is served under, such as `/cagecore/`.
        port: The port, or 0 for any that is free.

    Returns:
        The server, which answers once it is started.

    Raises:
        OSError: The port is in use, or not for us.
    """
    handler = partial(SiteHandler, directory=str(folder), prefix=prefix)
    return SiteServer(("127.0.0.1", port), handler)


def first_free(folder: Path, prefix: str, port: int) -> tuple[SiteServer, str]:
    """Bind a server to a port, or to the next one that is free.

    Args:
        folder: The built site.
        prefix: The path that it is served under.
        port: The port to begin with.

    Returns:
        The server, and why it does not have that port: nothing where it has.
    """
    why = ""
    for other in range(port, min(port + _TRIED, _PORTS)):
        try:
            return make_server(folder, prefix, other), why
        except OSError as error:
            in_use = error.errno == errno.EADDRINUSE
            why = (
                why
                or f"port {port} {'is in use' if in_use else f'cannot be used: {error.strerror}'}"
            )
    return make_server(folder, prefix, 0), why


@contextmanager
def running(server: SiteServer, prefix: str) -> Iterator[str]:
    """Let a server answer in the background, and give its address below the prefix."""
    with server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()


def main() -> int:
    """Serve until Ctrl-C."""
    url = urlsplit(site_url())
    prefix = url.path
    # A public address may be in SITE_URL; the site is served here all the same, under its path.
    port = (url.port or 80) if url.hostname in {"127.0.0.1", "localhost"} else 8000
    if not (SITE / "index.html").is_file():
        print("There is no site to serve yet: run `make site` first.", file=sys.stderr)
        return 1
    server, why = first_free(SITE, prefix, port)
    with server:
        address = f"http://127.0.0.1:{server.server_port}{prefix}"
        try:
            notes = [why, "Ctrl-C ends it"] if why else ["Ctrl-C ends it"]
            print(f"Serving {address} ({'; '.join(notes)})", flush=True)
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
