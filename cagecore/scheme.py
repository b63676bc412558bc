"""How a scheme is declared and run: its shape, its rules, and the words for using them.

A scheme states its shape once, as a `pattern`. Its shape rules say in words why a text does not
match; the other rules run only on codes that match, and add what a pattern cannot say. A test
holds the law that binds the two: the pattern matches if and only if no shape rule gives an error.
No fact about any identifier is in here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from inspect import cleandoc
from typing import TYPE_CHECKING

from cagecore.report import Basis, InvalidCodeError, Part, Reading, Report, Rule, Severity
from cagecore.rules import Check, Checker, checker, run
from cagecore.text import Text, read_text

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Scheme:
    """A kind of identifier: its shape, its rules, and python-stdnum's words for using them.

    Attributes:
        id: Short name, e.g. `uei`.
        name: What readers call it, e.g. `UEI`.
        article: `a` or `an`, to go before the name.
        page: The page about it, below `identifiers/`.
        pattern: The shape of the whole clean code, as Python, JavaScript and HTML all read it.
        lengths: How many characters a code may have.
        shape: The shape in words, to follow "has the shape of", e.g. "five digits".
        apart: What tells it apart from other codes that look the same; may be empty.
        layouts: How the code is written in groups, `#` for each character, e.g. `##-#######`; the
            first is the one that `format` uses.
        grouped_lengths: Lengths that a text of unknown kind may have only when typed in a layout.
        ungrouped_lengths: The other lengths.
        free_grouping: Whether a text of unknown kind may be typed in groups of any length.
        parts: The anatomy.
        parts_of: Gives the anatomy of one code, where it tells more than that of all.
        limits: What a well formed code does not tell.
        lookups: Keys into the table of official look-ups.
        origin: Gives nation and issuer of a code that matches the pattern, where it tells.
        expectable: Whether a field can be said to be for it. Not where the shape is only inferred.
        rules: The rules by id, in order.

    Example:
        >>> from cagecore.schemes import SCHEMES
        >>> SCHEMES["uei"].is_valid("v24hye4yvgh6")
        True
    """

    id: str
    name: str
    article: str
    page: str
    pattern: str
    lengths: tuple[int, ...]
    shape: str
    apart: str = ""
    layouts: tuple[str, ...] = ()
    grouped_lengths: frozenset[int] = frozenset()
    free_grouping: bool = True
    parts: tuple[Part, ...] = ()
    parts_of: Callable[[str], tuple[Part, ...]] | None = None
    limits: tuple[str, ...] = ()
    lookups: tuple[str, ...] = ()
    origin: Callable[[str], tuple[str | None, str | None]] | None = None
    expectable: bool = True
    rules: dict[str, Rule] = field(default_factory=dict)
    _shape_checks: list[Checker] = field(default_factory=list, repr=False)
    _other_checks: list[Checker] = field(default_factory=list, repr=False)
    _judges: list[Check] = field(default_factory=list, repr=False)
    _groups: frozenset[tuple[int, ...]] = field(init=False, repr=False)
    ungrouped_lengths: frozenset[int] = field(init=False, repr=False)
    matches: Callable[[str], re.Match[str] | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Compile the pattern and measure the layouts once."""
        groups = (tuple(map(len, re.findall("#+", layout))) for layout in self.layouts)
        object.__setattr__(self, "_groups", frozenset(groups))
        ungrouped = frozenset(self.lengths) - self.grouped_lengths
        object.__setattr__(self, "ungrouped_lengths", ungrouped)
        object.__setattr__(self, "matches", re.compile(self.pattern).fullmatch)

    def rule(  # noqa: PLR0913 - the columns of a table
        self,
        title: str,
        example: str,
        *,
        source: str,
        severity: Severity = "error",
        basis: Basis = "published",
        shape: bool = False,
    ) -> Callable[[Check], Check]:
        """Declare a function as the home of a rule; its docstring explains the rule to readers.

        Args:
            title: A few words.
            example: A text that makes the rule speak.
            source: Key into `cagecore.sources`.
            severity: What its findings weigh.
            basis: Who says so.
            shape: Whether the rule explains the pattern.

        Returns:
            A decorator that returns the function as it is.

        Example:
            >>> from cagecore.schemes import cage
            >>> cage.length("1ABC")
            [('A CAGE code has 5 characters; this has 4.', 0, 4)]
        """

        def declare(check: Check) -> Check:
            name = check.__name__.removeprefix(f"{self.id.replace('-', '_')}_").replace("_", "-")
            key, words = f"{self.id}-{name}", cleandoc(check.__doc__ or "")
            rule = Rule(key, self.id, title, severity, basis, source, words, example, shape=shape)
            self.rules[key] = rule
            (self._shape_checks if shape else self._other_checks).append(checker(check, rule))
            if severity == "error" and not shape:
                self._judges.append(check)
            return check

        return declare

    @property
    def shape_decides(self) -> bool:
        """Whether every code that matches the pattern is well formed."""
        return not self._judges

    def fits(self, text: Text) -> bool:
        """Whether a text of unknown kind could be a code of this scheme.

        Args:
            text: A text that was read.

        Returns:
            Whether the pattern matches it, and its grouping does not speak against it.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["zip"].fits(read_text("12345-6789"))
            True
            >>> SCHEMES["zip"].fits(read_text("123456789"))
            False
        """
        if not self.matches(text.code):
            return False
        if len(text.groups) == 1 or self.free_grouping:
            return len(text.code) in self.ungrouped_lengths
        return self.is_laid_out(text)

    def accepts(self, code: str) -> bool:
        """Whether a clean code is well formed, without saying why.

        Args:
            code: A code as `compact` gives it.

        Returns:
            Whether the pattern matches it and no other rule finds an error.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["cage"].accepts("1ABC5"), SCHEMES["cage"].accepts("1abc5")
            (True, False)
        """
        if not self.matches(code):
            return False
        return not self._judges or not any(judge(code) for judge in self._judges)

    def is_laid_out(self, text: Text) -> bool:
        """Whether a text was typed in groups as codes of this scheme are written.

        Args:
            text: A text that was read.

        Returns:
            Whether its groups are those of a layout.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["ein"].is_laid_out(read_text("12-3456789"))
            True
        """
        return text.groups in self._groups

    def read(self, text: Text) -> Reading:
        """Read a text as a code of this scheme.

        Args:
            text: A text that was read, with something left in it.

        Returns:
            The code with everything that the rules say of it.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["cage"].read(read_text("1abc5")).code
            '1ABC5'
        """
        if self.matches(text.code):
            return self.read_match(text)
        return Reading(self.id, text.code, None, None, run(self._shape_checks, text))

    def read_match(self, text: Text) -> Reading:
        """Read a text that is known to match the pattern; otherwise as `read`.

        Args:
            text: A text that was read.

        Returns:
            The code with everything that the other rules say of it.
        """
        nation, issuer = self.origin(text.code) if self.origin else (None, None)
        findings = run(self._other_checks, text) if self._other_checks else ()
        return tuple.__new__(Reading, (self.id, text.code, nation, issuer, findings))

    def compact(self, text: str) -> str:
        """Clean a text without judging it.

        Args:
            text: Any text.

        Returns:
            What is left when white space, labels and the like are taken away; upper case.

        Example:
            >>> from cagecore import cage
            >>> cage.compact(" cage: 1abc5")
            '1ABC5'
        """
        return read_text(text).code

    def validate(self, text: str) -> str:
        """Give the clean code, or say why there is none.

        Args:
            text: Any text.

        Returns:
            The clean code.

        Raises:
            InvalidCodeError: If the text is not well formed; it carries the report.
            TypeError: If `text` is not a `str`.

        Example:
            >>> from cagecore import uei
            >>> uei.validate("v24hye4yvgh6")
            'V24HYE4YVGH6'
        """
        typed = read_text(text)
        if not self.accepts(typed.code):
            readings = (self.read(typed),) if typed.code else ()
            raise InvalidCodeError(Report(text, typed.findings, readings, ()))
        return typed.code

    def is_valid(self, text: str) -> bool:
        """Whether a text is a well formed code of this scheme; never whether one was issued.

        Args:
            text: Any text.

        Returns:
            Whether `validate` would return.

        Example:
            >>> from cagecore import cage
            >>> cage.is_valid("1ABO5")
            False
        """
        return self.accepts(read_text(text).code)

    def format(self, text: str) -> str:
        """Write a code as people do, in groups where the scheme has them.

        Args:
            text: Any text.

        Returns:
            The clean code in the scheme's layout; as it is where no layout has its length.

        Example:
            >>> from cagecore import duns
            >>> duns.format("123456789")
            '12-345-6789'
        """
        code = self.compact(text)
        for layout in self.layouts:
            if layout.count("#") == len(code):
                characters = iter(code)
                return "".join(next(characters) if sign == "#" else sign for sign in layout)
        return code
