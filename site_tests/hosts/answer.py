"""An answer of a host, exactly as it goes out."""

from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from threading import Event

LONGEST = 120
"""Seconds after which a late answer is sent all the same."""
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """One answer: nothing is added to it, and nothing left out.

    Attributes:
        body: Its content.
        headers: Its headers, but for the length and the end of the connection.
        status: Its status.
        announced: Whether it says how long it is. Without that, half of it looks like all of it.
    """

    body: bytes
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": HTML})
    status: HTTPStatus = HTTPStatus.OK
    announced: bool = True

    def send(self, request: BaseHTTPRequestHandler) -> None:
        """Send it, and hang up."""
        length = {"Content-Length": str(len(self.body))} if self.announced else {}
        begin(request, self.status, {**self.headers, **length})
        request.wfile.write(self.body)


class Late:
    """An answer that the host keeps back until it is let go."""

    def __init__(self, answer: Answer) -> None:
        """Begin with nobody who waits for it."""
        self._answer = answer
        self._open = Event()
        self.waiting = 0

    def send(self, request: BaseHTTPRequestHandler) -> None:
        """Send it, once it is let go."""
        self.waiting += 1
        self._open.wait(LONGEST)
        self._answer.send(request)

    def let_go(self) -> None:
        """Answer all that wait, and all that are still to come."""
        self._open.set()


def begin(request: BaseHTTPRequestHandler, status: HTTPStatus, headers: dict[str, str]) -> None:
    """Send the head of an answer after which the connection ends.

    Args:
        request: What is answered.
        status: The status.
        headers: The headers.
    """
    lines = [f"HTTP/1.1 {status.value} {status.phrase}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    request.wfile.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    request.close_connection = True
