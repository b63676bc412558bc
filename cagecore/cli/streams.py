"""Where the command reads from and writes to."""

from __future__ import annotations

import errno
import os
import select
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import io
    from typing import TextIO


class Streams(NamedTuple):
    """The streams of one run.

    Attributes:
        given: What to read instead of the process's standard input.
        output: Where reports are written; `None` where it is closed, as a shell does by `>&-`.
        complaints: Where complaints are written, likewise.
    """

    given: TextIO | None
    output: TextIO | None
    complaints: TextIO | None

    @classmethod
    def of(cls, stdin: TextIO | None, stdout: TextIO | None, stderr: TextIO | None) -> Streams:
        """Take the given streams, and those of the process for what is not given."""
        output = sys.stdout if stdout is None else stdout
        return cls(stdin, output, sys.stderr if stderr is None else stderr)

    def write(self, text: str) -> None:
        """Write a text and end its line: now, for programs that wait for each answer."""
        if self.output is None:
            raise closed("standard output")
        _send(self.output, text)

    def complain(self, message: str, who: str = "cagecore") -> None:
        """Write a complaint. Where that is closed or full, the exit status must do."""
        if self.complaints is not None:
            with suppress(OSError):
                _send(self.complaints, f"{who}: {message}")


def closed(name: str) -> OSError:
    """Make the error for a stream that is closed, as when a shell starts the program with `<&-`."""
    return OSError(errno.EBADF, "is closed", name)


def is_blocking(stream: TextIO | io.BufferedIOBase) -> bool:
    """Whether reading and writing wait until something can be read or written."""
    try:
        # Windows has the function from Python 3.12 on.
        return bool(getattr(os, "get_blocking", lambda _: True)(stream.fileno()))
    except OSError:  # It is no file of the system, but a stream in memory.
        return True


def _send(stream: TextIO, text: str) -> None:
    """Write a text and a line's end, all of it, whatever its encoding and however slow its reader.

    One write for all, so that the lines of two programs that share the stream are not mixed.
    """
    encoding = getattr(stream, "encoding", None) or "utf-8"
    line = f"{text}\n".encode(encoding, "backslashreplace")
    if is_blocking(stream):
        stream.write(line.decode(encoding))
        stream.flush()
        return
    # Python's own streams lose what does not fit at once.
    while line:
        select.select([], [stream], [])
        with suppress(BlockingIOError):
            line = line[os.write(stream.fileno(), line) :]
