"""Records what must never happen on a page of this site."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Request,
    WebError,
    Worker,
)

# A browser says in a page's console what a policy forbade, but not what it forbade to a worker.
VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violation: ${event.effectiveDirective}: ${event.blockedURI}`))"""

ICON = "/assets/favicon.svg"
"""What a browser requests by itself, and as late as it likes: when its page is gone, too."""
BROKEN_OFF = "Failed to load resource: net::ERR_"

BLOCKED = "Service Worker registration blocked by Playwright"
"""What Playwright itself says wherever a test does without the service worker."""


class Watch:
    """Collects whatever must not happen.

    These are console errors and warnings, script errors, violations of the security policy in pages
    and workers, dialogs, and requests to other origins.

    Attributes:
        requests: The address of every request so far.
    """

    def __init__(self, context: BrowserContext, base_url: str) -> None:
        """Begin to watch every page and worker of a browser context."""
        self.requests: list[str] = []
        self._origins: list[str] = []
        self.move(base_url)
        self._problems: list[str] = []
        self._expected: list[str] = []
        self._tolerated: list[str] = []
        context.on("console", self._console)
        context.on("weberror", self._script_error)
        context.on("dialog", self._dialog)
        context.on("request", self._request)
        context.add_init_script(VIOLATIONS)
        context.on("page", self._page)
        context.on("serviceworker", self._worker)

    def move(self, base_url: str) -> None:
        """Say that the site under test is at another address."""
        self._origins.append(urlsplit(base_url).netloc)

    def expect(self, *patterns: str) -> None:
        """Say what a fault will leave in the console. What does not appear is a problem, too."""
        self._expected.extend(patterns)

    def tolerate(self, *patterns: str) -> None:
        """Say what a fault may leave in the console, or may not: what others write there."""
        self._tolerated.extend(patterns)

    def verify(self) -> None:
        """Fail when there was a problem; then forget it, so that the next test starts clean."""
        problems, self._problems = self._problems, []
        expected, self._expected = self._expected, []
        tolerated, self._tolerated = self._tolerated, []
        unexpected = [
            problem
            for problem in problems
            if not any(re.search(pattern, problem) for pattern in (*expected, *tolerated))
        ]
        unseen = [
            pattern
            for pattern in expected
            if not any(re.search(pattern, problem) for problem in problems)
        ]
        if unexpected or unseen:
            said = [*unexpected, *(f"not seen, though expected: {pattern}" for pattern in unseen)]
            pytest.fail("\n".join(said), pytrace=False)

    def _console(self, message: ConsoleMessage) -> None:
        if message.text == BLOCKED:
            return
        place = message.location["url"]
        if place.endswith(ICON) and message.text.startswith(BROKEN_OFF):
            return  # its host has gone; one that is missing has a status
        if message.type in {"error", "warning"}:
            self._problems.append(f"console {message.type}: {message.text} ({place})")

    def _script_error(self, error: WebError) -> None:
        self._problems.append(f"script error: {error.error} ({error.error.stack})")

    def _page(self, page: Page) -> None:
        page.on("worker", self._worker)

    def _worker(self, worker: Worker) -> None:
        try:
            worker.evaluate(VIOLATIONS)
        except Error as error:
            # A worker may well end before it is listened to.
            if "closed" not in str(error):
                raise

    def _dialog(self, dialog: Dialog) -> None:
        self._problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        address = urlsplit(request.url)
        *before, here = self._origins
        left = address.path.endswith(ICON) and address.netloc in before
        if address.scheme not in {"data", "blob"} and address.netloc != here and not left:
            self._problems.append(f"request to another origin: {request.url}")
