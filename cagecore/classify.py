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

    from cagecore.text import Text


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
    field = expected(expect)
    return judge(read_text(text), field)


def judge(text: Text, field: Sequence[str]) -> Report:
    """Make the report of a text that has been read.

    Args:
        text: The text, read.
        field: The schemes that the field is for, as `expected` gives them.

    Returns:
        The report.

    Example:
        >>> judge(read_text("1abc5"), ()) == check("1abc5")
        True
    """
    asked = asked_for(text, field)
    readings = read_as(text, asked)
    suggestions = suggest(text, readings, asked)
    findings = in_context(text, readings, asked, suggestions)
    return Report(text.raw, findings, readings.all, suggestions)


def expected(expect: str | Iterable[str] | None) -> tuple[str, ...]:
    """Turn what a field is for into scheme ids, each once.

    Args:
        expect: As `check` takes it.

    Returns:
        The ids; none for any kind.

    Raises:
        ValueError: If it names no scheme.

    Example:
        >>> expected("cage"), expected(None)
        (('cage',), ())
    """
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
    report = judge(read_text(text), (scheme,))
    own = report.best.findings if report.best else ()
    errors = [finding for finding in (*report.findings, *own) if finding.severity == "error"]
    errors.sort(key=lambda finding: finding.rule == wrong_field.id)
    return InvalidCodeError(errors[0].message, report)
