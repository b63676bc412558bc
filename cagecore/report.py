"""What a check says: rules, findings, readings, suggestions and the report that holds them.

The words are the project's vocabulary; the one JSON form of a report is in `cagecore.wire`. All of
them are frozen. What every check makes anew are named tuples, because a frozen data class takes
more than twice as long; `tuple.__new__` makes them, which is all that their own constructors do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Severity = Literal["error", "warning", "note"]
Basis = Literal["published", "bureau", "observed"]

SEVERITIES: Final[dict[Severity, str]] = {"error": "Error", "warning": "Warning", "note": "Note"}
"""The words for a severity on every page, the worst first."""
BASES: Final[dict[Basis, str]] = {
    "published": "Published by the authority",
    "bureau": "A national bureau’s pattern",
    "observed": "Observed in real codes only",
}
"""The words for a basis on every page, the strongest first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One named requirement, as readers meet it on a page, in JSON and in a link.

    Attributes:
        id: The name everywhere, e.g. `uei-leading-zero`.
        scheme: The scheme it belongs to; `None` for rules about the text as typed.
        title: A few words for headings and tables.
        severity: What a finding of this rule weighs. Only published rules may be errors.
        basis: Who says so: the authority, a national bureau, or real codes only.
        source: Key into `cagecore.sources`, or `None` where no outside source is needed.
        explanation: Sentences for the reader: what is asked and why.
        example: A text that makes the rule speak.
        shape: Whether it explains why a text does not match its scheme's pattern.

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
    shape: bool = False

    def __post_init__(self) -> None:
        """Refuse a rule that could reject a code without a published reason."""
        if self.severity == "error" and self.basis != "published":
            message = f"{self.id}: only published rules may reject a code"
            raise ValueError(message)


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


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about one text.

    Attributes:
        rule: The rule's id.
        severity: `error`, `warning` or `note`.
        basis: `published`, `bureau` or `observed`.
        message: One or two sentences for the reader.
        start: First character it is about, counted from 0 in the text as typed.
        end: One past the last such character.
        source: Key into `cagecore.sources`, or `None`.

    Example:
        >>> from cagecore import check
        >>> check("1ABO5").readings[0].findings[0].start
        3
    """

    rule: str
    severity: Severity
    basis: Basis
    message: str
    start: int
    end: int
    source: str | None


make_tuple: Final = tuple.__new__
"""Makes a named tuple, as its own constructor does."""


class Reading(NamedTuple):
    """One scheme that the text could be, with what its rules say.

    Attributes:
        scheme: The scheme's id.
        code: The text as a code of that scheme, cleaned.
        nation: ISO 3166-1 alpha-3, only where the structure belongs to one nation.
        issuer: Who assigns codes of that structure, where the code says.
        findings: What the scheme's rules found.

    Example:
        >>> from cagecore import check
        >>> [(r.scheme, r.nation, r.issuer) for r in check("DG119").readings]
        [('ncage', 'DEU', 'NCB-DEU')]
    """

    scheme: str
    code: str
    nation: str | None
    issuer: str | None
    findings: tuple[Finding, ...]

    @property
    def well_formed(self) -> bool:
        """Whether no finding is an error.

        Example:
            >>> from cagecore import check
            >>> check("1ABO5").readings[0].well_formed
            False
        """
        for finding in self.findings:  # noqa: SIM110 - a generator costs more than all the rules
            if finding.severity == "error":
                return False
        return True


class Suggestion(NamedTuple):
    """Another code that the writer may have meant. Offered, never applied.

    Attributes:
        code: The code, well formed in its scheme.
        scheme: That scheme's id.
        reason: The damage that would explain the text.

    Example:
        >>> from cagecore import check
        >>> check("O2FP7").suggestions[0].code
        '02FP7'
    """

    code: str
    scheme: str
    reason: str


class Report(NamedTuple):
    """Every reading of a text, best first, with what was found in the text itself.

    Attributes:
        input: The text as typed.
        findings: About the text: what was repaired, refused or missing.
        readings: The schemes it could be, best first.
        suggestions: Codes the writer may have meant instead.

    Example:
        >>> from cagecore import check
        >>> report = check("cage: 1abc5")
        >>> report.code, report.scheme, report.well_formed
        ('1ABC5', 'cage', True)
    """

    input: str
    findings: tuple[Finding, ...]
    readings: tuple[Reading, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def best(self) -> Reading | None:
        """The first reading, or `None` when the text is no known kind of code.

        Example:
            >>> from cagecore import check
            >>> check("K0999").best.scheme
            'ncage'
        """
        return self.readings[0] if self.readings else None

    @property
    def well_formed(self) -> bool:
        """Whether the best reading has no error.

        Example:
            >>> from cagecore import check
            >>> check("K0999").well_formed
            True
        """
        return bool(self.readings) and self.readings[0].well_formed

    @property
    def code(self) -> str | None:
        """The best reading's code.

        Example:
            >>> from cagecore import check
            >>> check("cage: 1abc5").code
            '1ABC5'
        """
        return self.readings[0].code if self.readings else None

    @property
    def scheme(self) -> str | None:
        """The best reading's scheme.

        Example:
            >>> from cagecore import check
            >>> check("K0999").scheme
            'ncage'
        """
        return self.readings[0].scheme if self.readings else None

    @property
    def nation(self) -> str | None:
        """The best reading's nation.

        Example:
            >>> from cagecore import check
            >>> check("K0999").nation
            'GBR'
        """
        return self.readings[0].nation if self.readings else None

    @property
    def issuer(self) -> str | None:
        """The best reading's issuer.

        Example:
            >>> from cagecore import check
            >>> check("K0999").issuer
            'NCB-GBR'
        """
        return self.readings[0].issuer if self.readings else None


class InvalidCodeError(ValueError):
    """A text that is not a well formed code of the scheme asked for.

    Attributes:
        report: The report that says why.

    Example:
        >>> from cagecore import cage
        >>> cage.validate("1ABC")
        Traceback (most recent call last):
        cagecore.report.InvalidCodeError: A CAGE code has 5 characters; this has 4.
    """

    def __init__(self, report: Report) -> None:
        """Take the first error's message, the text's own first, as that of the exception."""
        findings = [*report.findings, *(report.best.findings if report.best else ())]
        errors = [finding for finding in findings if finding.severity == "error"]
        # What the text is instead comes last: who validates asks what is wrong with it.
        errors.sort(key=lambda finding: finding.rule == "wrong-field")
        super().__init__(errors[0].message if errors else "This is not a well formed code.")
        self.report = report

    def __reduce__(self) -> tuple[type[InvalidCodeError], tuple[Report]]:
        """Copy and pickle by the report, so that the error crosses from one process to another."""
        return type(self), (self.report,)
