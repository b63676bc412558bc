"""What a rule is, how one is written, and what runs it. A rule alone makes findings.

A rule is a function that looks at something and returns its hits. There are three views: the text
as typed (`cagecore.text.draft`), the code of a scheme (`cagecore.schemes`), and the text among its
readings (`cagecore.readings.context`). A function becomes a rule by the one decorator, `rule`.

No fact about any identifier is in here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from inspect import cleandoc
from itertools import islice
from typing import Final, Generic, NamedTuple, TypeAlias, TypeVar

from cagecore.report import Basis, Finding, Severity, printable

Seen = TypeVar("Seen")
"""What the rules of a view look at."""
Span: TypeAlias = tuple[int, int]
"""First character, counted from 0, and one past the last."""


class Hit(NamedTuple):
    """One thing that a rule found.

    Attributes:
        message: What to say of it.
        start: First character it is about, counted from 0 in what the rule looks at.
        end: One past the last.
        becomes: In a text as typed, what takes the place of these characters; `None` where they
            stay.
        names: The scheme that these characters name, where they are a label; empty where the label
            leaves it open.

    Example:
        >>> Hit("Small letters were read as capitals.", 1, 4, "ABC").becomes
        'ABC'
    """

    message: str
    start: int
    end: int
    becomes: str | None = None
    names: str | None = None


Hits: TypeAlias = Sequence[Hit]
Found: TypeAlias = Iterable[Hit]
"""Hits that may come one by one, so that a million of them never are in memory at once."""
NOTHING: Final[Hits] = ()
NO_LETTER_OR_DIGIT: Final = re.compile("[^0-9A-Z]+")
"""Runs of what a clean code of letters and digits cannot have."""
MOST_PLACES: Final = 8
"""Places that one rule points at in one text."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Seen]):
    """One named requirement, as readers meet it on a page, in JSON and in a link.

    It is called as its function is, with what the rule looks at, and returns the hits.

    Attributes:
        id: The name everywhere, e.g. `uei-leading-zero`.
        scheme: The scheme it belongs to; `None` for rules about a text.
        title: A few words for headings and tables.
        severity: What a finding of this rule weighs. Only published rules may be errors.
        basis: Who says so: the authority, a national bureau, or real codes only.
        source: Key into `cagecore.facts.sources`, or `None` where no outside source is needed.
        explanation: Sentences for the reader: what is asked and why.
        example: A text that makes the rule speak.
        shape: Whether it explains why a text does not match its scheme's pattern.
        function: What finds the hits.
        doubt: Of a warning, the doubt in a few words, to follow "well formed, but"; else empty.
        always: Whether it speaks of every code that is well formed otherwise.

    Example:
        >>> from cagecore.schemes import SCHEMES
        >>> SCHEMES["cage"].rules["cage-length"].title
        'Five characters'
    """

    id: str
    scheme: str | None
    title: str
    severity: Severity
    basis: Basis
    source: str | None
    explanation: str
    example: str
    shape: bool
    function: Callable[[Seen], Found]
    doubt: str = ""
    always: bool = False

    def __post_init__(self) -> None:
        """Refuse a rule that could reject a code unpublished, or that warns without a doubt."""
        if self.severity == "error" and self.basis != "published":
            message = f"{self.id}: only published rules may reject a code"
            raise ValueError(message)
        if bool(self.doubt) != (self.severity == "warning"):
            message = f"{self.id}: a warning names its doubt, and nothing else has one"
            raise ValueError(message)

    def __call__(self, seen: Seen) -> Hits:
        """Find the hits.

        Example:
            >>> from cagecore.schemes import cage
            >>> cage.length("1ABC")[0].message
            'A CAGE code has 5 characters; this has 4.'
        """
        return tuple(self.function(seen))

    def finding(self, message: str, start: int, end: int) -> Finding:
        """Say what was found at a place of the text as typed.

        Args:
            message: What to say.
            start: First character of the text as typed, from 0.
            end: One past the last.

        Returns:
            The finding.

        Example:
            >>> from cagecore.schemes import cage
            >>> cage.length.finding("Too short.", 0, 4).rule
            'cage-length'
        """
        return Finding(self.id, self.severity, self.basis, message, start, end, self.source)


@dataclass(frozen=True, slots=True, eq=False)
class View(Generic[Seen]):
    """What rules look at, and the rules that look at it.

    Attributes:
        scheme: The scheme whose codes they look at; `None` for a text.
        prefix: What the ids of the rules start with.
        rules: The rules by id, in the order in which they are declared.

    Example:
        >>> from cagecore.text.cleaning import AS_TYPED
        >>> AS_TYPED.prefix, next(iter(AS_TYPED.rules))
        ('text-', 'text-invisible')
    """

    scheme: str | None
    prefix: str
    rules: dict[str, Rule[Seen]] = field(default_factory=dict)


def rule(  # noqa: PLR0913 - the columns of a table
    view: View[Seen],
    title: str,
    example: str,
    *,
    source: str | None = None,
    severity: Severity = "error",
    basis: Basis = "published",
    shape: bool = False,
    doubt: str = "",
    always: bool = False,
) -> Callable[[Callable[[Seen], Found]], Rule[Seen]]:
    """Make a function a rule. Its name makes the id, and its docstring explains it to readers.

    Args:
        view: What the rule looks at.
        title: A few words.
        example: A text that makes the rule speak.
        source: Key into `cagecore.facts.sources`; `None` where no outside source is needed.
        severity: What its findings weigh, where no doubt makes them warnings.
        basis: Who says so.
        shape: Whether the rule explains its scheme's pattern.
        doubt: The doubt in a few words, to follow "well formed, but". It makes the rule a warning.
        always: Whether the rule speaks of every code that is well formed otherwise.

    Returns:
        A decorator that returns the rule.

    Example:
        >>> view: View[str] = View(None, "text-")
        >>> @rule(view, "Nothing", "", severity="note")
        ... def empty(text: str) -> Hits:
        ...     '''An empty text.'''
        ...     return NOTHING if text else whole(text, "Nothing is here.")
        >>> empty.id, len(empty("1ABC5"))
        ('text-empty', 0)
    """

    def declare(function: Callable[[Seen], Found]) -> Rule[Seen]:
        name = function.__name__.replace("_", "-")
        key = view.prefix + name.removeprefix(view.prefix)
        words = cleandoc(function.__doc__ or "")
        declared = Rule(
            *(key, view.scheme, title, "warning" if doubt else severity, basis, source),
            *(words, example, shape, function),
            doubt=doubt,
            always=always,
        )
        view.rules[key] = declared
        return declared

    return declare


def run(
    rules: Iterable[Rule[Seen]], seen: Seen, place: Callable[[int, int], Span] | None = None
) -> tuple[Finding, ...]:
    """Let rules look at something.

    Args:
        rules: The rules.
        seen: What they look at.
        place: Turns a span of it into that of the text as typed, where the two differ.

    Returns:
        What they find, in the order of the rules.

    Example:
        >>> from cagecore.schemes import cage
        >>> from cagecore.text import read_text
        >>> text = read_text(" 1ABC")
        >>> run([cage.length], text.code, text.span)[0].start
        1
    """
    findings = []
    for rule in rules:
        for hit in rule.function(seen):
            start, end = place(hit.start, hit.end) if place else (hit.start, hit.end)
            findings.append(rule.finding(hit.message, start, end))
    return tuple(findings)


def every(code: str, characters: re.Pattern[str], message: str) -> Hits:
    """Point at each run of certain characters, or at the first few where there are very many.

    Args:
        code: A clean code.
        characters: What to look for; it should match whole runs.
        message: What to say of each, with `{}` for the run.

    Returns:
        One hit a run.

    Example:
        >>> import re
        >>> [hit[:3] for hit in every("1ABO5", re.compile("[IO]+"), "{} is not used.")]
        [('O is not used.', 3, 4)]
    """
    return [
        Hit(message.format(printable(match[0], 24)), *match.span())
        for match in islice(characters.finditer(code), MOST_PLACES)
    ]


def whole(code: str, message: str) -> Hits:
    """Point at the whole code.

    Args:
        code: A clean code.
        message: What to say of it.

    Returns:
        One hit.

    Example:
        >>> whole("1ABC5", "Fine.")[0].end
        5
    """
    return [Hit(message, 0, len(code))]
