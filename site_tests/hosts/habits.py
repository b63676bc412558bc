"""Web hosts with habits of their own, each as a server of the built site that has one of them."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from site_build.host.serve import SiteHandler, SiteServer, running

UNKNOWN = "text/plain; charset=utf-8"
"""What a host sends as the type of a file that it does not know."""


class Habit(SiteHandler):
    """Serves as a static host should, and remembers what it was asked for."""

    server: "HabitServer"

    def send_head(self) -> Any:  # noqa: ANN401 - as inherited
        """Answer what is there."""
        self.server.asked.append(urlsplit(self.path).path)
        return super().send_head()


class Unpacks(Habit):
    """Takes the ending `.gz` for the encoding of the line, as Apache and some buckets do."""

    def end_headers(self) -> None:
        """Say so."""
        if self.found and self.path.endswith(".gz"):
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()


class Packs(Habit):
    """Compresses whatever it sends, packed or not, as a network of caches in front of it may."""

    def send_head(self) -> Any:  # noqa: ANN401 - as inherited
        """Answer what is there, as one who knows its length only when it is packed."""
        source = super().send_head()
        if source is None:
            return None
        with source:
            return BytesIO(gzip.compress(source.read(), compresslevel=1))

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header. Without a length the end of the connection is the end of a file."""
        if self.status == HTTPStatus.OK and keyword.lower() == "content-length":
            super().send_header("Content-Encoding", "gzip")
            super().send_header("Connection", "close")
        else:
            super().send_header(keyword, value)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember whether it is a file."""
        self.status = code
        super().send_response(code, message)


class Silent(Habit):
    """Says nothing of how long a browser may keep a file."""

    def send_header(self, keyword: str, value: str) -> None:
        """Send any other header."""
        if keyword != "Cache-Control":
            super().send_header(keyword, value)


class Adds(Habit):
    """Adds a script to every page, as hosts do that count readers or hide addresses."""

    SCRIPT = b"<script>document.body.dataset.added = 'yes'</script>"

    def send_head(self) -> Any:  # noqa: ANN401 - as inherited
        """Answer with one more script in a page."""
        source = super().send_head()
        if source is None or not self.is_page:
            return source
        with source:
            return BytesIO(source.read().replace(b"</body>", self.SCRIPT + b"</body>"))

    def send_header(self, keyword: str, value: str) -> None:
        """Send a header, with the length of what a page becomes."""
        if keyword.lower() == "content-type":
            self.is_page = value.startswith("text/html")
        if keyword.lower() == "content-length" and self.is_page and int(value):
            value = str(int(value) + len(self.SCRIPT))
        super().send_header(keyword, value)


class FilesOnly(Habit):
    """Knows files only: a folder's address leads nowhere, and a page of the host's own says so."""

    refusal = HTTPStatus.FORBIDDEN

    def send_head(self) -> Any:  # noqa: ANN401 - as inherited
        """Answer a file that is named in full."""
        if Path(self.translate_path(self.path)).is_dir():
            self.send_error(self.refusal)
            return None
        return super().send_head()


class FilesOnlyWithErrors(FilesOnly):
    """The same, where the site's page for errors is the host's."""

    refusal = HTTPStatus.NOT_FOUND


class HabitServer(SiteServer):
    """A server that remembers the paths requested so far."""

    def __init__(self, handler: Callable[..., Habit]) -> None:
        """Bind to any port."""
        super().__init__(("127.0.0.1", 0), handler)
        self.asked: list[str] = []


@contextmanager
def hosting(
    folder: Path, prefix: str, habit: type[Habit] = Habit, types: dict[str, str] | None = None
) -> Iterator[tuple[str, list[str]]]:
    """Serve a folder as a host with a habit does.

    Args:
        folder: The built site.
        prefix: Its path, which begins and ends with a slash.
        habit: What the host does in its own way.
        types: Its own types, by the ending of a file.

    Yields:
        The address of the site, and the list of the paths that are asked for.
    """
    known = {"extensions_map": {**habit.extensions_map, **(types or {})}}
    handler = partial(type("Host", (habit,), known), directory=str(folder), prefix=prefix)
    server = HabitServer(handler)
    with running(server, prefix) as url:
        yield url, server.asked
