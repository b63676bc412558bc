"""What a check says: findings, readings, suggestions, and the report that holds them.

All four are frozen data classes, and `cagecore.wire` turns all four into JSON the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

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
class Finding:
    """What one rule says about one text.

    Attributes:
        rule: The rule's id.
        severity: `error`, `warning` or `note`.
        basis: `published`, `bureau` or `observed`.
        message: One or two sentences for the reader.
        start: First character it is about, counted from 0 in the text as typed.
        end: One past the last such character.
        source: Key into `cagecore.facts.sources`, or `None`.

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


@dataclass(frozen=True, slots=True)
class Reading:
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
        return all(finding.severity != "error" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Suggestion:
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


@dataclass(frozen=True, slots=True)
class Report:
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
        return self.best is not None and self.best.well_formed

    @property
    def code(self) -> str | None:
        """The best reading's code.

        Example:
            >>> from cagecore import check
            >>> check("cage: 1abc5").code
            '1ABC5'
        """
        return self.best.code if self.best else None

    @property
    def scheme(self) -> str | None:
        """The best reading's scheme.

        Example:
            >>> from cagecore import check
            >>> check("K0999").scheme
            'ncage'
        """
        return self.best.scheme if self.best else None

    @property
    def nation(self) -> str | None:
        """The best reading's nation.

        Example:
            >>> from cagecore import check
            >>> check("K0999").nation
            'GBR'
        """
        return self.best.nation if self.best else None

    @property
    def issuer(self) -> str | None:
        """The best reading's issuer.

        Example:
            >>> from cagecore import check
            >>> check("K0999").issuer
            'NCB-GBR'
        """
        return self.best.issuer if self.best else None


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

    def __init__(self, message: str, report: Report) -> None:
        """Take the words of the error that explains most, and the report."""
        super().__init__(message)
        self.report = report

    def __reduce__(self) -> tuple[type[InvalidCodeError], tuple[str, Report]]:
        """Copy and pickle with the report, so that the error crosses into another process."""
        return type(self), (str(self), self.report)


def printable(text: str, most: int = 60) -> str:
    r"""Write a text so that it is safe to show: cut short, unprintable characters as escapes.

    Args:
        text: Any text.
        most: How many characters of it to keep.

    Returns:
        One line.

    Example:
        >>> printable("1AB\x1b[31m")
        '1AB\\x1b[31m'
    """
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in text[:most]
    )
    return f"{shown}…" if len(text) > most else shown
