"""What can happen to a request: handlers for Playwright's `route`."""

from collections.abc import Callable

from playwright.sync_api import Route


def refuse(route: Route) -> None:
    """Break the connection."""
    route.abort()


def lose(route: Route) -> None:
    """Answer as a host does that has lost a file."""
    route.fulfill(status=404, content_type="text/html", body="<h1>Not found</h1>")


def garble(route: Route) -> None:
    """Answer with something other than what was requested."""
    route.fulfill(status=200, body="nothing of the kind")


def cut(route: Route) -> None:
    """Answer with all but the last bytes, as a line does that breaks off."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[:-16])


def spoil(route: Route) -> None:
    """Answer with one bit turned over."""
    answer = route.fetch()
    body = bytearray(answer.body())
    body[len(body) // 2] ^= 1
    route.fulfill(response=answer, body=bytes(body))


def mistype(route: Route) -> None:
    """Answer with a type that is not the file's."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-type": "text/plain"})


class Counter:
    """Passes requests on to a handler, and counts them."""

    def __init__(self, handler: Callable[[Route], None]) -> None:
        """Begin with none.

        Args:
            handler: What is done with each.
        """
        self._handler = handler
        self.calls = 0

    def __call__(self, route: Route) -> None:
        """Pass a request on."""
        self.calls += 1
        self._handler(route)


class Hold:
    """Keeps requests waiting, forever if need be."""

    def __init__(self) -> None:
        """Begin with none."""
        self._routes: list[Route] = []
        self._open = False

    def __call__(self, route: Route) -> None:
        """Never answer until let go."""
        if self._open:
            route.continue_()
        else:
            self._routes.append(route)

    @property
    def waiting(self) -> int:
        """How many requests wait."""
        return len(self._routes)

    def let_go(self) -> None:
        """Answer all that wait, and all that are still to come."""
        self._open = True
        while self._routes:
            self._routes.pop().continue_()

    def drop(self) -> None:
        """Break off all that wait."""
        while self._routes:
            self._routes.pop().abort()
