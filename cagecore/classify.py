"""check(): what a text is, and whether it is well formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore.readings import asked_for, in_context, read_as
from cagecore.readings.context import wrong_field
from cagecore.report import InvalidCodeError, Report
from cagecore.schemes import SCHEMES
from cagecore.suggestions import suggest
from cagecore.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def check(text: str, expect: str | Iterable[str] | None = None) -> Report:
    """Say what a text is, and whether it is well formed.

    Args:
        text: Any text at all, as typed.
        expect: What the field is for: a scheme's id, several, or `None` for any kind. A text that
            is none of them is not well formed, and the report names what it is instead.

    Returns:
        The report. Well formed never means issued, registered or active.

    Raises:
        TypeError: If `text` is not a `str`.
        ValueError: If `expect` names no scheme.

    Example:
        >>> check("1abc5").scheme
        'cage'
        >>> check("541330", expect="cage").well_formed
        False
        >>> [reading.scheme for reading in check("27340").readings]
        ['cage', 'naics', 'zip']
    """
    return _report(text, _expected(expect))


def _report(text: str, field: Sequence[str]) -> Report:
    """Make the report of a text in a field for some schemes, or for any."""
    typed = read_text(text)
    asked = asked_for(typed, field)
    readings = read_as(typed, asked)
    suggestions = suggest(typed, readings, asked)
    findings = in_context(typed, readings, asked, suggestions)
    return Report(text, findings, readings.all, suggestions)


def _expected(expect: str | Iterable[str] | None) -> tuple[str, ...]:
    """Turn what a field is for into scheme ids, each once."""
    if expect is None:
        return ()
    schemes = tuple(dict.fromkeys([expect] if isinstance(expect, str) else expect))
    for scheme in schemes:
        if scheme not in SCHEMES or not SCHEMES[scheme].expectable:
            known = ", ".join(key for key, value in SCHEMES.items() if value.expectable)
            message = f"unknown scheme {scheme!r}; expected one of {known}"
            raise ValueError(message)
    return schemes


def refusal(text: str, scheme: str) -> InvalidCodeError:
    """Make the error for a text that is no well formed code of a scheme.

    Args:
        text: The text as typed.
        scheme: The scheme's id.

    Returns:
        An error to raise, in the words of the first finding that is an error: the text's own
        first. What the text is instead comes last, as who validates asks what is wrong with it.

    Example:
        >>> refusal("1ABC", "cage")
        InvalidCodeError('A CAGE code has 5 characters; this has 4.')
    """
    report = _report(text, (scheme,))
    own = report.best.findings if report.best else ()
    errors = [finding for finding in (*report.findings, *own) if finding.severity == "error"]
    errors.sort(key=lambda finding: finding.rule == wrong_field.id)
    return InvalidCodeError(errors[0].message, report)
