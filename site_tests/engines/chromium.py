"""Chromium with a profile that stays, through Playwright."""

from __future__ import annotations

import json
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

_BLOCKED = {"profile": {"default_content_setting_values": {"cookies": 2}}}


def block_site_data(profile: Path) -> None:
    """Set a new profile to let no site keep anything, as a reader can in the settings."""
    preferences = profile / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps(_BLOCKED), encoding="utf-8")


class Chromium(Tab):
    """Chromium."""

    def __init__(self, program: str, profile: Path, *, site_data: bool = True) -> None:
        """Start the browser."""
        if not site_data:
            block_site_data(profile)
        self._playwright = sync_playwright().start()
        self._context = self._playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=FLAGS
        )
        super().__init__(self._context.pages[0])

    def close(self) -> None:
        """End the browser."""
        self._context.close()
        self._playwright.stop()
