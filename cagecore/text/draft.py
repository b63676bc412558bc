"""A text while it is cleaned: what is left of it, where that was typed, what was done so far."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from cagecore.rules import MOST_PLACES, View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cagecore.report import Finding
    from cagecore.rules import Hit, Rule


class _Noted:
    """Where a rule found something in the text as typed; of very many places only what is said."""

    __slots__ = ("count", "end", "few", "message", "start")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.count = self.start = self.end = 0
        self.message = ""
        self.few: list[tuple[int, int, str]] = []

    def add(self, start: int, end: int, message: str) -> None:
        """Note one place."""
        if self.count < MOST_PLACES:
            self.few.append((start, end, message))
        if not self.count or start < self.start:
            self.start, self.message = start, message
        self.end = max(self.end, end)
        self.count += 1

    def findings(self, rule: Rule[Draft]) -> Iterator[Finding]:
        """Say what was found; very many places become one finding over all of them."""
        if self.count <= MOST_PLACES:
            yield from (
                rule.finding(message, start, end) for start, end, message in sorted(self.few)
            )
        else:
            message = f"{self.message} This happens in {self.count} places."
            yield rule.finding(message, self.start, self.end)


class Draft:
    """A text while it is cleaned.

    Attributes:
        chars: Its characters, of which those from `start` to `end` are left.
        places: For each of them its index in the text as typed.
        start: The first that is left.
        end: One past the last.
        label: The scheme that a label names, if one does.

    Example:
        >>> from cagecore.text import cleaning
        >>> draft = Draft(" 1abc5")
        >>> draft.peel(cleaning.trimmed)
        >>> draft.rewrite(cleaning.lower_case)
        >>> draft.chars, draft.places
        ('1ABC5', array('I', [1, 2, 3, 4, 5]))
    """

    def __init__(self, raw: str) -> None:
        """Start with the text as typed."""
        self.chars = raw
        self.places: Sequence[int] = range(len(raw))
        self.start, self.end = 0, len(raw)
        self.label: str | None = None
        self._noted: dict[str, _Noted] = {}

    def peel(self, rule: Rule[Draft]) -> None:
        """Move the edges past what a rule finds there. A layer must not cost a copy of the text."""
        for hit in rule.function(self):
            self._note(rule, hit)
            if hit.start == self.start:
                self.start = hit.end
            else:
                self.end = hit.start
            if hit.names is not None:
                self.label = hit.names or None

    def rewrite(self, rule: Rule[Draft]) -> None:
        """Put in the place of what a rule finds what it becomes: as many characters, or none."""
        chars: list[str] = []
        places = array("I")
        last = self.start
        for hit in rule.function(self):
            self._note(rule, hit)
            becomes = self.chars[hit.start : hit.end] if hit.becomes is None else hit.becomes
            chars += self.chars[last : hit.start], becomes
            places.extend(self.places[last : hit.start + len(becomes)])
            last = hit.end
        if not chars and (self.start, self.end) == (0, len(self.chars)):
            return
        chars.append(self.chars[last : self.end])
        places.extend(self.places[last : self.end])
        self.chars, self.places = "".join(chars), places
        self.start, self.end = 0, len(self.chars)

    def _note(self, rule: Rule[Draft], hit: Hit) -> None:
        """Note where a rule found something in the text as typed."""
        noted = self._noted.get(rule.id)
        if noted is None:
            noted = self._noted[rule.id] = _Noted()
        noted.add(self.places[hit.start], self.places[hit.end - 1] + 1, hit.message)

    def findings(self) -> tuple[Finding, ...]:
        """Say what was done, rule by rule."""
        noted = ((rule, self._noted.get(rule.id)) for rule in AS_TYPED.rules.values())
        return tuple(finding for rule, its in noted if its for finding in its.findings(rule))


AS_TYPED: View[Draft] = View(scheme=None, prefix="text-")
"""The rules about the text as typed; `cagecore.text.cleaning` declares them."""
