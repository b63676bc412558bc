"""What a scheme is: its shape, its rules, what it says to readers, and the words for using it.

A scheme states its shape once, as a `pattern`. Its shape rules say in words why a text does not
match; the other rules run only on codes that match, and add what a pattern cannot say. A test
holds the law that binds the two: the pattern matches if and only if no shape rule gives an error.
No fact about any identifier is in here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from cagecore.report import Reading
from cagecore.rules import Rule, View, run
from cagecore.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from cagecore.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a code with one meaning, for the picture of its anatomy.

    Attributes:
        start: First character, from 0.
        end: One past the last.
        meaning: A few words.

    Example:
        >>> Part(4, 5, "A digit").meaning
        'A digit'
    """

    start: int
    end: int
    meaning: str


_DECLARED: Final[dict[str, Scheme]] = {}


def declared(scheme: str) -> Scheme:
    """Give the one scheme of an id: there is never another that is equal to it.

    Example:
        >>> declared("uei")
        declared('uei')
    """
    return _DECLARED[scheme]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Scheme:
    """A kind of identifier: its shape, its rules, and python-stdnum's words for using them.

    Attributes:
        id: The short name, e.g. `uei`.
        name: What readers call it, e.g. `UEI`.
        article: `a` or `an`, to go before the name.
        pattern: The shape of the whole clean code, as Python, JavaScript and HTML all read it; no
            group in it captures.
        lengths: How many characters a code may have.
        shape: The shape in words, to follow "has the shape of", e.g. "five digits".
        page: The page about it, below `identifiers/`.
        section: Its part of that page, where the page is about others, too.
        apart: What distinguishes it from other codes that look the same; may be empty.
        near_lengths: Lengths at which a text that fits nothing is read as one gone wrong.
        layouts: How the code is written in groups, `#` for each character, e.g. `##-#######`; the
            first is the one that `format` uses.
        grouped_lengths: Lengths that a text of unknown kind may have only when typed in a layout.
        free_grouping: Whether a text of unknown kind may be typed in groups of any length.
        as_digits: What puts in a code what was meant by letters that the scheme leaves out, and by
            letters where only a digit can be. It gives an empty text where that makes no code of
            the kind, such as for a letter that looks like no digit. Several where there is a
            choice, none where nobody asks. The code has the first of the lengths.
        parts: The anatomy.
        parts_of: Gives the anatomy of one code, where it says more than that of all.
        origin: Gives nation and issuer of a code that matches the pattern, where it shows them.
        limits: What a well formed code does not show.
        lookups: Keys into the table of official look-ups.
        lookups_of: Gives those for one code, where it shows which are of no use.
        expectable: Whether a field can be said to be for it. Not where the shape is only inferred.

    Example:
        >>> from cagecore.schemes import SCHEMES
        >>> SCHEMES["uei"].is_valid("v24hye4yvgh6")
        True
    """

    id: str
    name: str
    article: str
    pattern: str
    lengths: tuple[int, ...]
    shape: str
    page: str
    section: str = ""
    apart: str = ""
    near_lengths: range = range(0)
    layouts: tuple[str, ...] = ()
    grouped_lengths: frozenset[int] = frozenset()
    free_grouping: bool = True
    as_digits: tuple[Callable[[str], str], ...] = ()
    parts: tuple[Part, ...] = ()
    parts_of: Callable[[str], tuple[Part, ...]] | None = None
    origin: Callable[[str], tuple[str | None, str | None]] | None = None
    limits: tuple[str, ...] = ()
    lookups: tuple[str, ...] = ()
    lookups_of: Callable[[str], tuple[str, ...]] | None = None
    expectable: bool = True
    view: View[str] = field(init=False)
    """The codes of the scheme, as its rules look at them."""

    def __post_init__(self) -> None:
        """Open the list of its rules, and let it be found by its id."""
        object.__setattr__(self, "view", View(scheme=self.id, prefix=f"{self.id}-"))
        _DECLARED[self.id] = self

    def __repr__(self) -> str:
        """Write what gives the scheme again."""
        return f"declared({self.id!r})"

    def __reduce__(self) -> tuple[Callable[[str], Scheme], tuple[str]]:
        """Copy and pickle by the id, so that a method can be handed to another process."""
        return declared, (self.id,)

    @property
    def rules(self) -> dict[str, Rule[str]]:
        """The rules by id, in the order in which they are declared.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["uei"].rules["uei-check-digit"].severity
            'error'
        """
        return self.view.rules

    @cached_property
    def shape_rules(self) -> tuple[Rule[str], ...]:
        """The rules that say why a code does not match the pattern.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["zip"].shape_rules[0].id
            'zip-shape'
        """
        return tuple(rule for rule in self.rules.values() if rule.shape)

    @cached_property
    def other_rules(self) -> tuple[Rule[str], ...]:
        """The rules about codes that match the pattern.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> [rule.id for rule in SCHEMES["psc"].other_rules]
            ['psc-word']
        """
        return tuple(rule for rule in self.rules.values() if not rule.shape)

    @property
    def shape_decides(self) -> bool:
        """Whether every code that matches the pattern is well formed.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["cage"].shape_decides, SCHEMES["uei"].shape_decides
            (True, False)
        """
        return not self._judges

    @cached_property
    def ungrouped_lengths(self) -> frozenset[int]:
        """The lengths that a text of unknown kind may have in one piece.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["zip"].ungrouped_lengths
            frozenset({5})
        """
        return frozenset(self.lengths) - self.grouped_lengths

    @cached_property
    def _judges(self) -> tuple[Rule[str], ...]:
        """The rules that can reject a code that matches the pattern."""
        return tuple(rule for rule in self.other_rules if rule.severity == "error")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.pattern)

    @cached_property
    def _layout_sizes(self) -> frozenset[tuple[int, ...]]:
        """The lengths of the groups in each layout."""
        layouts = (re.findall("#+", layout) for layout in self.layouts)
        return frozenset(tuple(map(len, groups)) for groups in layouts)

    def matches(self, code: str) -> bool:
        """Whether a clean code has the shape.

        Args:
            code: A code as `compact` gives it.

        Returns:
            Whether the pattern matches it.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["uei"].matches("N4YFFGL4CDX6"), SCHEMES["uei"].matches("N4YFFGL4CDX")
            (True, False)
        """
        return self._pattern.fullmatch(code) is not None

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
        return self.matches(code) and not any(rule(code) for rule in self._judges)

    def fits(self, text: Text) -> bool:
        """Whether a text of unknown kind could be a code of this scheme.

        Args:
            text: A text that was read.

        Returns:
            Whether the pattern matches it, and how it was typed does not speak against it.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> from cagecore.text import read_text
            >>> SCHEMES["zip"].fits(read_text("12345-6789"))
            True
            >>> SCHEMES["zip"].fits(read_text("12-3456789"))
            False
        """
        if self.free_grouping or text.in_one_piece:
            return len(text.code) in self.ungrouped_lengths and self.matches(text.code)
        return self.is_laid_out(text) and self.matches(text.code)

    def is_laid_out(self, text: Text) -> bool:
        """Whether a text was typed in groups as codes of this scheme are written.

        Args:
            text: A text that was read.

        Returns:
            Whether its groups are those of a layout.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> from cagecore.text import read_text
            >>> SCHEMES["ein"].is_laid_out(read_text("12-3456789"))
            True
        """
        return text.sizes in self._layout_sizes

    def read(self, text: Text) -> Reading:
        """Read a text as a code of this scheme.

        Args:
            text: A text that was read, with something left in it.

        Returns:
            The code with everything that the rules say of it.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> from cagecore.text import read_text
            >>> SCHEMES["ncage"].read(read_text("k0999")).nation
            'GBR'
        """
        matches = self.matches(text.code)
        rules = self.other_rules if matches else self.shape_rules
        nation, issuer = self.origin(text.code) if matches and self.origin else (None, None)
        return Reading(self.id, text.code, nation, issuer, run(rules, text.code, text.span))

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
            InvalidCodeError: If the text is not well formed; it carries the report that `check`
                gives of the text in a field for this scheme.
            TypeError: If `text` is not a `str`.

        Example:
            >>> from cagecore import uei
            >>> uei.validate("v24hye4yvgh6")
            'V24HYE4YVGH6'
        """
        code = self.compact(text)
        if not self.accepts(code):
            # The one step upward in this package: to say why takes all that `check` knows.
            from cagecore.classify import refusal  # noqa: PLC0415 - upward, and only on failure

            raise refusal(text, self.id)
        return code

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
        return self.accepts(self.compact(text))

    def format(self, text: str) -> str:
        """Write a code as people do, in groups where the scheme has them.

        Args:
            text: Any text.

        Returns:
            The clean code in the first layout of its length; as it is where there is none.

        Example:
            >>> from cagecore import duns
            >>> duns.format("123456789")
            '12-345-6789'
        """
        code = self.compact(text)
        for layout in self.layouts:
            if layout.count("#") == len(code):
                characters = iter(code)
                return "".join(next(characters) if char == "#" else char for char in layout)
        return code
