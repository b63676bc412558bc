"""How a scheme is declared and run: its shape, its rules, and the words for using them.

A scheme states its shape once, as a `pattern`. Its shape rules say in words why a text does not
match; the other rules run only on codes that match, and add what a pattern cannot say. A test
holds the law that binds the two: the pattern matches if and only if no shape rule gives an error.
No fact about any identifier is in here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from inspect import cleandoc
from typing import TYPE_CHECKING, ClassVar, Final

from cagecore.report import Basis, InvalidCodeError, Part, Reading, Rule, Severity
from cagecore.rules import Check, Checker, checker, run
from cagecore.shape import Shape
from cagecore.text import Text, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cagecore.report import Finding, Report


_DECLARED: Final[dict[str, Scheme]] = {}


def declared(scheme: str) -> Scheme:
    """Give the one scheme of an id: there is never another that is equal to it.

    Args:
        scheme: The id.

    Returns:
        The scheme.

    Example:
        >>> declared("uei")
        declared('uei')
    """
    return _DECLARED[scheme]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Scheme(Shape):
    """A kind of identifier: its shape, its rules, and python-stdnum's words for using them.

    Attributes (beside those of its shape):
        id: Short name, e.g. `uei`.
        name: What readers call it, e.g. `UEI`.
        article: `a` or `an`, to go before the name.
        page: The page about it, below `identifiers/`.
        section: Its part of that page, where the page is about others, too.
        apart: What tells it apart from other codes that look the same; may be empty.
        parts: The anatomy.
        parts_of: Gives the anatomy of one code, where it tells more than that of all.
        limits: What a well formed code does not tell.
        lookups: Keys into the table of official look-ups.
        lookups_of: Gives those for one code, where it tells which are of no use.
        origin: Gives nation and issuer of a code that matches the pattern, where it tells.
        expectable: Whether a field can be said to be for it. Not where the shape is only inferred.
        rules: The rules by id, in order.
        reporter: Makes the report of a text in a field for some schemes. It has to know them all,
            so `cagecore.classify` puts it here.

    Example:
        >>> from cagecore.schemes import SCHEMES
        >>> SCHEMES["uei"].is_valid("v24hye4yvgh6")
        True
    """

    reporter: ClassVar[Callable[[str, Sequence[str]], Report]]

    id: str
    name: str
    article: str
    page: str
    section: str = ""
    apart: str = ""
    parts: tuple[Part, ...] = ()
    parts_of: Callable[[str], tuple[Part, ...]] | None = None
    limits: tuple[str, ...] = ()
    lookups: tuple[str, ...] = ()
    lookups_of: Callable[[str], tuple[str, ...]] | None = None
    origin: Callable[[str], tuple[str | None, str | None]] | None = None
    expectable: bool = True
    rules: dict[str, Rule] = field(default_factory=dict)
    _shape_checks: list[Checker] = field(default_factory=list)
    _other_checks: list[Checker] = field(default_factory=list)
    _judges: list[Check] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Let the scheme be found by its id."""
        Shape.__post_init__(self)
        _DECLARED.setdefault(self.id, self)

    def __repr__(self) -> str:
        """Write what gives the scheme again."""
        return f"declared({self.id!r})"

    def __reduce__(self) -> tuple[Callable[[str], Scheme], tuple[str]]:
        """Copy and pickle by the id, so that a method can be handed to another process."""
        return declared, (self.id,)

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
        """Whether every code that matches the pattern is well formed.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["cage"].shape_decides, SCHEMES["uei"].shape_decides
            (True, False)
        """
        return not self._judges

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
        for judge in self._judges:  # noqa: SIM110 - a generator costs as much as a rule
            if judge(code):
                return False
        return True

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

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["ncage"].read_match(read_text("k0999")).nation
            'GBR'
        """
        code, checks = text.code, self._other_checks
        nation, issuer = self.origin(code) if self.origin else (None, None)
        if not checks:
            findings: tuple[Finding, ...] = ()
        elif code is text.raw:
            # What `run` gives of a clean text, without the call: that costs as much as two rules.
            findings = tuple(
                [make(*hit) for check, make in checks if (hits := check(code)) for hit in hits]
            )
        else:
            findings = run(checks, text)
        return tuple.__new__(Reading, (self.id, code, nation, issuer, findings))

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
            raise InvalidCodeError(Scheme.reporter(text, (self.id,)))
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
        return self.lay_out(self.compact(text))
