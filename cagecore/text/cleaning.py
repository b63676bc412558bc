"""The repairs of a text as typed: each is a rule that says what it found and what that becomes.

Each runs over the text once, so any text takes linear time. Letters are upper-cased one by one and
only when they are ASCII: a sharp s, a dotless i or a Cyrillic letter never turns into a Latin one.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from cagecore.rules import MOST_PLACES, NOTHING, Hit, rule
from cagecore.text.characters import describe
from cagecore.text.draft import AS_TYPED
from cagecore.text.labels import find_label
from cagecore.text.numbers import DECIMAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from cagecore.rules import Found, Hits
    from cagecore.text.draft import Draft

# Not seen on a screen: format characters, and letters that are drawn as nothing.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0001-\U000e007f"
    "\U000e0100-\U000e01ef]+"
)
_FULL_WIDTH: Final = re.compile("[\uff01-\uff5e]+")
_TO_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOWER_CASE: Final = re.compile("[a-z]+")
# The hyphen comes last, where a set of characters takes it for itself and not for a range.
_DASHES: Final = (
    "\u00b7\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2027\u2043\u2212\u30fb\u30fc\ufe58\ufe63-"
)
_SPACED: Final = re.compile(r"\s+")
_WHITE_SPACE: Final = re.compile(r"\s")
find_white_space: Final = _WHITE_SPACE.search
"""Finds white space of any kind in a text."""
# Dots and slashes separate groups (12.ABC.345/01DE-35). Beside a single character, and where it is
# the only one among digits, a dot may be a decimal point: so it is left for the repairs.
_BETWEEN_GROUPS: Final = "(?<=[0-9A-Z]{2})[./](?=[0-9A-Z]{2})"
_HYPHENATED: Final = re.compile(f"[{_DASHES}]+|{_BETWEEN_GROUPS}")
_FOREIGN: Final = re.compile(f"[^\\x20-\\x7e\\s{_DASHES}]")
is_foreign: Final = _FOREIGN.search
"""Whether a clean text has a character that no code can have."""
_QUOTES: Final = '"\u201c\u201d'
_WRAPPING: Final = _DASHES + (
    "\"'`\u00b4\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb()[]{}<>,;:.!?*|/\\_~\u2022"
    "\u2039\u203a\u3001\u3002\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011"
)
_NOT_AROUND: Final = re.compile(f"[^ {re.escape(_WRAPPING)}]")
# What no group repeats: to go back, the engine would keep every repetition in memory.
_NOT_UNDERSTOOD: Final = re.compile(
    f"[^0-9A-Z\\s./{_DASHES}]|[./](?![0-9A-Z]{{2}})|(?<![0-9A-Z]{{2}})[./]"
)
_is_one_number: Final = re.compile(f"{DECIMAL}|[0-9]+E-[0-9]+").fullmatch
split: Final = re.compile(f"[./\\s{_DASHES}]+").split
"""Gives the groups of such a text."""


@rule(AS_TYPED, "Invisible characters", "1AB\u200bC5", severity="note")
def invisible(draft: Draft) -> Found:
    """Zero-width characters, byte-order marks and the like cannot be seen, so they are left out."""
    return _each(_INVISIBLE, draft, "A character that cannot be seen was left out.")


@rule(AS_TYPED, "Full-width characters", "\uff11\uff21\uff22\uff23\uff15", severity="note")
def full_width(draft: Draft) -> Found:
    """Full-width letters and digits, as East Asian keyboards type them, are read as plain ones."""
    message = "Full-width characters were read as plain ones."
    return _each(_FULL_WIDTH, draft, message, lambda found: found.translate(_TO_HALF_WIDTH))


def plain_spaces(draft: Draft) -> None:
    r"""Make white space of every kind a plain space; later rules say where it was left out.

    Example:
        >>> from cagecore.text.draft import Draft
        >>> draft = Draft("1AB\tC5")
        >>> plain_spaces(draft)
        >>> draft.chars
        '1AB C5'
    """
    draft.chars = _WHITE_SPACE.sub(" ", draft.chars)


@rule(AS_TYPED, "White space at the edge", " 1ABC5 ", severity="note")
def trimmed(draft: Draft) -> Hits:
    """White space of any kind before and after the code is left out."""
    edges = _without(draft.chars, draft.start, draft.end, str.isspace)
    return _outside(draft, *edges, "White space at the edge was left out.")


@rule(AS_TYPED, "Spreadsheet's mark for text", '="02FP7"', severity="note")
def excel_mark(draft: Draft) -> Hits:
    """Spreadsheets keep leading zeros when a cell starts with an apostrophe or reads `="02FP7"`.

    The mark is not part of the code.
    """
    chars, start, end = draft.chars, draft.start, draft.end
    if chars.startswith("=", start, end):
        start, _ = _without(chars, start, end, "=".__contains__)
        start, end = _without(chars, start, end, _QUOTES.__contains__)
    elif not chars.endswith("'", start, end):
        start += chars.startswith("'", start, end)
    return _outside(draft, start, end, "A spreadsheet's mark for text was left out.")


@rule(AS_TYPED, "Quotes, brackets and punctuation", "(1ABC5),", severity="note")
def wrapped(draft: Draft) -> Hits:
    """Quotes, brackets and punctuation around the code are left out."""
    chars, start, end = draft.chars, draft.start, draft.end
    # White space between them goes in the same step, or a long row of both would take many.
    inside = _NOT_AROUND.search(chars, start, end)
    around = inside.start() if inside else end
    while around > start and chars[around - 1] == " ":
        around -= 1
    start = around
    while end > start and chars[end - 1] in _WRAPPING:
        end -= 1
        spaces = end
        while spaces > start and chars[spaces - 1] == " ":
            spaces -= 1
        if spaces > start and chars[spaces - 1] in _WRAPPING:
            end = spaces
    message = "Quotes, brackets or punctuation around the code were left out."
    return _outside(draft, start, end, message)


@rule(AS_TYPED, "A label beside the code", "CAGE: 1ABC5", severity="note")
def label(draft: Draft) -> Hits:
    """A label such as “CAGE:” or “(UEI)” says what the writer meant. It is not part of the code."""
    found = find_label(draft.chars, draft.start, draft.end)
    if found is None:
        return NOTHING
    message = "A label beside the code was left out."
    return [Hit(message, found.start, found.end, becomes="", names=found.scheme)]


@rule(AS_TYPED, "Lower case", "1abc5", severity="note")
def lower_case(draft: Draft) -> Found:
    """Codes are written in capitals; small letters are read as capitals."""
    return _each(_LOWER_CASE, draft, "Small letters were read as capitals.", str.upper)


@rule(AS_TYPED, "Character of another script", "1AB\u04215")
def foreign_character(draft: Draft) -> Hits:
    """Codes use the 26 letters A to Z and the ten digits 0 to 9, and nothing that looks like them.

    A Cyrillic \u0421, an Arabic \u0661 or a \u00df is refused and named, never changed silently.
    """
    hits = []
    for match in islice(_FOREIGN.finditer(draft.chars), MOST_PLACES):
        char = match[0]
        if "\udc80" <= char <= "\udcff":  # as Python reads a byte that is no UTF-8
            message = f"The byte {ord(char) - 0xDC00:02X} is not UTF-8 text. Save a file as UTF-8."
        else:
            message = f"{describe(char)} cannot be part of a code."
        hits.append(Hit(message, *match.span()))
    return hits


@rule(AS_TYPED, "White space inside", "1AB C5", severity="note")
def spaced(draft: Draft) -> Found:
    """White space inside the code is left out."""
    return _each(_SPACED, draft, "White space inside the code was left out.")


@rule(AS_TYPED, "Hyphens inside", "12-345-6789", severity="note")
def hyphenated(draft: Draft) -> Found:
    """Hyphens, and the dots and slashes that separate groups, are left out."""
    return _each(_HYPHENATED, draft, "Hyphens, dots or slashes inside the code were left out.")


def is_understood(text: str) -> bool:
    """Whether everything but letters and digits can be left out of a clean text.

    Example:
        >>> is_understood("12-345.6789"), is_understood("249.99"), is_understood("AT&T")
        (True, False, False)
    """
    return not _NOT_UNDERSTOOD.search(text) and not _is_one_number(text)


EDGES: Final = (trimmed, excel_mark, wrapped, label)
"""The rules about what is around a code, each of which takes away one layer."""


def _each(
    pattern: re.Pattern[str],
    draft: Draft,
    message: str,
    change: Callable[[str], str] = lambda _: "",
) -> Found:
    """Find every run of certain characters, and say what each becomes."""
    for match in pattern.finditer(draft.chars, draft.start, draft.end):
        yield Hit(message, *match.span(), change(match[0]))


def _without(chars: str, start: int, end: int, drop: Callable[[str], bool]) -> tuple[int, int]:
    """Move both edges past certain characters."""
    while start < end and drop(chars[start]):
        start += 1
    while end > start and drop(chars[end - 1]):
        end -= 1
    return start, end


def _outside(draft: Draft, start: int, end: int, message: str) -> Hits:
    """Find what lies between the edges of a draft and new ones."""
    if (start, end) == (draft.start, draft.end):
        return NOTHING
    spans = ((draft.start, start), (end, draft.end))
    return [Hit(message, *span, becomes="") for span in spans if span[0] < span[1]]
