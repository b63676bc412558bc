"""Firefox through npm's puppeteer-core, which speaks WebDriver BiDi: a Node process drives it."""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from site_tests.engines.engine import Engine

BRIDGE = Path(__file__).with_name("firefox.mjs")
BLOCKED = 'user_pref("network.cookie.cookieBehavior", 2);\n'
"""The setting by which no site can keep anything."""
LONGEST = 120
"""Seconds after which an answer on a busy machine is given up on."""


class Firefox(Engine):
    """Firefox."""

    def __init__(self, program: str, profile: Path, *, site_data: bool = True) -> None:
        """Start the browser."""
        profile.mkdir(parents=True, exist_ok=True)
        if not site_data:
            (profile / "prefs.js").write_text(BLOCKED, encoding="utf-8")
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            ["node", BRIDGE, program, profile],  # noqa: S607 - the Node that the project uses
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._answers: Queue[str] = Queue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

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
        """Give the errors and warnings of the console so far, and uncaught errors."""
        found: list[str] = self._ask("problems")
        return found

    def close(self) -> None:
        """End the browser."""
        with self._process:
            try:
                if self._process.poll() is None:
                    self._ask("close")
                self._process.wait(LONGEST)
            finally:
                self._process.kill()
                self._listener.join()

    def _ask(self, method: str, *parameters: str) -> Any:  # noqa: ANN401 - any JSON
        stdin = self._process.stdin
        if stdin is None:
            raise RuntimeError("the bridge to Firefox has no pipes")
        stdin.write(json.dumps([method, *parameters]) + "\n")
        stdin.flush()
        try:
            line = self._answers.get(timeout=LONGEST)
        except Empty:
            # Ended politely at first, so that the bridge can end Firefox.
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
            self._process.kill()
            self._process.wait()
            raise RuntimeError(f"Firefox gave no answer to {method} in {LONGEST} seconds") from None
        if not line:
            raise RuntimeError("the bridge to Firefox has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer.get("result")

    def _listen(self) -> None:
        # Waiting for a line has no time limit on a pipe; on a queue it has one.
        for line in self._process.stdout or ():
            self._answers.put(line)
        self._answers.put("")
