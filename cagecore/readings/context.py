"""Rules about a text among its readings: the field it is in, and what nothing in it decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from cagecore.readings.codes import MOST_CODES
from cagecore.readings.groups import PIID_OFFICE, may_be_words, rank
from cagecore.rules import NOTHING, Hit, View, rule, run
from cagecore.schemes import SCHEMES, lookalikes
from cagecore.text.numbers import exact_digits, is_lost

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cagecore.readings.asked import Asked
    from cagecore.readings.readings import Readings
    from cagecore.report import Finding, Reading, Suggestion
    from cagecore.rules import Hits
    from cagecore.text import Text


@dataclass(frozen=True)
class Context:
    """A text with all that is known of it.

    Attributes:
        text: The text, read.
        readings: What it can be.
        asked: The schemes that it is judged by.
        suggestions: Codes the writer may have meant instead.

    Example:
        >>> from cagecore.readings import asked_for, read_as
        >>> from cagecore.text import read_text
        >>> text = read_text("1ABC5, 2ABC6")
        >>> asked = asked_for(text)
        >>> several_codes(Context(text, read_as(text, asked), asked, ()))[0].end
        12
    """

    text: Text
    readings: Readings
    asked: Asked
    suggestions: Sequence[Suggestion]

    @cached_property
    def code(self) -> Reading | None:
        """The best reading, where it is well formed.

        Example:
            >>> from cagecore.readings import asked_for, read_as
            >>> from cagecore.text import read_text
            >>> text = read_text("1ABO5")
            >>> Context(text, read_as(text, asked_for(text)), asked_for(text), ()).code is None
            True
        """
        best = self.readings.best
        return best if best and best.well_formed else None


AMONG_READINGS: View[Context] = View(scheme=None, prefix="")
"""The rules of this module; their places are those of the text as typed."""
_RANGE: Final = (2, 2)
_HIDING: Final = frozenset("*\u2022")
_WORDY: Final = {"ncage", "duns"}
"""Kinds whose shape a word and a number have by chance; of DUNS numbers it is that of DUNS+4."""
_ROW: Final = 4
"""Asterisks in a row that hide characters; fewer after a code are a footnote's."""
_SEVERAL: Final = 2


def in_context(
    text: Text, readings: Readings, asked: Asked, suggestions: Sequence[Suggestion]
) -> tuple[Finding, ...]:
    """Say what is to be said of the whole: in view of its readings first, then of the text alone.

    Args:
        text: The text, read.
        readings: What it can be.
        asked: The schemes that it is judged by.
        suggestions: Codes the writer may have meant instead.

    Returns:
        The findings that are no reading's own.

    Example:
        >>> from cagecore import check
        >>> [finding.rule for finding in check(" 541330", expect="cage").findings]
        ['wrong-field', 'text-trimmed']
    """
    context = Context(text, readings, asked, suggestions)
    # Repairs of a text that is no code would only be noise; what was refused still counts.
    own = (one for one in text.findings if readings.best or one.severity == "error")
    return (*run(AMONG_READINGS.rules.values(), context), *own)


def _named(schemes: Iterable[str], conjunction: str) -> str:
    """Write a list of schemes with their articles: "a CAGE code, a ZIP code and a NAICS code"."""
    names = [f"{SCHEMES[scheme].article} {SCHEMES[scheme].name}" for scheme in schemes]
    head = ", ".join(names[:-1])
    return f"{head} {conjunction} {names[-1]}" if head else names[-1]


def _all(context: Context, message: str) -> Hits:
    """Point at the whole text as typed."""
    return [Hit(message, 0, len(context.text.raw))]


def _code(context: Context, message: str) -> Hits:
    """Point at the code in the text as typed."""
    return [Hit(message, *context.text.whole)]


@rule(AMONG_READINGS, "No value", "N/A")
def missing_value(context: Context) -> Hits:
    """The field is empty, or holds a word that means “no code”, such as N/A, null or PENDING.

    So does a number of which only the end or the beginning is shown, such as ***-**-6789, and the
    ##### of a column that was too narrow. That is a missing value, not a wrong code.
    """
    if context.text.code:
        return NOTHING
    return _all(context, "No code was given. The field is empty, masked, or says so in words.")


@rule(AMONG_READINGS, "Perhaps a private number", "123-45-6789", doubt="it may be a private number")
def private_number(context: Context) -> Hits:
    """A label or groups of three, two and four are those of a Social Security number.

    It is private, whatever the field is for. Do not send it or put it in a vendor file.
    """
    ssn, text, best = lookalikes.SSN, context.text, context.readings.best
    if best is None or best.scheme == ssn.id or not ssn.matches(text.code):
        return NOTHING
    if text.label != ssn.id and not ssn.is_laid_out(text):
        return NOTHING
    message = "This is written like a Social Security number. If it is one, do not share it."
    return _code(context, message)


@rule(AMONG_READINGS, "Perhaps a masked number", "*****49885", doubt="the rest of it may be hidden")
def perhaps_masked(context: Context) -> Hits:
    """A row of asterisks on one side may hide the rest of a longer number.

    What is left of it can have the shape of a code by chance. On both sides they are only wrapping.
    """
    if context.code is None:
        return NOTHING
    start, end = context.text.whole
    raw = context.text.raw
    before, after = raw[max(0, start - _ROW) : start], raw[end : end + _ROW]
    if _hides(before) == _hides(after) or {before[-1:], after[:1]} <= _HIDING:
        return NOTHING
    message = "A row of asterisks or dots may hide the rest. This may be only a part of a number."
    return _code(context, message)


def _hides(characters: str) -> bool:
    """Whether characters beside a code hide others."""
    return len(characters) == _ROW and set(characters) <= _HIDING


@rule(AMONG_READINGS, "Perhaps a part number", "M55342/06B10E0R", doubt="it may be a part number")
def perhaps_part_number(context: Context) -> Hits:
    """Part numbers and addresses can have the shape of a contract number by chance.

    Contract numbers are not typed with slashes, and where spaces separate one, its office is seldom
    a word.
    """
    if context.code is None or context.code.scheme != lookalikes.PIID.id:
        return NOTHING
    start, end = context.text.whole
    wordy = context.text.is_spaced and context.code.code[:PIID_OFFICE].isalpha()
    if not wordy and "/" not in context.text.raw[start:end]:
        return NOTHING
    message = "This may be a part number or a phrase. Contract numbers are written differently."
    return _code(context, message)


@rule(AMONG_READINGS, "No known kind of code", "HELLO WORLD")
def unrecognised(context: Context) -> Hits:
    """The text does not have the shape of any known identifier.

    A code among other words is named, and what a damaged text may have been.
    """
    if context.code or not context.text.code:
        return NOTHING
    if context.readings.best:
        return _among_words(context)
    if several_codes(context) or scientific_notation(context):
        return NOTHING
    if context.asked.codes:
        return _more_than(context)
    if context.suggestions:
        codes = " or ".join(dict.fromkeys(one.code for one in context.suggestions))
        message = f"This is not a known code. It may have been {codes}."
        return _all(context, message)
    return _all(context, "This does not look like any known identifier.")


def _among_words(context: Context) -> Hits:
    """Name the one code that is among other words, also where a field or a label asks for one.

    Not where the whole may be the code that was asked for and what is in it is another, and not
    where a character was refused, which is the nearer trouble.
    """
    if len(context.asked.codes) != 1 or context.text.is_foreign:
        return NOTHING
    asked = [SCHEMES[reading.scheme] for reading in context.readings.asked]
    (kind,) = context.asked.codes.values()
    if all(scheme.id != kind for scheme in asked) and any(
        len(context.text.code) in scheme.near_lengths for scheme in asked
    ):
        return NOTHING
    return _more_than(context)


def _more_than(context: Context) -> Hits:
    """Say that the first of the codes in a text is only a part of it."""
    code = next(iter(context.asked.codes))
    return _all(context, f"There is more here than a code. {code} in it has the shape of one.")


@rule(AMONG_READINGS, "Perhaps words or a date", "12-Mar", doubt="it reads like words or a date")
def perhaps_words(context: Context) -> Hits:
    """A word and a number can have the shape of an NCAGE by chance: 12-Mar, Page 2, 100 EA.

    A DUNS number and a word of four letters have that of a DUNS+4: 804735132 Acme. Spreadsheets
    also turn codes into dates: DEC10 becomes 10-Dec.
    """
    readings = (context.code,) if context.code else context.readings.asked
    if context.text.in_one_piece or all(reading.scheme not in _WORDY for reading in readings):
        return NOTHING
    if not may_be_words(context.text):
        return NOTHING
    return _code(context, "A word and a number. This may be a date or a phrase, not a code.")


@rule(
    AMONG_READINGS,
    "Perhaps a range of sectors",
    "NAICS 31-33",
    doubt="it may be a range of sectors",
)
def sector_range(context: Context) -> Hits:
    """Some sectors of NAICS have several numbers and are written 31-33, 44-45 or 48-49."""
    code, text = context.code, context.text
    if code is None or code.scheme != lookalikes.NAICS.id or text.sizes != _RANGE:
        return NOTHING
    first, last = text.groups
    if first > last or any(map(lookalikes.naics_sector, text.groups)):
        return NOTHING
    message = f"This may be a range of sectors, {first} to {last}, and not the code {code.code}."
    return _code(context, message)


@rule(
    AMONG_READINGS,
    "The label names another kind",
    "UEI: 1ABC5",
    doubt="the label names another kind",
)
def label_mismatch(context: Context) -> Hits:
    """The label beside the code names one kind, and the code has the shape of another.

    Companies in the United States often print their CAGE code under “NCAGE”, which does no harm.
    """
    label, code = context.text.label, context.code
    if label is None or code is None or label == code.scheme:
        return NOTHING
    named, shape = _named((label,), "and"), _named((code.scheme,), "and")
    return _code(context, f"The label says {named}. The code has the shape of {shape}.")


@rule(AMONG_READINGS, "A code of another kind", "541330")
def wrong_field(context: Context) -> Hits:
    """The field is for one kind of code and the text has the shape of another.

    This applies only when the field, or a label beside the code, says what it is for.
    """
    if context.code or not context.readings.others:
        return NOTHING
    asked = _named(context.asked.schemes, "or")
    says = "The label says" if context.asked.by_label else "The field is for"
    shape = _named((reading.scheme for reading in context.readings.others), "or")
    return _code(context, f"{says} {asked}. The text has the shape of {shape}.")


@rule(AMONG_READINGS, "Several codes in one field", "1ABC5, 2ABC6")
def several_codes(context: Context) -> Hits:
    """One field holds one code. Split the text, or check it as a list."""
    codes = context.asked.codes
    if context.code or len(codes) < _SEVERAL:
        return NOTHING
    more = ", and perhaps more" if len(codes) == MOST_CODES else ""
    # A number may be anything, such as a ZIP code after a code.
    sure = sum(not code.isdecimal() for code in codes) >= _SEVERAL
    return _all(
        context,
        f"There {'is' if sure else 'may be'} more than one code in this text:"
        f" {', '.join(codes)}{more}. Check them one by one.",
    )


@rule(AMONG_READINGS, "A number made by a spreadsheet", "7.6E+06")
def scientific_notation(context: Context) -> Hits:
    """A spreadsheet reads a code such as 76E05 as a number and saves 7.6E+06 instead.

    Several codes can become the same number; others are lost for good. Go back to the source and
    keep the column as text.
    """
    text, codes = context.text, [suggestion.code for suggestion in context.suggestions]
    if context.code or not text.is_number or text.code in codes:
        return NOTHING
    if codes:
        message = (
            f"A spreadsheet turned a code into this number. It may have been {', '.join(codes)}."
            " A narrow column may also have rounded it."
        )
    elif digits := exact_digits(text.code):
        message = f"This is a number in scientific notation. Written out it is {digits}."
    elif is_lost(text.code):
        message = "A spreadsheet turned a text into this number. The original is lost for good."
    else:
        return NOTHING
    return _all(context, message)


@rule(AMONG_READINGS, "More than one kind fits", "12345", severity="note")
def ambiguous(context: Context) -> Hits:
    """The same characters are right for several kinds of code, and nothing in the text decides.

    The column or the form it came from does.
    """
    text, code = context.text, context.code
    if code is None:
        return NOTHING
    likeliest = rank(text, code)
    tied = [
        reading.scheme
        for reading in context.readings.asked
        if reading.well_formed and rank(text, reading) == likeliest
    ]
    if len(tied) < _SEVERAL:
        return NOTHING
    kinds = _named(tied, "and")
    return _code(context, f"The text fits {kinds}. Nothing in it says which. Its source does.")
