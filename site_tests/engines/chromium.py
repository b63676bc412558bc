"""Chromium with a profile that stays, through Playwright."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import ConsoleMessage, sync_playwright

from site_tests.engines.engine import Engine

if TYPE_CHECKING:
    from pathlib import Path

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How Chromium starts in a container, and asks nobody for anything."""

_BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}


def block_site_data(profile: Path) -> None:
    """Set a new profile to let no site keep anything, as a reader can in the settings."""
    preferences = profile / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps(_BLOCKED), encoding="utf-8")


class Chromium(Engine):
    """Chromium."""

    def __init__(self, program: str, profile: Path, *, site_data: bool = True) -> None:
        """Start the browser."""
        if not site_data:
            block_site_data(profile)
        self._problems: list[str] = []
        self._playwright = sync_playwright().start()
        self._context = self._playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=FLAGS
        )
        self._page = self._context.pages[0]
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
        """End the browser."""
        self._context.close()
        self._playwright.stop()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._problems.append(message.text)
