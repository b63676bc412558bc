"""The other engines that the site is tested in: Firefox and WebKitGTK, with one small interface.

Chromium is here, too, for benchmarks that compare all three; its own tests use Playwright.
"""

from site_tests.engines.chromium import Chromium
from site_tests.engines.engine import Engine
from site_tests.engines.firefox import Firefox
from site_tests.engines.webkit import WebKit

ENGINES: dict[str, type[Engine]] = {"chromium": Chromium, "firefox": Firefox, "webkit": WebKit}
"""Every engine by its name."""
VARIABLES = {"chromium": "CHROMIUM", "firefox": "FIREFOX", "webkit": "WEBKIT_DRIVER"}
"""What names the program of each in the environment; `tools/browsers.sh` finds them."""

__all__ = ["ENGINES", "VARIABLES", "Chromium", "Engine", "Firefox", "WebKit"]
