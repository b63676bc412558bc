"""What a rule's function takes and gives, how rules are run, and the few words that all share.

No fact about any identifier is in here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final, TypeAlias

from cagecore.report import Finding

if TYPE_CHECKING:
    from cagecore.report import Rule
    from cagecore.text import Text

Hit: TypeAlias = tuple[str, int, int]
"""What a rule found in a code: a message, first character, one past the last."""
Hits: TypeAlias = Sequence[Hit]
Check: TypeAlias = Callable[[str], Hits]
"""A rule's function: a clean code in, what it found out."""
Checker: TypeAlias = tuple[Check, Callable[[str, int, int], Finding]]
"""A rule's function, and what makes a finding of a hit."""

NOTHING: Final[Hits] = ()
term_of = dict.__getitem__
"""What a sign adds to a sum, from a table for its place: `sum(map(term_of, tables, code))`."""
NO_LETTER_OR_DIGIT: Final = re.compile("[^0-9A-Z]+")
"""Runs of what a clean code of letters and digits cannot have."""
_MOST_PLACES: Final = 8
_MOST_SHARED: Final = 256


def checker(check: Check, rule: Rule) -> Checker:
    """Make a rule ready to run.

    Most findings are the same few, at the same places; frozen, they can be shared. Of those whose
    words depend on the text, only the newest are kept.

    Args:
        check: The rule's function.
        rule: The rule.

    Returns:
        The function, and what makes a finding of a hit at its places in the text as typed.

    Example:
        >>> from cagecore.schemes import cage
        >>> _, make = checker(cage.length, cage.SCHEME.rules["cage-length"])
        >>> make("Too short.", 0, 4).rule
        'cage-length'
    """
    make = partial(Finding, rule.id, rule.severity, rule.basis, source=rule.source)
    return check, lru_cache(maxsize=_MOST_SHARED)(make)


def run(checkers: Sequence[Checker], text: Text) -> tuple[Finding, ...]:
    """Apply rules to a text that was read.

    Args:
        checkers: The rules.
        text: The text.

    Returns:
        What they find, each at its place in the text as typed.

    Example:
        >>> from cagecore.schemes import cage
        >>> from cagecore.text import read_text
        >>> rule = cage.SCHEME.rules["cage-length"]
        >>> run([checker(cage.length, rule)], read_text(" 1ABC"))[0].start
        1
    """
    return tuple(
        make(message, *text.span(start, end))
        for check, make in checkers
        for message, start, end in check(text.code)
    )


def every(code: str, characters: re.Pattern[str], message: str) -> Hits:
    """Point at each run of certain characters; at the first few where there are very many.

    Args:
        code: A clean code.
        characters: What to look for; it should match whole runs.
        message: What to say of each; `{}` stands for the run.

    Returns:
        One hit a run.

    Example:
        >>> import re
        >>> every("1ABO5", re.compile("[IO]+"), "{} is not used.")
        [('O is not used.', 3, 4)]
    """
    hits = []
    for match in characters.finditer(code):
        hits.append((message.format(printable(match[0], 24)), *match.span()))
        if len(hits) == _MOST_PLACES:
            break
    return hits


def each_run(code: str, sign: str, message: str, start: int = 0) -> Hits:
    """Point at each run of one character.

    Args:
        code: A clean code.
        sign: The character.
        message: What to say of each run.
        start: Where to begin.

    Returns:
        One hit a run.

    Example:
        >>> each_run("KI1II", "I", "Unseen.", 2)
        [('Unseen.', 3, 5)]
    """
    hits = []
    place = code.find(sign, start)
    while place >= 0:
        end = place + 1
        while code.startswith(sign, end):
            end += 1
        hits.append((message, place, end))
        place = code.find(sign, end)
    return hits


def whole(code: str, message: str) -> Hits:
    """Point at the whole code.

    Args:
        code: A clean code.
        message: What to say of it.

    Returns:
        One hit.

    Example:
        >>> whole("1ABC5", "Fine.")
        [('Fine.', 0, 5)]
    """
    return [(message, 0, len(code))]


def printable(text: str, most: int = 60) -> str:
    r"""Write a text so that it is safe to show: cut short, unprintable signs as escapes.

    Args:
        text: Any text.
        most: How many characters of it to keep.

    Returns:
        One line.

    Example:
        >>> printable("1AB\x1b[31m")
        '1AB\\x1b[31m'
    """
    shown = text[:most]
    if not shown.isprintable():
        signs = (s if s.isprintable() else s.encode("unicode_escape").decode() for s in shown)
        shown = "".join(signs)
    return f"{shown}…" if len(text) > most else shown
