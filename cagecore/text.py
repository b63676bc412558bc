"""What was typed, turned into clean text, with positions mapped back.

Nothing here knows a scheme. The repairs themselves, each a rule with its finding, are in
`cagecore.cleaning`; cleaning what is clean changes nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from cagecore import cleaning
from cagecore.cleaning import Draft, Span
from cagecore.labels import is_label
from cagecore.report import make_tuple
from cagecore.tables import read_csv

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cagecore.report import Finding

# Written where a code was asked for and none was known. None has the shape of a CAGE, NCAGE or UEI.
PLACEHOLDERS: Final = frozenset(row["text"] for row in read_csv("placeholders.csv"))
# Needs no cleaning. The digit keeps words out: only they can be labels or placeholders.
PLAIN: Final = "[A-Z]*[0-9][0-9A-Z]*"
_is_plain: Final = re.compile(PLAIN).fullmatch
_LONGEST_PLACEHOLDER: Final = max(map(len, PLACEHOLDERS))
# At most four characters are shown. A few signs behind them are a footnote's, and those around a
# whole code are wrapping. Letters X count in the groups of an SSN or EIN, whose last four may be
# shown. A row of # is a column that was too narrow.
_is_masked: Final = re.compile(
    r" *(?:(?:[*\u2022#][ -]?){2,}[0-9A-Za-z]{1,4}|[0-9A-Za-z]{1,4}[ -]?(?:[*\u2022][ -]?){5,}"
    r"|#{2,}|(?:[Xx]{3}-[Xx]{2}-|[Xx]{2}-[Xx]{3})(?:[0-9]{4}|[Xx]{4})) *"
).fullmatch


class Text(NamedTuple):
    """A text, and what is left of it when everything that is not code is taken away.

    Attributes:
        raw: The text as typed.
        code: The clean text, upper case; empty when a value is missing.
        places: For each character of `code`, its index in `raw`.
        groups: Lengths of the groups in which the code was typed, e.g. `(2, 7)` for `12-3456789`.
        label: The scheme that a label beside the code names, e.g. `cage` in `CAGE: 1ABC5`.
        findings: What was repaired or refused.

    Example:
        >>> read_text("EIN 12-3456789").groups
        (2, 7)
    """

    raw: str
    code: str
    places: Sequence[int]
    groups: tuple[int, ...]
    label: str | None
    findings: tuple[Finding, ...]

    def span(self, start: int, end: int) -> Span:
        """Turn a span of the code into the span of the text as typed.

        Args:
            start: First character of the code, from 0.
            end: One past the last, greater than `start`.

        Returns:
            The same two numbers for `raw`.

        Example:
            >>> read_text(" 1abc5").span(0, 5)
            (1, 6)
        """
        if self.code is self.raw:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def _is_plain_word(raw: str) -> bool:
    """Whether a text is one word in capitals that says no more than a code would."""
    if not (raw.isascii() and raw.isupper() and raw.isalpha()):
        return False
    return raw not in PLACEHOLDERS and not is_label(raw)


def _says_missing(draft: Draft, start: int, end: int) -> bool:
    if end - start > _LONGEST_PLACEHOLDER:
        return False
    words = draft.chars[start:end]
    if not words or _is_masked(words):
        return True
    return words.isascii() and " ".join(words.upper().split()).replace(" / ", "/") in PLACEHOLDERS


def _peel(draft: Draft) -> None:
    """Take away what stands around the code, layer by layer, until nothing changes."""
    start, end = 0, len(draft.chars)
    removed: dict[str, list[Span]] = {rule: [] for _, rule, _ in cleaning.EDGES}
    before = None
    while before != (start, end) and not _says_missing(draft, start, end):
        before = start, end
        for edge, rule, _ in cleaning.EDGES:
            old = start, end
            start, end = edge(draft, start, end)
            removed[rule] += (
                span for span in ((old[0], start), (end, old[1])) if span[0] < span[1]
            )
    for _, rule, message in cleaning.EDGES:
        draft.tell(rule, sorted(removed[rule]), message)
    draft.chars, draft.places = draft.chars[start:end], draft.places[start:end]


def _join(draft: Draft) -> tuple[int, ...]:
    """Leave out what separates groups, if nothing else stands between them.

    Returns:
        The lengths of the groups; none when something in the text is not understood.
    """
    if not cleaning.UNDERSTOOD.fullmatch(draft.chars):
        cleaning.foreign_character(draft)
        return ()
    groups = tuple(map(len, cleaning.SEPARATORS.split(draft.chars)))
    cleaning.spaced(draft)
    cleaning.hyphenated(draft)
    return groups


def not_a_str(value: object) -> TypeError:
    """Make the error for what is no text.

    Args:
        value: What was given in place of a text.

    Returns:
        An error to raise.

    Example:
        >>> not_a_str(b"1ABC5")
        TypeError('a code is a str, not bytes')
    """
    return TypeError(f"a code is a str, not {type(value).__name__}")


def read_text(raw: str) -> Text:
    """Clean a text.

    Args:
        raw: Any text at all.

    Returns:
        What is left of it, and what was done.

    Raises:
        TypeError: If it is not a `str`.

    Example:
        >>> read_text("CAGE: 1abc5").code
        '1ABC5'
        >>> [finding.rule for finding in read_text("CAGE: 1abc5").findings]
        ['text-label', 'text-lower-case']
    """
    try:
        plain = _is_plain(raw)
    except TypeError:
        raise not_a_str(raw) from None
    if plain or _is_plain_word(raw):
        size = len(raw)
        return make_tuple(Text, (raw, raw, range(size), (size,), None, ()))
    draft = Draft(raw)
    cleaning.invisible(draft)
    cleaning.full_width(draft)
    cleaning.plain_spaces(draft)
    _peel(draft)
    cleaning.lower_case(draft)
    missing = _says_missing(draft, 0, len(draft.chars))
    groups = _join(draft)
    # Again, because "N-A" has only now become "NA", and "C-AGE" a label without a code.
    if missing or _says_missing(draft, 0, len(draft.chars)) or is_label(draft.chars):
        cleaning.missing_value(draft)
        groups = ()
    findings = sorted(draft.findings, key=lambda finding: (finding.start, finding.end))
    return Text(raw, draft.chars, draft.places, groups, draft.label, tuple(findings))
