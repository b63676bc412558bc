"""Chromium with a profile that stays, through Playwright."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from site_tests.engines.tab import Tab

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


class Chromium(Tab):
    """Chromium."""

    def __init__(self, program: str, profile: Path) -> None:
        """Start the browser."""
        self._playwright = sync_playwright().start()
        self._context = self._playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=FLAGS
        )
        super().__init__(self._context.pages[0])

    def close(self) -> None:
        """End the browser."""
        self._context.close()
        self._playwright.stop()
