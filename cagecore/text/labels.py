"""The words that people print beside a code, such as `CAGE:` or `(UEI)`.

A label says which scheme its writer had in mind. It is a hint, never proof: U.S. companies often
print a CAGE code under "NCAGE".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from cagecore.facts.tables import read_csv


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a text.

    Attributes:
        start: Its first character.
        end: One past the last, with what separates it from the code.
        scheme: The scheme that it names; empty where it leaves that open, as CAGE/NCAGE does.

    Example:
        >>> find_label("1ABC5 (CAGE)", 0, 12)
        Label(start=5, end=12, scheme='cage')
    """

    start: int
    end: int
    scheme: str


def _plain(words: str) -> str:
    """Write a label without what may be left out of it."""
    return re.sub("[^A-Z0-9+]", "", words.upper())


_ROWS: Final = read_csv("labels.csv")
_SCHEMES: Final = {_plain(row["word"]): row["scheme"] for row in _ROWS}
# The longest first, or "UEI" would leave "(SAM)", and "CAGE" the rest of "CAGE or NCAGE".
_WORDS: Final = sorted(
    (row["word"] for row in _ROWS if row["form"] != "heading"), key=len, reverse=True
)
_NAMES: Final = "|".join(row["word"] for row in _ROWS if row["form"] == "name")
_HEADINGS: Final = "|".join(row["word"] for row in _ROWS if row["form"] == "heading")


def _pattern(word: str) -> str:
    """Make the pattern of a label: its blanks may be none, as in `ueiSAM`, or underscores.

    A bracket that closes may be gone with those around the label.
    """
    words = "[ _]{0,4}".join(map(re.escape, word.split()))
    return words.replace("/", "[ _]{0,4}/[ _]{0,4}").replace(r"\)", r"\)?")


def _around(place: str) -> str:
    """Make the pattern of the words that are printed at a place beside a label."""
    words = [row["word"] for row in read_csv("label_words.csv") if place in row["places"].split()]
    return "|".join(map(_in_any_case, sorted(words, key=len, reverse=True)))


def _in_any_case(word: str) -> str:
    """Make the pattern of a word, whose letters beyond ASCII no flag takes for small ones."""
    return "".join(
        re.escape(char) if char.isascii() or char == char.lower() else f"[{char}{char.lower()}]"
        for char in word
    )


# Bounded everywhere: a label is sought again after each layer of wrapping that is taken away.
_CODE: Final = "CODE"
_BEFORE_NAME: Final = (
    f"(?:(?:{_around('before')})[ _]{{1,4}})?(?:(?:{_around('owner')})[ _]{{0,4}})?"
)
_ENDING: Final = rf"(?:[)\]]?[ _-]{{0,4}}(?:{_around('after')})){{0,3}}"
_GAP: Final = (
    "(?:[\"'\u201d)\\]]{0,2} {0,4}[:#=\u2013\u2014-]{1,4} {0,4}"
    r"|[)\]]{1,2} {0,4}|[ _]{1,4}|(?=[(\[])|\Z)"
)
_NAMED: Final = "|".join(map(_pattern, _WORDS))
# Words that may be codes themselves, such as the heading of a numbered column: only a mark makes
# labels of them.
_MARKED: Final = (
    f"(?P<marked>{_HEADINGS}|(?:{_NAMES})(?=[ _#-]{{0,2}}[0-9]))"
    r"[ _#-]{0,2}[0-9]{0,2} {0,4}[:=]{1,4} {0,4}(?=\w)"
)
_AT_START: Final = re.compile(
    f"{_MARKED}"
    f"|{_BEFORE_NAME}(?:(?P<name>{_NAMED}){_ENDING}{_GAP}|{_CODE} {{0,4}}[:=#]{{1,4}} {{0,4}})",
    re.IGNORECASE | re.ASCII,
)
# Labels after a code are sought backwards from the end, so that nothing is looked at twice.
_DEMAN: Final = "|".join(_pattern(word[::-1]) for word in _WORDS)
_AT_END: Final = re.compile(
    rf"[)\]]{{0,4}}(?:{_CODE[::-1]} )?(?P<name>{_DEMAN})(?:[(\[] {{0,4}}|[- ]{{0,4}} )",
    re.IGNORECASE | re.ASCII,
)
# Longer than any label can be, so that the end of the window is never taken for that of the text.
_LONGEST: Final = 120
_GROWN_TOGETHER: Final = re.compile(f"(?:{_NAMES})([0-9A-Z]{{1,20}})")


def without_label(code: str) -> str | None:
    """Take away a label that has grown together with what follows it.

    Args:
        code: Clean text in one word.

    Returns:
        What follows; `None` without a label.

    Example:
        >>> without_label("CAGE1ABC5"), without_label("1ABC5")
        ('1ABC5', None)
    """
    found = _GROWN_TOGETHER.fullmatch(code)
    return found[1] if found else None


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing else.

    Example:
        >>> is_label("CAGE"), is_label("CAGE 1")
        (True, False)
    """
    return text.isalpha() and _AT_START.fullmatch(text) is not None


def find_label(text: str, start: int, end: int) -> Label | None:
    """Find a label before a code, or else one after it.

    Example:
        >>> find_label("CAGE code: 1ABC5", 0, 16)
        Label(start=0, end=11, scheme='cage')
    """
    return _at_start(text, start, end) or _at_end(text, start, end)


def _at_start(text: str, start: int, end: int) -> Label | None:
    """Find a label before a code."""
    if start == end or not text[start].isalpha():
        return None
    found = _AT_START.match(text, start, min(end, start + _LONGEST))
    if found is None:
        return None
    return Label(start, found.end(), _scheme(found["marked"] or found["name"]))


def _at_end(text: str, start: int, end: int) -> Label | None:
    """Find a label in brackets after a code."""
    if start == end or not (text[end - 1].isalnum() or text[end - 1] in ")]"):
        return None
    found = _AT_END.match(text[max(start, end - _LONGEST) : end][::-1])
    return Label(end - found.end(), end, _scheme(found["name"][::-1])) if found else None


def _scheme(name: str | None) -> str:
    """Give the scheme that a label names; `Code:` alone names none."""
    return _SCHEMES[_plain(name)] if name else ""
