"""What spreadsheets do to codes: zeros lost, decimals added, an E read as a power, DEC as a month.

Each function gives the codes that may have been meant, as in `cagecore.suggestions.slips`. How
spreadsheets write numbers is in `cagecore.text.numbers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cagecore.report import Suggestion
from cagecore.schemes import MAIN, SCHEMES
from cagecore.text.numbers import SCIENTIFIC, plain_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cagecore.suggestions.sought import Sought
    from cagecore.text import Text

_NUMBERS: Final = {
    **dict.fromkeys(range(2, 6), "cage"),
    **dict.fromkeys(range(7, 10), "duns"),
}
"""What a number of so many digits may have been before a spreadsheet took zeros off its front."""
_NUMBER_SCHEMES: Final = frozenset(_NUMBERS.values())
_SHORTENED: Final = frozenset(
    length for length, scheme in _NUMBERS.items() if length < SCHEMES[scheme].lengths[0]
)
"""Lengths of a code that lost zeros or became a number."""
_THOUSAND: Final = 3
"""Digits between two spaces or dots that separate the thousands of a number, as in 4 042."""
_SHOWN: Final = "A spreadsheet adds decimals or separators."
_WIDTH: Final = 4
"""Digits of a code of digits, E and digits: five characters without the E."""
_ZEROS: Final = "000"
"""A plain number with fewer zeros at its end is more often just that number."""
_is_day: Final = re.compile("[0-9]{1,2}").fullmatch
_LAST_DAY: Final = {
    **dict.fromkeys(("JAN", "MAR", "MAY", "JUL", "AUG", "OCT", "DEC"), 31),
    **dict.fromkeys(("APR", "JUN", "SEP", "NOV"), 30),
    "FEB": 29,
}


def lost_zeros(sought: Sought) -> Iterator[Suggestion]:
    """A spreadsheet reads a code of digits as a number: leading zeros go, decimals may come.

    Example:
        >>> from cagecore import check
        >>> check("4042", expect="cage").suggestions[0].code
        '04042'
    """
    digits = plain_digits(sought.text.code)
    if digits is None or not digits.strip("0") or not _is_one_number(sought.text):
        return
    # A field that is for one kind of number decides; otherwise the number of digits does.
    numbers = [target for target in sought.targets if target in _NUMBER_SCHEMES]
    target = numbers[0] if len(numbers) == 1 else _NUMBERS.get(len(digits))
    if target not in numbers:
        return
    lengths = SCHEMES[target].lengths
    if len(digits) < lengths[0]:
        code = digits.zfill(lengths[0])
        yield Suggestion(code, target, "A spreadsheet drops leading zeros.")
    elif len(digits) in lengths:
        yield Suggestion(digits, target, _SHOWN)


def decimals(sought: Sought) -> Iterator[Suggestion]:
    """A number that is no code of ours but what the field is for, as a spreadsheet shows it.

    Example:
        >>> from cagecore import check
        >>> check("541330.0", expect="naics").suggestions[0].code
        '541330'
    """
    digits = plain_digits(sought.text.code)
    if digits is not None and digits != sought.text.code:
        for target in sought.targets:
            if target not in MAIN:
                yield Suggestion(digits, target, _SHOWN)


def power(sought: Sought) -> Iterator[Suggestion]:
    """A code of digits, an E and digits is read as a number with a power of ten.

    In a field for UEIs a number in scientific notation is a code in the wrong field; in others,
    some other number.

    Example:
        >>> from cagecore import check
        >>> [one.code for one in check("7.6E+06", expect="cage").suggestions]
        ['76E05', '076E5', '760E4']
    """
    text, targets = sought.text, sought.targets
    if {"cage", "ncage"}.isdisjoint(targets) and not ("uei" in targets and text.is_number):
        return
    if _is_one_number(text) and (number := as_power(text.code)):
        for code in originals(*number):
            reason = "A spreadsheet read it as a number in scientific notation."
            yield Suggestion(code, "cage", reason)


def converted(sought: Sought, *, meant: bool) -> Iterator[Suggestion]:
    """The codes of which a spreadsheet may have made what is a well formed code, too.

    Example:
        >>> from cagecore import check
        >>> [one.code for one in check("541000").suggestions]
        ['541E3']
    """
    text = sought.text
    shortened = len(text.code) in _SHORTENED and not meant
    if not text.code.isdecimal():
        if shortened and text.is_number:  # Only in one piece: 7 E10 is no number.
            yield from power(sought)
        return
    if shortened:
        yield from lost_zeros(sought)
    if text.code.endswith(_ZEROS) and "cage" in sought.targets:
        yield from power(sought)


def day(sought: Sought) -> Iterator[Suggestion]:
    """A code of a month and a day is read as a date.

    Example:
        >>> from cagecore import check
        >>> check("10-Dec", expect="ncage").suggestions[0].code
        'DEC10'
    """
    if "ncage" in sought.targets and (code := before_date(sought.text.groups)):
        yield Suggestion(code, "ncage", "A spreadsheet read it as a date.")


def _is_one_number(text: Text) -> bool:
    """Whether a text is in one piece, or only its thousands are separated."""
    if len(text.groups) <= 1:
        return True
    first, *others = text.sizes
    separated = text.is_spaced or "." in text.raw
    return separated and first <= _THOUSAND and set(others) == {_THOUSAND}


def before_date(groups: Sequence[str]) -> str | None:
    """Give the code that a spreadsheet takes for a day of the year and shows as one.

    Example:
        >>> before_date(["10", "DEC"]), before_date(["10", "ABC"])
        ('DEC10', None)
    """
    if len(groups) != 2 or groups[1] not in _LAST_DAY or not _is_day(groups[0]):  # noqa: PLR2004 - a day and a month
        return None
    day, month = int(groups[0]), groups[1]
    return f"{month}{day:02}" if 1 <= day <= _LAST_DAY[month] else None


def as_power(text: str) -> tuple[str, int] | None:
    """Take a number apart into its digits and a power of ten.

    Example:
        >>> as_power("7.6E+06"), as_power("12000")
        (('76', 5), ('12', 3))
    """
    decimal = text.isdecimal()
    found = None if decimal else SCIENTIFIC.fullmatch(text)
    if found:
        digits, exponent = found[1] + (found[2] or ""), int(found[3]) - len(found[2] or "")
    else:
        digits, exponent = text if decimal else plain_digits(text) or "", 0
        if not digits.endswith(_ZEROS):
            return None
    significant = digits.rstrip("0")
    if not significant:
        return None
    return significant.lstrip("0"), exponent + len(digits) - len(significant)


def originals(digits: str, exponent: int) -> list[str]:
    """List every code of digits, E and digits that reads as the same number.

    Example:
        >>> originals("76", 5)
        ['76E05', '076E5', '760E4']
        >>> originals("44", 73)
        ['44E73']
        >>> originals("123457", 6)
        []
    """
    return [
        f"{(digits + '0' * zeros).zfill(width)}E{str(exponent - zeros).zfill(_WIDTH - width)}"
        for width in range(len(digits), _WIDTH)
        for zeros in range(width - len(digits) + 1)
        if 0 <= exponent - zeros < 10 ** (_WIDTH - width)
    ]
