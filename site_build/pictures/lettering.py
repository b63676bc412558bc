"""Breaks words into lines: SVG does not do it by itself."""

from __future__ import annotations

from functools import reduce

from site_build.markup import text
from site_build.pictures.frame import element

SIZE = 13
LINE = 16
"""Height of a line of text, in the units of the drawing."""
WIDE, NARROW = set("mwMW@"), set("fijlrtI.,:;’'|()[]- ")
# Shares of the font size, a little more than the widest of the readers' own fonts needs.
WIDTHS = {"wide": 0.98, "capital": 0.73, "narrow": 0.39, "plain": 0.62}


def width(words: str, size: float = SIZE) -> float:
    """Estimate how wide words are, rather too wide than too narrow.

    Args:
        words: The words.
        size: Size of the font.

    Returns:
        The width.

    Example:
        >>> width("Will") < width("WILL")
        True
    """
    return size * sum(WIDTHS[_kind(char)] for char in words)


def _kind(char: str) -> str:
    """Say how wide a character is."""
    if char in WIDE:
        return "wide"
    if char in NARROW:
        return "narrow"
    return "capital" if char.isupper() else "plain"


def lines(words: str, room: float, size: float = SIZE) -> list[str]:
    """Break words into lines.

    Args:
        words: The words.
        room: Width of a line.
        size: Size of the font.

    Returns:
        The lines; one word alone may be wider than the room.

    Example:
        >>> lines("One line and one more", 80)
        ['One line', 'and one', 'more']
    """

    def add(done: list[str], word: str) -> list[str]:
        if done and width(f"{done[-1]} {word}", size) <= room:
            return [*done[:-1], f"{done[-1]} {word}"]
        return [*done, word]

    return reduce(add, words.split(), [])


def block(written: list[str], x: float, y: float, class_: str | None = None) -> str:
    """Write lines one below the other.

    Args:
        written: The lines.
        x: Where each is anchored.
        y: Baseline of the first.
        class_: Class of the text.

    Returns:
        A `text` element.
    """
    spans = "".join(
        element("tspan", text(line), x=x, y=y + place * LINE) for place, line in enumerate(written)
    )
    return element("text", spans, class_=class_)
