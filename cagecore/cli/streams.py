"""Lines in, lines out: whatever bytes come, and wherever the output goes."""

from __future__ import annotations

import errno
import io
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def refuse_closed(stream: TextIO | None, name: str) -> None:
    """Refuse a stream that is closed, as when a shell starts the program with `<&-`."""
    if stream is None:
        raise OSError(errno.EBADF, "is closed", name)


def read_file(path: Path) -> Iterator[str]:
    """Read one text a line from a file."""
    try:
        stream = path.open("rb")
    except ValueError as error:  # a name that no file can have
        raise OSError(errno.EINVAL, str(error), str(path)) from None
    with stream:
        yield from _lines(stream)


def read_standard_input() -> Iterator[str]:
    """Read one text a line from standard input."""
    refuse_closed(sys.stdin, "standard input")
    try:
        yield from _lines(cast("io.BufferedIOBase", sys.stdin.buffer))
    except OSError as error:  # as when a shell gives a folder
        raise OSError(error.errno, error.strerror, "standard input") from None


def complain(message: str) -> None:
    """Write to standard error. Where that is closed or full, the exit status must do."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(message, file=sys.stderr, flush=True)  # noqa: T201 - this is the command's complaint


def _lines(stream: io.BufferedIOBase) -> Iterator[str]:
    """Read one text a line, blank lines included, whatever bytes are there.

    UTF-8 is the rule; a spreadsheet's "Unicode text" is UTF-16 and says so in its first two bytes.
    Bytes that are not text become lone surrogates, which the check refuses and names.
    """
    start = stream.read(1)
    if start in {b"\xff", b"\xfe"}:  # Only now: the line may end here, and its sender wait.
        start += stream.read(1)
    encoding = "utf-16" if start in {b"\xff\xfe", b"\xfe\xff"} else "utf-8"
    errors = "replace" if encoding == "utf-16" else "surrogateescape"
    rest = io.BufferedReader(_Chained(start, stream))
    for line in io.TextIOWrapper(rest, encoding=encoding, errors=errors):
        yield line.removesuffix("\n")


class _Chained(io.RawIOBase):
    """A stream with the bytes that were read ahead put back first."""

    def __init__(self, start: bytes, stream: io.BufferedIOBase) -> None:
        """Put the start before the stream."""
        self._start, self._stream = start, stream

    def readable(self) -> bool:
        """Whether it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - the buffer protocol's type came in 3.12
        """Read into a buffer: the start first, then what the stream has."""
        chunk = self._start or self._stream.read1(len(buffer))
        self._start = b""
        buffer[: len(chunk)] = chunk
        return len(chunk)
