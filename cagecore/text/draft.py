"""A text while it is cleaned: what is left of it, where that was typed, what was done so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore.rules import MOST_PLACES, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cagecore.report import Finding
    from cagecore.rules import Hits, Rule


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
        ('1ABC5', [1, 2, 3, 4, 5])
    """

    def __init__(self, raw: str) -> None:
        """Start with the text as typed."""
        self.chars = raw
        self.places: Sequence[int] = range(len(raw))
        self.start, self.end = 0, len(raw)
        self.label: str | None = None
        self._noted: dict[str, list[tuple[int, int, str]]] = {}

    def peel(self, rule: Rule[Draft]) -> None:
        """Move the edges past what a rule finds there. A layer must not cost a copy of the text."""
        for hit in self._found_by(rule):
            if hit.start == self.start:
                self.start = hit.end
            else:
                self.end = hit.start
            if hit.names is not None:
                self.label = hit.names or None

    def rewrite(self, rule: Rule[Draft]) -> None:
        """Put in the place of what a rule finds what it becomes: as many characters, or none."""
        hits = self._found_by(rule)
        if not hits and (self.start, self.end) == (0, len(self.chars)):
            return
        chars: list[str] = []
        places: list[int] = []
        last = self.start
        for hit in hits:
            becomes = self.chars[hit.start : hit.end] if hit.becomes is None else hit.becomes
            chars += self.chars[last : hit.start], becomes
            places += self.places[last : hit.start + len(becomes)]
            last = hit.end
        self.chars = "".join([*chars, self.chars[last : self.end]])
        self.places = [*places, *self.places[last : self.end]]
        self.start, self.end = 0, len(self.chars)

    def _found_by(self, rule: Rule[Draft]) -> Hits:
        """Run a rule, and note where it found something in the text as typed."""
        hits = rule(self)
        if hits:
            self._noted.setdefault(rule.id, []).extend(
                (self.places[hit.start], self.places[hit.end - 1] + 1, hit.message) for hit in hits
            )
        return hits

    def findings(self) -> tuple[Finding, ...]:
        """Say what was done, rule by rule; very many places become one finding over all of them."""
        found: list[Finding] = []
        for rule in (rule for rule in AS_TYPED.rules.values() if rule.id in self._noted):
            noted = sorted(self._noted[rule.id])
            if len(noted) > MOST_PLACES:
                message = f"{noted[0][2]} This happens in {len(noted)} places."
                noted = [(noted[0][0], noted[-1][1], message)]
            found += (rule.finding(message, start, end) for start, end, message in noted)
        return tuple(found)


AS_TYPED: View[Draft] = View(scheme=None, prefix="text-")
"""The rules about the text as typed; `cagecore.text.cleaning` declares them."""
