"""Another origin, to see whether anything reaches it."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from queue import Queue
from typing import ClassVar


class Elsewhere(BaseHTTPRequestHandler):
    """Another origin, which remembers whatever reaches it."""

    came: ClassVar[Queue[str]] = Queue()

    def do_GET(self) -> None:
        """Take a request, and leave the page where it is."""
        self.came.put(self.path)
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    do_POST = do_GET  # noqa: N815 - as inherited

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""
