"""A second app beside the site, on the same host: what the site must never touch."""

import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from threading import Event
from time import sleep
from urllib.parse import parse_qs, urlsplit

from site_tests.hosts.answer import HTML, Answer, begin

PLACE = "app/"
"""Its folder, beside the site and below it."""
OTHERS = ("profile?user=bob", "profile?user=carol", "every.bin", "closed", "none")
"""Addresses of it whose answers are unlike each other; its own page is at the empty one."""
TICK = b"tick"
BETWEEN = 0.05
"""Seconds between two pieces of its stream."""

PRIVATE = {"Cache-Control": "private, no-store", "Vary": "Cookie", "X-App": "its own"}
FAULT = Answer(b"broken", {"Content-Type": "text/plain"}, HTTPStatus.INTERNAL_SERVER_ERROR)


class Neighbor:
    """The app.

    Attributes:
        broken: Whether it answers everything with a fault.
        left: Set when a reader of its stream has hung up.
    """

    def __init__(self) -> None:
        """Begin in good health."""
        self.broken = False
        self.left = Event()

    def answer(self, request: BaseHTTPRequestHandler, place: str) -> None:
        """Answer a request for an address below its folder."""
        if place == "stream":
            self._stream(request)
        else:
            self.to(place).send(request)

    def to(self, place: str) -> Answer:
        """Give what it answers now, but for the stream."""
        if self.broken:
            return FAULT
        url = urlsplit(place)
        if url.path == "":
            return Answer(b"<!doctype html><title>The other app</title>")
        if url.path == "profile":
            body = json.dumps({"user": parse_qs(url.query).get("user")}).encode()
            return Answer(body, {"Content-Type": "application/json", **PRIVATE})
        if url.path == "every.bin":
            return Answer(bytes(range(256)), {"Content-Type": "application/octet-stream"})
        status = {"closed": HTTPStatus.FORBIDDEN}.get(url.path, HTTPStatus.NOT_FOUND)
        return Answer(place.encode(), {"Content-Type": HTML}, status)

    def _stream(self, request: BaseHTTPRequestHandler) -> None:
        """Send pieces without end, until nobody reads any more."""
        begin(request, HTTPStatus.OK, {"Content-Type": "text/event-stream", **PRIVATE})
        try:
            while True:
                request.wfile.write(TICK)
                sleep(BETWEEN)
        except ConnectionError:
            self.left.set()
