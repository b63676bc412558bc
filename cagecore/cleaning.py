"""The repairs of typed text: each is a rule, a function, and a finding that tells its place.

Each runs over the text once, so any text takes linear time. Letters are upper-cased one by one and
only when they are ASCII: a sharp s, a dotless i or a Cyrillic letter never turns into a Latin one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, TypeAlias

from cagecore.damage import DECIMAL
from cagecore.labels import label_at_end, label_at_start
from cagecore.textrules import finding, text_rule
from cagecore.twins import ascii_twin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cagecore.report import Finding

Span: TypeAlias = tuple[int, int]

# Not seen on a screen: format characters, and letters that are drawn as nothing.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0001-\U000e007f"
    "\U000e0100-\U000e01ef]+"
)
_FULL_WIDTH: Final = re.compile("[\uff01-\uff5e]+")
_TO_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOWER_CASE: Final = re.compile("[a-z]+")
_TO_UPPER_CASE: Final = {code: code - 32 for code in range(ord("a"), ord("z") + 1)}
# The hyphen comes last, where a set of characters takes it for itself and not for a range.
_DASHES: Final = (
    "\u00b7\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2027\u2043\u2212\u30fb\u30fc\ufe58\ufe63-"
)
_SPACED: Final = re.compile(r"\s+")
_WHITE_SPACE: Final = re.compile(r"\s")
# Dots and slashes separate groups (12.ABC.345/01DE-35). Beside a single character, and where it is
# the only sign among digits, a dot may be a decimal point: so it is left standing for the repairs.
_BETWEEN_GROUPS: Final = "(?<=[0-9A-Z]{2})[./](?=[0-9A-Z]{2})"
_HYPHENATED: Final = re.compile(f"[{_DASHES}]+|{_BETWEEN_GROUPS}")
_FOREIGN: Final = re.compile(f"[^\\x20-\\x7e\\s{_DASHES}]")
_QUOTES: Final = '"\u201c\u201d'
_WRAPPING: Final = _DASHES + (
    "\"'`\u00b4\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb()[]{}<>,;:.!?*|/\\_~\u2022"
    "\u2039\u203a\u3001\u3002\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011"
)
_AROUND_AT_START: Final = re.compile(f"(?: *[{re.escape(_WRAPPING)}])+")
UNDERSTOOD: Final = re.compile(
    f"(?!{DECIMAL}\\Z|[0-9]+E-[0-9]+\\Z)(?:[0-9A-Z\\s{_DASHES}]|{_BETWEEN_GROUPS})*"
)
"""Clean text in which everything but letters and digits can be left out."""
SEPARATORS: Final = re.compile(f"[./\\s{_DASHES}]+")
"""What stands between the groups of such a text."""
_MOST_PLACES: Final = 8


class Draft:
    """The text while it is being cleaned: its characters, their places, the findings so far.

    Example:
        >>> Draft(" 1ABC5").chars
        ' 1ABC5'
    """

    def __init__(self, raw: str) -> None:
        """Start with the text as typed."""
        self.raw = self.chars = raw
        self.places: Sequence[int] = range(len(raw))
        self.findings: list[Finding] = []
        self.label: str | None = None

    def tell(self, rule_id: str, spans: Sequence[Span], message: str) -> None:
        """Record one finding a place; very many places become one finding over all of them.

        Example:
            >>> draft = Draft(" 1ABC5")
            >>> draft.tell("text-trimmed", [(0, 1)], "White space.")
            >>> draft.findings[0].end
            1
        """
        if len(spans) > _MOST_PLACES:
            message = f"{message} This happens in {len(spans)} places."
            spans = [(spans[0][0], spans[-1][1])]
        for start, end in spans:
            where = self.places[start], self.places[end - 1] + 1
            self.findings.append(finding(rule_id, message, *where))

    def remove(self, spans: Iterable[Span]) -> None:
        """Take the spans out, keeping each remaining character's place.

        Example:
            >>> draft = Draft(" 1ABC5")
            >>> draft.remove([(0, 1)])
            >>> draft.chars, draft.places
            ('1ABC5', [1, 2, 3, 4, 5])
        """
        chars: list[str] = []
        places: list[int] = []
        last = 0
        for start, end in (*spans, (len(self.chars), len(self.chars))):
            chars.append(self.chars[last:start])
            places.extend(self.places[last:start])
            last = end
        self.chars = "".join(chars)
        self.places = places


@text_rule("No value", "N/A", "error", prefix="")
def missing_value(draft: Draft) -> None:
    """The field is empty, or holds a word that stands for “no code”, such as N/A, null or PENDING.

    So does a number of which only the end or the beginning is shown, such as ***-**-6789, and the
    ##### of a column that was too narrow. That is a missing value, not a wrong code.
    """
    message = "No code was given: the field is empty, masked, or says so in words."
    draft.findings = [finding("missing-value", message, 0, len(draft.raw))]
    draft.chars = ""


@text_rule("Invisible characters", "1AB\u200bC5")
def invisible(draft: Draft) -> None:
    """Zero-width characters, byte-order marks and the like cannot be seen, so they are left out."""
    spans = [match.span() for match in _INVISIBLE.finditer(draft.chars)]
    draft.tell("text-invisible", spans, "A character that cannot be seen was left out.")
    draft.remove(spans)


@text_rule("Full-width characters", "\uff11\uff21\uff22\uff23\uff15")
def full_width(draft: Draft) -> None:
    """Full-width letters and digits, as East Asian keyboards type them, are read as plain ones."""
    spans = [match.span() for match in _FULL_WIDTH.finditer(draft.chars)]
    draft.tell("text-full-width", spans, "Full-width characters were read as plain ones.")
    draft.chars = draft.chars.translate(_TO_HALF_WIDTH)


def plain_spaces(draft: Draft) -> None:
    r"""Make one kind of white space of all kinds, each in its place; what follows tells where.

    Example:
        >>> draft = Draft("1AB\tC5")
        >>> plain_spaces(draft)
        >>> draft.chars
        '1AB C5'
    """
    draft.chars = _WHITE_SPACE.sub(" ", draft.chars)


@text_rule("White space at the edge", " 1ABC5 ")
def trimmed(draft: Draft, start: int, end: int) -> Span:
    """White space of any kind before and after the code is left out."""
    return _without_edges(draft.chars, start, end, str.isspace)


@text_rule("Spreadsheet's mark for text", '="02FP7"')
def excel_mark(draft: Draft, start: int, end: int) -> Span:
    """Spreadsheets keep leading zeros when a cell starts with an apostrophe or reads `="02FP7"`.

    The mark is not part of the code.
    """
    if draft.chars.startswith("=", start, end):
        start, _ = _without_edges(draft.chars, start, end, "=".__contains__)
        return _without_edges(draft.chars, start, end, _QUOTES.__contains__)
    lone = draft.chars.startswith("'", start, end) and not draft.chars.endswith("'", start, end)
    return start + lone, end


@text_rule("Quotes, brackets and punctuation", "(1ABC5),")
def wrapped(draft: Draft, start: int, end: int) -> Span:
    """Quotes, brackets and punctuation around the code are left out."""
    # White space between them goes in the same step, or a long row of both would take many.
    before = _AROUND_AT_START.match(draft.chars, start, end)
    start = before.end() if before else start
    while end > start and draft.chars[end - 1] in _WRAPPING:
        end -= 1
        spaces = end
        while spaces > start and draft.chars[spaces - 1] == " ":
            spaces -= 1
        if spaces > start and draft.chars[spaces - 1] in _WRAPPING:
            end = spaces
    return start, end


@text_rule("A label beside the code", "CAGE: 1ABC5")
def label(draft: Draft, start: int, end: int) -> Span:
    """A label such as “CAGE:” or “(UEI)” says what the writer meant. It is not part of the code."""
    if found := label_at_start(draft.chars, start, end):
        start, draft.label = found
    elif found := label_at_end(draft.chars, start, end):
        end, draft.label = found
    return start, end


@text_rule("Lower case", "1abc5")
def lower_case(draft: Draft) -> None:
    """Codes are written in capitals; small letters are read as capitals."""
    spans = [match.span() for match in _LOWER_CASE.finditer(draft.chars)]
    draft.tell("text-lower-case", spans, "Small letters were read as capitals.")
    draft.chars = draft.chars.translate(_TO_UPPER_CASE)


@text_rule("Character of another script", "1AB\u04215", "error")
def foreign_character(draft: Draft) -> None:
    """Codes use the 26 letters A to Z and the ten digits 0 to 9, and nothing that looks like them.

    A Cyrillic \u0421, an Arabic \u0661 or a \u00df is refused and named, never changed silently.
    """
    found = [match.span() for match in _FOREIGN.finditer(draft.chars)]
    for span in found[:_MOST_PLACES]:
        char = draft.chars[span[0]]
        if "\udc80" <= char <= "\udcff":  # as Python reads a byte that is no UTF-8
            message = f"The byte {ord(char) - 0xDC00:02X} is not UTF-8 text. Save a file as UTF-8."
        else:
            message = f"{describe(char)} cannot be part of a code."
        draft.tell("text-foreign-character", [span], message)


@text_rule("White space inside", "1AB C5")
def spaced(draft: Draft) -> None:
    """White space inside the code is left out."""
    spans = [match.span() for match in _SPACED.finditer(draft.chars)]
    draft.tell("text-spaced", spans, "White space inside the code was left out.")
    draft.remove(spans)


@text_rule("Hyphens inside", "12-345-6789")
def hyphenated(draft: Draft) -> None:
    """Hyphens, and the dots and slashes that separate groups, are left out."""
    spans = [match.span() for match in _HYPHENATED.finditer(draft.chars)]
    draft.tell("text-hyphenated", spans, "Hyphens, dots or slashes inside the code were left out.")
    draft.remove(spans)


EDGES: Final = (
    (trimmed, "text-trimmed", "White space at the edge was left out."),
    (excel_mark, "text-excel-mark", "A spreadsheet's mark for text was left out."),
    (wrapped, "text-wrapped", "Quotes, brackets or punctuation around the code were left out."),
    (label, "text-label", "A label beside the code was left out."),
)


def _without_edges(chars: str, start: int, end: int, drop: Callable[[str], bool]) -> Span:
    while start < end and drop(chars[start]):
        start += 1
    while end > start and drop(chars[end - 1]):
        end -= 1
    return start, end


def describe(char: str) -> str:
    """Name a character as Unicode does.

    Args:
        char: One character.

    Returns:
        Its name and number, and the ASCII letter or digit that it resembles, where there is one.

    Example:
        >>> describe("\u0421")
        'CYRILLIC CAPITAL LETTER ES (U+0421, looks like C)'
    """
    name = unicodedata.name(char, "A character without a name")
    twin = ascii_twin(char)
    return (
        f"{name} (U+{ord(char):04X}, looks like {twin})" if twin else f"{name} (U+{ord(char):04X})"
    )
