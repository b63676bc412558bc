"""check(): a text of unknown or expected kind, read in every way it can be; and many at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cagecore import context
from cagecore.fitting import BY_LENGTH, fitting
from cagecore.grouping import is_number_made, may_be_near_duns, may_be_near_uei, rank
from cagecore.repair import alternatives, repairs
from cagecore.report import Report, make_tuple
from cagecore.scheme import Scheme
from cagecore.schemes import MAIN, SCHEMES
from cagecore.text import not_a_str, read_text
from cagecore.words import code_words, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cagecore.report import Finding, Reading, Suggestion
    from cagecore.text import Text

_JUDGED: Final = {
    length
    for length, schemes in BY_LENGTH.items()
    if not all(scheme.shape_decides for scheme in schemes)
}
"""Lengths at which the shape alone does not make a code well formed."""
_NEARER: Final = {"uei": may_be_near_uei, "duns": may_be_near_duns}
"""What a text that went wrong must be, beside having nearly the length."""
_SEVERAL: Final = re.compile(r"[\s,;]")


def _expected(expect: str | Iterable[str]) -> tuple[str, ...]:
    """Turn the argument into scheme ids, each once."""
    schemes = tuple(dict.fromkeys([expect] if isinstance(expect, str) else expect))
    for scheme in schemes:
        if scheme not in SCHEMES or not SCHEMES[scheme].expectable:
            known = ", ".join(key for key, value in SCHEMES.items() if value.expectable)
            message = f"unknown scheme {scheme!r}; expected one of {known}"
            raise ValueError(message)
    return schemes


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
    return report_on(text, () if expect is None else _expected(expect))


def report_on(text: str, expected: Sequence[str]) -> Report:
    """Make the report of a text in a field.

    Args:
        text: Any text at all, as typed.
        expected: The ids of the schemes that the field is for; empty for any.

    Returns:
        The report.

    Raises:
        TypeError: If `text` is not a `str`.

    Example:
        >>> report_on("O2FP7", ["cage"]).suggestions[0].code
        '02FP7'
    """
    typed = read_text(text)
    if not typed.code:
        return Report(text, typed.findings, (), ())
    readings, tied = ((), ()) if expected else _free_readings(typed)
    wanted = expected or (_labelled(typed, typed.label, readings) if typed.label else ())
    field = wanted if wanted and not any(one.scheme in wanted for one in readings) else ()
    if field:
        readings, tied = _expected_readings(typed, field)
    if readings and readings[0].well_formed:
        suggestions = alternatives(typed, readings, wanted)
        found = _about_code(typed, readings[0], tied)
    else:
        suggestions = repairs(typed, readings, wanted)
        found = _about_damage(typed, readings, field, suggestions)
    return make_tuple(Report, (text, found, tuple(readings), suggestions))


Scheme.reporter = staticmethod(report_on)


def _labelled(text: Text, label: str, readings: Sequence[Reading]) -> tuple[str, ...]:
    """What the label says that the text is for, unless that is another code of ours.

    A label speaks for the code beside it, not for a line that holds several.
    """
    if not SCHEMES[label].matches(text.code) and len(code_words(text)) > 1:
        return ()
    if any(reading.scheme == label for reading in readings):
        return (label,)
    ours = any(reading.well_formed and reading.scheme in MAIN for reading in readings)
    return () if ours else (label,)


def _free_readings(text: Text) -> tuple[Sequence[Reading], Sequence[Reading]]:
    """Read a text of unknown kind: every reading, best first, and those that tie for the best.

    No error comes first, then the kind that a label names, then the kind that is written in such
    groups; what is left is a tie, in the order of the schemes.
    """
    readings = fitting(text)
    if not readings:
        return _near_readings(text), ()
    if len(readings) == 1:
        return readings, ()
    if text.code is text.raw and len(text.code) not in _JUDGED:
        return readings, readings
    sound = [reading for reading in readings if reading.well_formed]
    if text.label is None and len(text.groups) == 1:
        tied = sound
    else:
        ranks = [rank(text, reading) for reading in sound]
        tied = [reading for reading, its in zip(sound, ranks, strict=True) if its == min(ranks)]
    if len(tied) == len(readings):
        return readings, tied
    return sorted(readings, key=lambda reading: (reading not in tied, reading not in sound)), tied


def _near_readings(text: Text) -> list[Reading]:
    """Read a text that fits nothing as what it most nearly is, fewest errors first."""
    if is_number_made(text) or _SEVERAL.search(text.code):
        return []
    schemes = [
        scheme
        for scheme in SCHEMES.values()
        if len(text.code) in scheme.near_lengths
        and (scheme.id not in _NEARER or _NEARER[scheme.id](text))
    ]
    readings = [scheme.read(text) for scheme in schemes]
    return sorted(readings, key=lambda r: (r.scheme != text.label, len(r.findings)))


def _expected_readings(
    text: Text, expected: Sequence[str]
) -> tuple[Sequence[Reading], Sequence[Reading]]:
    """Read a text in a field: the expected kinds first, then whatever else the text is, best first.

    Of several kinds the text speaks for some more than for others; where it does not, the field's
    own order decides, and they are a tie. The fewest findings come first where all are wrong.
    """
    wanted = [SCHEMES[scheme].read(text) for scheme in expected]
    wanted.sort(key=lambda one: rank(text, one) if one.well_formed else _last(one))
    tied = [one for one in wanted if one.well_formed and rank(text, one) == rank(text, wanted[0])]
    others = [reading for reading in fitting(text) if reading.scheme not in expected]
    sound = [reading for reading in others if reading.well_formed]
    sound.sort(key=lambda reading: rank(text, reading))
    # A UEI with a slip in it is one of those that fit only where nothing else does.
    near = [] if sound or wanted[0].well_formed else [r for r in others if r.scheme in MAIN]
    return (*wanted, *sound, *near), tied


def _last(reading: Reading) -> tuple[int, int]:
    """Sort what is not well formed behind everything that is."""
    return 2, len(reading.findings)


def _about_code(text: Text, best: Reading, tied: Sequence[Reading]) -> tuple[Finding, ...]:
    """What is to be said of a text that is a well formed code, in view of its readings first."""
    if best.code is text.raw:
        return context.ambiguous(tied, 0, len(best.code)) if tied else ()
    named = context.label_mismatch(text, best) if text.label else ()
    doubts = (
        *context.private_number(text, best),
        *context.perhaps_masked(text),
        *context.perhaps_part_number(text, best),
        *context.perhaps_words(text, (best,)),
        *context.sector_range(text, best),
    )
    return (
        *doubts,
        *named,
        *context.ambiguous(tied, *text.span(0, len(best.code))),
        *text.findings,
    )


def _about_damage(
    text: Text,
    readings: Sequence[Reading],
    field: Sequence[str],
    suggestions: Sequence[Suggestion],
) -> tuple[Finding, ...]:
    """What is to be said of any other text, in view of its readings first."""
    if not readings:
        # Repairs of a text that is no code would only be noise; what was refused still counts.
        refused = (finding for finding in text.findings if finding.severity == "error")
        damage = (
            *context.several_codes(text),
            *context.scientific_notation(text, suggestions),
        )
        return (*(damage or context.unrecognised(text, suggestions)), *refused)
    asked, others = (readings[: len(field)], readings[len(field) :]) if field else (readings, ())
    return (
        *context.private_number(text, readings[0]),
        *context.among_words(text, asked),
        *context.perhaps_words(text, asked),
        *context.wrong_field(text, field, others),
        *context.several_codes(text),
        *context.scientific_notation(text, suggestions),
        *text.findings,
    )


def classify_column(texts: Iterable[str]) -> list[str | None]:
    """Name the kind of each of many texts, fast where they are clean.

    Args:
        texts: One text a row.

    Returns:
        For each text the scheme that `check` gives, or `None` where it is not well formed.

    Raises:
        TypeError: If a text is not a `str`, or if one `str` stands in place of many.

    Example:
        >>> classify_column(["1ABC5", "K0999", "N4YFFGL4CDX5", "N4YFFGL4CDX6", " 1abc5"])
        ['cage', 'ncage', 'uei', None, 'cage']
    """
    if isinstance(texts, str):
        message = "classify_column() takes many texts, not a str"
        raise TypeError(message)
    kinds: list[str | None] = []
    for text in texts:
        try:
            kind = kind_of(text)
        except TypeError:
            raise not_a_str(text) from None
        # Words can be labels or stand for a missing value, and much can be cleaned. A UEI whose
        # check digit fails is nothing else.
        if kind is None and (text.isalpha() or not SCHEMES["uei"].matches(text)):
            report = check(text)
            kind = report.scheme if report.well_formed else None
        kinds.append(kind)
    return kinds
