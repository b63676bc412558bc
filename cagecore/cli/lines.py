"""One text a line, from whatever bytes come, however they come."""

from __future__ import annotations

import codecs
import errno
import io
import select
import sys
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from cagecore.cli.streams import closed, is_blocking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

_PIECE: Final = 65_536
"""Bytes or characters to read at once."""

Lines: TypeAlias = "Iterator[str | None]"
"""The lines in their order, without their ends; `None` for one that is too long."""


def of_file(path: Path, longest: int) -> Lines:
    """Give the lines of a file."""
    with _named(str(path)):
        try:
            stream = path.open("rb")
        except ValueError as error:  # a name that no file can have
            raise OSError(errno.EINVAL, str(error)) from None
        with stream:
            yield from _lines(stream, longest)


def of_standard_input(given: TextIO | None, longest: int) -> Lines:
    """Give the lines of a stream of text, or of what the process has as standard input."""
    with _named("standard input"):
        stream = sys.stdin if given is None else given
        if stream is None:
            raise closed("standard input")
        # Another program may have put a stream of text in the place of the process's own.
        bytes_below = getattr(stream, "buffer", stream)
        yield from _lines(bytes_below if given is None else given, longest)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Say in an error what could not be read."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), name) from None


def _lines(stream: TextIO | io.BufferedIOBase, longest: int) -> Lines:
    """Give the lines of a stream; of a file without the blank ones at its end.

    A pipe's sender may wait for the answer to each line, so no line of it is held back.
    """
    pieces = _decoded(_bytes(stream)) if isinstance(stream, io.BufferedIOBase) else _text(stream)
    lines = _split(pieces, longest)
    return _without_blank_end(lines) if stream.seekable() else lines


def _text(stream: TextIO) -> Iterator[str]:
    """Read a stream of text: no further than it has come."""
    while piece := stream.readline(_PIECE):
        yield piece


def _bytes(stream: io.BufferedIOBase) -> Iterator[bytes]:
    """Read a stream of bytes to its end: no further at a time than it has come."""
    while True:
        piece = stream.read1(_PIECE)
        if not piece and not is_blocking(stream):
            # What is below the buffer separates an end (nothing) from what is yet to come (None).
            piece = stream.raw.read(_PIECE)  # type: ignore[attr-defined] # as every file has it
            if piece is None:
                select.select([stream], [], [])
                continue
        if not piece:
            return
        yield piece


def _decoded(pieces: Iterator[bytes]) -> Iterator[str]:
    """Turn bytes into text.

    UTF-8 is the rule; a spreadsheet's "Unicode text" is UTF-16 and says so in its first two bytes.
    Bytes that are not text become lone surrogates, which the check refuses and names.
    """
    start = b""
    for piece in pieces:
        start += piece
        if start not in {b"\xff", b"\xfe"}:  # Only these need the next: its sender may wait.
            break
    wide = start[:2] in {b"\xff\xfe", b"\xfe\xff"}
    decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8")
    decode = decoder("replace" if wide else "surrogateescape").decode
    for piece in chain([start], pieces):
        yield decode(piece)
    yield decode(b"", final=True)


def _split(pieces: Iterable[str], longest: int) -> Lines:
    """Split text into lines; of one that is too long nothing is kept."""
    begun, refused = "", False
    for piece in _with_plain_ends(pieces):
        *ended, rest = piece.split("\n")
        for end in ended:
            if not refused:
                line = begun + end
                yield line if len(line) <= longest else None
            begun, refused = "", False
        if not refused:
            begun += rest
            if len(begun) > longest:
                yield None
                begun, refused = "", True
    if begun:
        yield begun


def _with_plain_ends(pieces: Iterable[str]) -> Iterator[str]:
    """End every line in the same way, however its system ends lines."""
    newlines = io.IncrementalNewlineDecoder(None, translate=True)
    for piece in pieces:
        yield newlines.decode(piece)
    yield newlines.decode("", final=True)


def _without_blank_end(lines: Lines) -> Lines:
    """Leave out the blank lines at the end."""
    blank: list[str] = []
    for line in lines:
        if line is not None and not line.strip():
            blank.append(line)
            continue
        yield from blank
        blank.clear()
        yield line
