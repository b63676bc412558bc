"""What a test or a benchmark can ask of a browser, whichever it is."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path


class Engine(ABC):
    """A browser with one page. Started again with the same profile, it remembers what it kept."""

    @abstractmethod
    def __init__(self, program: str, profile: Path, *, site_data: bool = True) -> None:
        """Start the browser.

        Args:
            program: The browser, or what drives it.
            profile: A folder for all that it keeps.
            site_data: Whether its settings let sites keep anything in it.
        """

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to an address and wait until the page has loaded."""

    @abstractmethod
    def run(self, body: str, *arguments: object) -> Any:  # noqa: ANN401 - any JSON
        """Run the body of an asynchronous function in the page.

        Args:
            body: The body; it finds what it was given as `args`.
            arguments: What JSON can hold.

        Returns:
            What it returned.
        """

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key, or type a character, where the focus is."""

    @abstractmethod
    def problems(self) -> list[str]:
        """Give the errors and warnings of the console so far, and uncaught errors."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def type(self, selector: str, text: str) -> None:
        """Type a text into a field in place of what is there."""
        self.run("const field = document.querySelector(args[0]); field.focus(); field.select();",
                 selector)  # fmt: skip
        for character in text:
            self.press(character)

    def wait_for(self, expression: str, seconds: float = 60) -> Any:  # noqa: ANN401 - any JSON
        """Wait until an expression gives something true, and give that.

        Raises:
            AssertionError: It did not in that time, which is only meant for a busy machine.
        """
        end = time.monotonic() + seconds
        body = f"const value = {expression}; return value instanceof Node || value;"
        while not (value := self.run(body)):
            if time.monotonic() > end:
                page = self.run("return document.body.innerText.slice(0, 600)")
                raise AssertionError(f"{expression} did not come true. The page says: {page}")
            time.sleep(0.05)
        return value

    def __enter__(self) -> Self:
        """Give the browser."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the browser."""
        self.close()
