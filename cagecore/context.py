"""Rules about a text among its readings: the field it stands in, and what nothing in it decides."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from cagecore.damage import exact_digits, is_lost
from cagecore.grouping import PIID_OFFICE, has_spaces, is_number_made, may_be_words
from cagecore.schemes import SCHEMES, lookalikes
from cagecore.textrules import finding, text_rule
from cagecore.words import MOST_CODES, code_words, groups_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cagecore.report import Finding, Reading, Suggestion
    from cagecore.text import Text


_RANGE: Final = (2, 2)
_HIDING: Final = frozenset("*\u2022")
_WORDY: Final = {"ncage", "duns"}
"""Kinds whose shape a word and a number have by chance; of DUNS numbers it is that of DUNS+4."""
_ROW: Final = 4
"""Signs in a row that hide what they stand for; fewer behind a code are a footnote's."""


@cache
def _named(schemes: tuple[str, ...], conjunction: str) -> str:
    """Write a list of schemes with their articles: "a CAGE code, a ZIP code and a NAICS code"."""
    names = [f"{SCHEMES[scheme].article} {SCHEMES[scheme].name}" for scheme in schemes]
    head = ", ".join(names[:-1])
    return f"{head} {conjunction} {names[-1]}" if head else names[-1]


@text_rule("Several codes in one field", "1ABC5, 2ABC6", "error", prefix="")
def several_codes(text: Text) -> tuple[Finding, ...]:
    """One field holds one code. Split the text, or check it as a list."""
    words = code_words(text)
    if len(words) < 2:  # noqa: PLR2004 - several
        return ()
    codes = ", ".join(words)
    more = ", and perhaps more" if len(words) == MOST_CODES else ""
    # A number may be anything, such as a ZIP code behind a code.
    sure = sum(not code.isdecimal() for code in words) > 1
    message = (
        f"There {'is' if sure else 'may be'} more than one code in this text: {codes}{more}."
        " Check them one by one."
    )
    return (finding("several-codes", message, 0, len(text.raw)),)


@text_rule("A number made by a spreadsheet", "7.6E+06", "error", prefix="")
def scientific_notation(text: Text, suggestions: Sequence[Suggestion]) -> tuple[Finding, ...]:
    """A spreadsheet reads a code such as 76E05 as a number and saves 7.6E+06 instead.

    Several codes can become the same number; others are lost for good. Go back to the source and
    keep the column as text.
    """
    codes = [suggestion.code for suggestion in suggestions]
    if not is_number_made(text) or text.code in codes:
        return ()
    if codes:
        message = (
            f"A spreadsheet turned this code into a number, which may have been {', '.join(codes)}."
            " A narrow column may have rounded it, too."
        )
    elif digits := exact_digits(text.code):
        message = f"This is a number in scientific notation. Written out it is {digits}."
    elif is_lost(text.code):
        message = "A spreadsheet turned this text into a number, and the original is lost for good."
    else:
        return ()
    return (finding("scientific-notation", message, 0, len(text.raw)),)


@text_rule("No known kind of code", "HELLO WORLD", "error", prefix="")
def unrecognised(text: Text, suggestions: Sequence[Suggestion]) -> tuple[Finding, ...]:
    """The text has not the shape of any identifier that is known here.

    A code among other words is named, and what a damaged text may have been.
    """
    if inside := code_words(text):
        return _more_than(text, next(iter(inside)))
    if suggestions:
        codes = " or ".join(dict.fromkeys(suggestion.code for suggestion in suggestions))
        message = f"As it stands this is no code that is known here. It may have been {codes}."
    else:
        message = "This does not look like any identifier that is known here."
    return (finding("unrecognised", message, 0, len(text.raw)),)


def _more_than(text: Text, code: str) -> tuple[Finding, ...]:
    message = f"There is more here than a code. {code} in it has the shape of one."
    return (finding("unrecognised", message, 0, len(text.raw)),)


def among_words(text: Text, asked: Sequence[Reading]) -> tuple[Finding, ...]:
    """Name the one code that stands among other words, also where a field or a label asks for one.

    Args:
        text: The text, read.
        asked: Its readings as what was asked for; none is well formed.

    Returns:
        The finding of `unrecognised`. None where the whole may be the code that was asked for and
        what stands in it is another, or where a sign was refused.

    Example:
        >>> from cagecore import check
        >>> check("1ABC5 (active)", expect="cage").findings[0].rule
        'unrecognised'
    """
    inside = code_words(text)
    # A sign that was refused is the nearer trouble.
    if len(inside) != 1 or any(found.severity == "error" for found in text.findings):
        return ()
    ((code, kind),) = inside.items()
    if all(reading.scheme != kind for reading in asked) and any(
        len(text.code) in SCHEMES[reading.scheme].near_lengths for reading in asked
    ):
        return ()
    return _more_than(text, code)


@text_rule("Perhaps a private number", "123-45-6789", "warning", prefix="")
def private_number(text: Text, best: Reading) -> tuple[Finding, ...]:
    """A label or groups of three, two and four are those of a Social Security number.

    It is private, whatever the field is for. Do not send it or put it in a vendor file.
    """
    ssn = SCHEMES["ssn"]
    if best.scheme == ssn.id or not ssn.matches(text.code):
        return ()
    if text.label != ssn.id and not ssn.is_laid_out(text):
        return ()
    message = "This is written like a Social Security number. If it is one, do not share it."
    return (finding("private-number", message, *text.span(0, len(text.code))),)


@text_rule("A code of another kind", "541330", "error", prefix="")
def wrong_field(
    text: Text, expected: Sequence[str], others: Sequence[Reading]
) -> tuple[Finding, ...]:
    """The field is for one kind of code and the text has the shape of another.

    This applies only when the field, or a label beside the code, says what it is for.
    """
    if not others:
        return ()
    shape = _named(tuple(reading.scheme for reading in others), "or")
    says = (
        f"The label is that of {_named((text.label,), 'or')}"
        if text.label and tuple(expected) == (text.label,)
        else f"The field is for {_named(tuple(expected), 'or')}"
    )
    message = f"{says}, and the text has the shape of {shape}."
    return (finding("wrong-field", message, *text.span(0, len(text.code))),)


@text_rule("The label names another kind", "UEI: 1ABC5", "warning", prefix="")
def label_mismatch(text: Text, best: Reading) -> tuple[Finding, ...]:
    """The label beside the code names one kind, and the code has the shape of another.

    Firms in the United States often print their CAGE code under “NCAGE”, which does no harm.
    """
    if text.label is None or text.label == best.scheme:
        return ()
    label, shape = _named((text.label,), "and"), _named((best.scheme,), "and")
    message = f"The label is that of {label}; the code has the shape of {shape}."
    return (finding("label-mismatch", message, *text.span(0, len(text.code))),)


@text_rule("Perhaps a masked number", "*****49885", "warning", prefix="")
def perhaps_masked(text: Text) -> tuple[Finding, ...]:
    """A row of asterisks on one side may hide the rest of a longer number.

    What is left of it can have the shape of a code by chance. On both sides they are only wrapping.
    """
    start, end = text.span(0, len(text.code))
    before, after = text.raw[max(0, start - _ROW) : start], text.raw[end : end + _ROW]
    if _hides(before) == _hides(after) or {before[-1:], after[:1]} <= _HIDING:
        return ()
    message = "A row of asterisks or dots may hide the rest: this may be only a part of a number."
    return (finding("perhaps-masked", message, start, end),)


def _hides(signs: str) -> bool:
    return len(signs) == _ROW and set(signs) <= _HIDING


@text_rule("Perhaps a part number", "M55342/06B10E0R", "warning", prefix="")
def perhaps_part_number(text: Text, best: Reading) -> tuple[Finding, ...]:
    """Part numbers and addresses can have the shape of a contract number by chance.

    Contract numbers are not typed with slashes, and where spaces part one, its office is seldom a
    word.
    """
    if best.scheme != "piid":
        return ()
    start, end = text.span(0, len(best.code))
    wordy = has_spaces(text) and best.code[:PIID_OFFICE].isalpha()
    if not wordy and "/" not in text.raw[start:end]:
        return ()
    message = "This may be a part number or a phrase: contract numbers are written otherwise."
    return (finding("perhaps-part-number", message, start, end),)


@text_rule("Perhaps a range of sectors", "NAICS 31-33", "warning", prefix="")
def sector_range(text: Text, best: Reading) -> tuple[Finding, ...]:
    """Some sectors of NAICS have several numbers and are written 31-33, 44-45 or 48-49."""
    if best.scheme != "naics" or text.groups != _RANGE:
        return ()
    first, last = groups_of(text)
    if first > last or any(map(lookalikes.naics_sector, (first, last))):
        return ()
    message = f"This may be a range of sectors, {first} to {last}, and not the code {best.code}."
    return (finding("sector-range", message, *text.span(0, len(text.code))),)


@text_rule("Perhaps words or a date", "12-Mar", "warning", prefix="")
def perhaps_words(text: Text, readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """A word and a number can have the shape of an NCAGE by chance: 12-Mar, Page 2, 100 EA.

    A DUNS number and a word of four letters have that of a DUNS+4: 804735132 Acme. Spreadsheets
    also turn codes into dates: DEC10 becomes 10-Dec.
    """
    if len(text.groups) == 1 or all(reading.scheme not in _WORDY for reading in readings):
        return ()
    if not may_be_words(text):
        return ()
    message = "A word and a number: this may be a date or a phrase, not a code."
    return (finding("perhaps-words", message, *text.span(0, len(text.code))),)


@text_rule("More than one kind fits", "12345", prefix="")
def ambiguous(tied: Sequence[Reading], start: int, end: int) -> tuple[Finding, ...]:
    """The same characters are right for several kinds of code, and nothing in the text decides.

    The column or the form it came from does.
    """
    if len(tied) < 2:  # noqa: PLR2004 - a tie takes two
        return ()
    return _tie(tuple([reading.scheme for reading in tied]), start, end)


@lru_cache(maxsize=256)
def _tie(schemes: tuple[str, ...], start: int, end: int) -> tuple[Finding, ...]:
    kinds = _named(schemes, "and")
    message = f"The text fits {kinds}. Nothing in it says which; its source does."
    return (finding("ambiguous", message, start, end),)
