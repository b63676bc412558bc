"""Firefox through npm's puppeteer-core, which speaks WebDriver BiDi: a Node process drives it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from site_tests.engines.engine import Engine

BRIDGE = Path(__file__).with_name("firefox.mjs")


class Firefox(Engine):
    """Firefox."""

    def __init__(self, program: str, profile: Path) -> None:
        """Start the browser."""
        profile.mkdir(parents=True, exist_ok=True)
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            ["node", BRIDGE, program, profile],  # noqa: S607 - the Node that the project uses
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def open(self, url: str) -> None:
        """Go to an address and wait until the page has loaded."""
        self._ask("open", url)

    def run(self, body: str, *arguments: object) -> Any:  # noqa: ANN401 - any JSON
        """Run the body of an asynchronous function in the page."""
        return self._ask("run", body, json.dumps(arguments))

    def press(self, key: str) -> None:
        """Press a key, or type a character, where the focus is."""
        self._ask("press", key)

    def problems(self) -> list[str]:
        """Give the errors and warnings of the console so far, and errors that nobody caught."""
        found: list[str] = self._ask("problems")
        return found

    def close(self) -> None:
        """End the browser."""
        self._ask("close")
        self._process.communicate(timeout=30)

    def _ask(self, method: str, *parameters: str) -> Any:  # noqa: ANN401 - any JSON
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("the bridge to Firefox has no pipes")
        stdin.write(json.dumps([method, *parameters]) + "\n")
        stdin.flush()
        line = stdout.readline()
        if not line:
            raise RuntimeError("the bridge to Firefox has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("result")
