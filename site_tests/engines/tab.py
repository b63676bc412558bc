"""A page of the Chromium that has the other tests, with the interface of the other engines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from site_tests.engines.engine import Engine

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page


class Tab(Engine):
    """One page of Playwright's. Whoever opened the browser ends it."""

    def __init__(self, page: Page) -> None:
        """Listen to a page.

        Args:
            page: The page.
        """
        self._problems: list[str] = []
        self._page = page
        self._page.on("console", self._console)
        self._page.on("pageerror", lambda error: self._problems.append(str(error)))

    def open(self, url: str) -> None:
        """Go to an address and wait until the page has loaded."""
        self._page.goto(url)

    def run(self, body: str, *arguments: object) -> Any:  # noqa: ANN401 - any JSON
        """Run the body of an asynchronous function in the page."""
        return self._page.evaluate(
            f"async (args) => {{ {body} }}", json.loads(json.dumps(arguments))
        )

    def press(self, key: str) -> None:
        """Press a key, or type a character, where the focus is."""
        self._page.keyboard.press(key)

    def problems(self) -> list[str]:
        """Give the errors and warnings of the console so far, and uncaught errors."""
        return self._problems

    def close(self) -> None:
        """Leave the browser to whoever opened it."""

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._problems.append(message.text)
