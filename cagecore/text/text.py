"""A text as typed, and what is left of it when everything that is not code is taken away.

The repairs are in `cagecore.text.cleaning`; cleaning what is clean changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from cagecore.text import cleaning
from cagecore.text.draft import Draft
from cagecore.text.labels import is_label
from cagecore.text.missing import says_missing
from cagecore.text.numbers import is_scientific

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cagecore.report import Finding
    from cagecore.rules import Span


PLAIN: Final = "[A-Z]*[0-9][0-9A-Z]*"
"""A text that needs no cleaning. The digit keeps words out: they can be labels or placeholders."""
is_plain: Final = re.compile(PLAIN).fullmatch


@dataclass(frozen=True)
class Text:
    """A text, and what is left of it when everything that is not code is taken away.

    Attributes:
        raw: The text as typed.
        code: The clean text, upper case; empty when a value is missing.
        places: For each character of `code`, its index in `raw`.
        groups: The groups in which the code was typed, e.g. `("12", "3456789")` for `12-3456789`;
            none when something in the text is not understood.
        label: The scheme that a label beside the code names, e.g. `cage` in `CAGE: 1ABC5`.
        findings: What was repaired or refused.

    Example:
        >>> read_text("EIN 12-3456789").groups
        ('12', '3456789')
    """

    raw: str
    code: str
    places: Sequence[int]
    groups: tuple[str, ...]
    label: str | None
    findings: tuple[Finding, ...]

    @cached_property
    def in_one_piece(self) -> bool:
        """Whether the code was typed as one group.

        Example:
            >>> read_text("1ABC5").in_one_piece, read_text("1AB C5").in_one_piece
            (True, False)
        """
        return len(self.groups) == 1

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """The lengths of the groups.

        Example:
            >>> read_text("12-3456789").sizes
            (2, 7)
        """
        return tuple(map(len, self.groups))

    @cached_property
    def is_spaced(self) -> bool:
        """Whether white space separates the groups.

        Example:
            >>> read_text("1AB C5").is_spaced, read_text("1AB-C5").is_spaced
            (True, False)
        """
        if len(self.groups) <= 1:
            return False
        return cleaning.find_white_space(self.raw, *self.whole) is not None

    @property
    def is_foreign(self) -> bool:
        """Whether a character in it was refused, as one that no code can have.

        Example:
            >>> read_text("1AB\u04215").is_foreign, read_text("1AB/5").is_foreign
            (True, False)
        """
        return cleaning.is_foreign(self.code) is not None

    @cached_property
    def is_number(self) -> bool:
        """Whether this is what a spreadsheet writes for a large number, and not in groups.

        Example:
            >>> read_text("7.6E+06").is_number, read_text("12-E4").is_number
            (True, False)
        """
        return len(self.groups) <= 1 and is_scientific(self.code)

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
        return self.places[start], self.places[end - 1] + 1

    @property
    def whole(self) -> Span:
        """The span of the whole code in the text as typed.

        Example:
            >>> read_text(" 1abc5").whole
            (1, 6)
        """
        return self.span(0, len(self.code))


def read_text(raw: str) -> Text:
    """Clean a text, unless it needs no cleaning.

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
    if not isinstance(raw, str):
        message = f"a code is a str, not {type(raw).__name__}"
        raise TypeError(message)
    if is_plain(raw):
        return Text(raw, raw, range(len(raw)), (raw,), None, ())
    draft = Draft(raw)
    draft.rewrite(cleaning.invisible)
    draft.rewrite(cleaning.full_width)
    cleaning.plain_spaces(draft)
    missing = _peel(draft)
    draft.rewrite(cleaning.lower_case)
    groups = _join(draft)
    # Again, because "N-A" has only now become "NA", and "C-AGE" a label without a code.
    if missing or _is_missing(draft) or is_label(draft.chars):
        return Text(raw, "", (), (), draft.label, ())
    return Text(raw, draft.chars, draft.places, groups, draft.label, draft.findings())


def _is_missing(draft: Draft) -> bool:
    """Whether what is left says that there is no code."""
    return says_missing(draft.chars, draft.start, draft.end)


def _peel(draft: Draft) -> bool:
    """Take away what is around the code, layer by layer; say whether that leaves no code."""
    while not _is_missing(draft):
        before = draft.start, draft.end
        for edge in cleaning.EDGES:
            draft.peel(edge)
        if before == (draft.start, draft.end):
            return False
    return True


def _join(draft: Draft) -> tuple[str, ...]:
    """Leave out what separates groups, if nothing else is between them, and give the groups."""
    if not cleaning.is_understood(draft.chars):
        draft.rewrite(cleaning.foreign_character)
        return ()
    groups = tuple(cleaning.split(draft.chars))
    draft.rewrite(cleaning.spaced)
    draft.rewrite(cleaning.hyphenated)
    return groups
