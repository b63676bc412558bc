"""A host at the end of a line: as fast as this machine, or as slow as such a line is."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_build.host import headers
from site_build.host.serve import SiteHandler, SiteServer, running
from site_build.media import is_packed, sent

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 4096
LOOPBACK = 0


@dataclass
class Line:
    """A line that all connections share.

    Attributes:
        bits_per_second: What it carries; 0 for as much as it can.
        round_trip: Seconds for a question and the beginning of its answer.
    """

    bits_per_second: int = LOOPBACK
    round_trip: float = 0.0
    _free_at: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, size: int) -> None:
        """Wait until so many bytes have passed."""
        if not self.bits_per_second:
            return
        with self._lock:
            begin = max(self._free_at, time.monotonic())
            through = self._free_at = begin + size * 8 / self.bits_per_second
        time.sleep(max(0.0, through - time.monotonic()))


packed = cache(sent)
"""A file as a host sends it; each is compressed once, so that this takes no time of a visit."""


class LineHandler(SiteHandler):
    """Serves files compressed and with the site's own rules for caches, over the line."""

    line: Line

    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:  # noqa: ANN401 - as inherited
        """Remember the line; setting up a connection takes a round trip, too."""
        self.line = line
        time.sleep(line.round_trip)
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:  # noqa: N802 - as inherited
        """Send a file."""
        time.sleep(self.line.round_trip)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = packed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if is_packed(path):
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        # A host on the same machine must not be what is measured, so there it sends all at once.
        piece_size = PIECE if self.line.bits_per_second else len(body)
        for start in range(0, len(body), piece_size):
            piece = body[start : start + piece_size]
            self.line.carry(len(piece))
            self.wfile.write(piece)

    def end_headers(self) -> None:
        """Let browsers keep what is named after its content, and ask again for the rest."""
        place = self.path.partition("?")[0].removeprefix(self.prefix)
        self.send_header("Cache-Control", headers.cache(place))
        super(SiteHandler, self).end_headers()


@contextmanager
def serving(folder: Path, prefix: str, line: Line) -> Iterator[str]:
    """Serve a folder under a path prefix, and give the address."""
    handler = partial(LineHandler, directory=str(folder), prefix=prefix, line=line)
    with running(SiteServer(("127.0.0.1", 0), handler), prefix) as address:
        yield address
