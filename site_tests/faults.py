"""What can happen to a request: handlers for Playwright's `route`."""

from playwright.sync_api import Route


def refuse(route: Route) -> None:
    """Break the connection."""
    route.abort()


def lose(route: Route) -> None:
    """Answer as a host does that has lost a file."""
    route.fulfill(status=404, content_type="text/html", body="<h1>Not found</h1>")


def garble(route: Route) -> None:
    """Answer with something else than was asked for."""
    route.fulfill(status=200, body="nothing of the kind")


class Hold:
    """Keeps requests waiting, for ever if need be."""

    def __init__(self) -> None:
        """Begin with none."""
        self._routes: list[Route] = []

    def __call__(self, route: Route) -> None:
        """Never answer by itself."""
        self._routes.append(route)

    def let_go(self) -> None:
        """Answer all that wait, at last."""
        while self._routes:
            self._routes.pop().continue_()

    def drop(self) -> None:
        """Break off all that wait."""
        while self._routes:
            self._routes.pop().abort()
