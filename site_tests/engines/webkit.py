"""WebKitGTK through Selenium, on its own screen that nobody sees."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from site_tests.engines.engine import Engine

BROWSER = Path(__file__).with_name("webkit_browser.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's own, because Debian's bindings of WebKitGTK are for no other."""
KEYS = {"Enter": Keys.ENTER, "Tab": Keys.TAB, "Escape": Keys.ESCAPE}
TIMEOUT = 60
BUSY = "not used within a few seconds from the window's load"
"""Said about scripts that are asked for at once, when the machine is too busy to run them so soon.

Each of them is used: the pages name what their scripts import, and tests see to that.
"""


class WebKit(Engine):
    """WebKitGTK.

    Its driver reports nothing from the console. The browser writes that to its standard output
    instead, together with uncaught errors.
    """

    def __init__(self, program: str, profile: Path, *, site_data: bool = True) -> None:
        """Start the browser."""
        profile.mkdir(parents=True, exist_ok=True)
        self._screen, display = start_screen()
        self._log = tempfile.NamedTemporaryFile(mode="w+", encoding="utf-8")  # noqa: SIM115 - until close
        options = Options()
        options.binary_location = SYSTEM_PYTHON
        options.add_argument(str(BROWSER))
        options.add_argument(str(profile))
        if not site_data:
            options.add_argument("--no-site-data")
        environment = {
            **os.environ,
            "DISPLAY": f":{display}",
            # A container is a sandbox already and has none inside.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        service = Service(program, env=environment, log_output=self._log)
        try:
            self._driver = webdriver.WebKitGTK(options=options, service=service)
        except BaseException:
            service.stop()
            self._end_screen()
            raise
        self._driver.set_script_timeout(TIMEOUT)

    def open(self, url: str) -> None:
        """Go to an address and wait until the page has loaded."""
        self._driver.get(url)

    def run(self, body: str, *arguments: object) -> Any:  # noqa: ANN401 - any JSON
        """Run the body of an asynchronous function in the page."""
        script = f"""const [given, done] = arguments;
          (async (args) => {{ {body} }})(JSON.parse(given)).then(
            (result) => done(JSON.stringify({{ result }})),
            (error) => done(JSON.stringify({{ error: String(error) }})),
          );"""
        answer = json.loads(self._driver.execute_async_script(script, json.dumps(arguments)))
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("result")

    def press(self, key: str) -> None:
        """Press a key, or type a character, where the focus is."""
        ActionChains(self._driver).send_keys(KEYS.get(key, key)).perform()

    def problems(self) -> list[str]:
        """Give the errors and warnings of the console so far, and uncaught errors."""
        written = Path(self._log.name).read_text(encoding="utf-8", errors="replace")
        said = [line for line in written.splitlines() if " ERROR " in line or " WARN " in line]
        return [line for line in said if BUSY not in line]

    def close(self) -> None:
        """End the browser and its screen."""
        self._driver.quit()
        self._end_screen()
        self._log.close()

    def _end_screen(self) -> None:
        self._screen.terminate()
        self._screen.wait()


def start_screen() -> tuple[subprocess.Popen[bytes], str]:
    """Start a screen, and give its process and number."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(  # noqa: S603 - words of our own
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1000x24", "-nolisten", "tcp"],  # noqa: S607 - found on the path
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        return screen, answer.readline().strip()
