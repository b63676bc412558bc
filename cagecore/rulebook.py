"""How a shape gets its rules, and how codes are judged and read by them.

A scheme states its shape once, as a `pattern`. Its shape rules say in words why a text does not
match; the other rules run only on codes that match, and add what a pattern cannot say. A test
holds the law that binds the two: the pattern matches if and only if no shape rule gives an error.
No fact about any identifier is in here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from inspect import cleandoc
from typing import TYPE_CHECKING

from cagecore.report import Basis, Reading, Rule, Severity, make_tuple
from cagecore.rules import Check, Checker, checker, run
from cagecore.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from cagecore.report import Finding
    from cagecore.text import Text

    _Known = tuple[str | None, str | None, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rulebook(Shape):
    """The shape of a kind of code, and the rules about it.

    Attributes (beside those of its shape):
        id: The scheme's short name, e.g. `uei`.
        origin: Gives nation and issuer of a code that matches the pattern, by its first and last
            character, where they tell.
        rules: The rules by id, in order.

    Example:
        >>> from cagecore.schemes import SCHEMES
        >>> SCHEMES["uei"].rules["uei-check-digit"].severity
        'error'
    """

    id: str
    origin: Callable[[str], tuple[str | None, str | None]] | None = None
    rules: dict[str, Rule] = field(default_factory=dict)
    _shape_checks: list[Checker] = field(default_factory=list)
    _fixed_checks: list[Checker] = field(default_factory=list)
    _other_checks: list[Checker] = field(default_factory=list)
    _known: dict[str | int, _Known] = field(default_factory=dict)
    _judges: list[Check] = field(default_factory=list)

    def rule(  # noqa: PLR0913 - the columns of a table
        self,
        title: str,
        example: str,
        *,
        source: str,
        severity: Severity = "error",
        basis: Basis = "published",
        shape: bool = False,
        fixed: bool = False,
    ) -> Callable[[Check], Check]:
        """Declare a function as the home of a rule; its docstring explains the rule to readers.

        Args:
            title: A few words.
            example: A text that makes the rule speak.
            source: Key into `cagecore.sources`.
            severity: What its findings weigh.
            basis: Who says so.
            shape: Whether the rule explains the pattern.
            fixed: Whether the rule looks only at the first and the last character where the scheme
                has an `origin`, and elsewhere only at the length. It is run once for all codes
                that share these.

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
            checks = self._fixed_checks if fixed else self._other_checks
            (self._shape_checks if shape else checks).append(checker(check, rule))
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
            >>> from cagecore.text import read_text
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
            >>> from cagecore.text import read_text
            >>> SCHEMES["ncage"].read_match(read_text("k0999")).nation
            'GBR'
        """
        code, checks, origin = text.code, self._other_checks, self.origin
        nation = issuer = None
        findings: tuple[Finding, ...] = ()
        if origin or self._fixed_checks:
            key = code[0] + code[-1] if origin else len(code)
            nation, issuer, findings = self._known.get(key) or self._learn(key, code)
        if code is not text.raw:
            findings = run((*self._fixed_checks, *checks), text)
        elif checks:
            # What `run` gives of a clean text, without the call: that costs as much as two rules.
            found = [make(*hit) for check, make in checks if (hits := check(code)) for hit in hits]
            if found:
                findings = (*findings, *found)
        return make_tuple(Reading, (self.id, code, nation, issuer, findings))

    def _learn(self, key: str | int, code: str) -> _Known:
        """Run the rules that say the same of every clean code with this key."""
        findings = [make(*hit) for check, make in self._fixed_checks for hit in check(code)]
        nation, issuer = self.origin(code) if self.origin else (None, None)
        self._known[key] = known = nation, issuer, tuple(findings)
        return known
