"""What spreadsheets do to codes: zeros lost, decimals added, an E read as a power, DEC as a month.

Each function gives the codes that may have been meant, as in `cagecore.slips`. How spreadsheets
write numbers is in `cagecore.damage`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from cagecore.damage import WIDTH, as_power, before_date, originals, plain_digits
from cagecore.grouping import has_spaces, is_number_made
from cagecore.report import Suggestion, make_tuple
from cagecore.schemes import MAIN, SCHEMES
from cagecore.words import groups_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cagecore.slips import Candidate
    from cagecore.text import Text

_NUMBERS: Final = {
    **dict.fromkeys(range(2, 6), "cage"),
    **dict.fromkeys(range(7, 10), "duns"),
}
"""What a number of so many digits may have been before a spreadsheet took zeros in front of it."""
_NUMBER_SCHEMES: Final = frozenset(_NUMBERS.values())
SHORTENED: Final = frozenset(
    length for length, scheme in _NUMBERS.items() if length < SCHEMES[scheme].lengths[0]
)
"""Lengths of a code that lost zeros or became a number."""
_THOUSAND: Final = 3
"""Digits between two spaces or dots that part the thousands of a number, as in 4 042."""
_TOO_HIGH: Final = 10 ** (WIDTH - 1)
"""No power of ten is as high in a code that has a digit before its E."""
_SHOWN: Final = "Decimals or separators added, as spreadsheets do."


def lost_zeros(text: Text, targets: Sequence[str]) -> tuple[Suggestion, ...]:
    """A spreadsheet reads a code of digits as a number: zeros in front go, decimals may come.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant.

    Returns:
        The code with its zeros. It is well formed.

    Example:
        >>> from cagecore.text import read_text
        >>> lost_zeros(read_text("4042"), ["cage"])[0].code
        '04042'
    """
    digits = plain_digits(text.code)
    if digits is None or not digits.strip("0") or not _is_one_number(text):
        return ()
    target, lengths = _number(len(digits), tuple(targets))
    if target and len(digits) < lengths[0]:
        reason = "Leading zeros lost, as spreadsheets do."
        return (make_tuple(Suggestion, (digits.zfill(lengths[0]), target, reason)),)
    return (Suggestion(digits, target, _SHOWN),) if len(digits) in lengths else ()


@lru_cache(maxsize=256)
def _number(size: int, targets: tuple[str, ...]) -> tuple[str, tuple[int, ...]]:
    """What a number of so many digits may have been, and how many digits that can have.

    A field that is for one kind decides; otherwise the number of digits does.
    """
    numbers = [target for target in targets if target in _NUMBER_SCHEMES]
    target = numbers[0] if len(numbers) == 1 else _NUMBERS.get(size, "")
    return (target, SCHEMES[target].lengths) if target in numbers else ("", ())


def decimals(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A number that is no code of ours but what the field is for, as a spreadsheet shows it.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant.

    Yields:
        The digits, for each of the other schemes.

    Example:
        >>> from cagecore.text import read_text
        >>> next(decimals(read_text("541330.0"), ["naics"]))[0]
        '541330'
    """
    digits = plain_digits(text.code)
    if digits is not None and digits != text.code:
        for target in targets:
            if target not in MAIN:
                yield digits, target, _SHOWN


def power(text: Text, targets: Sequence[str]) -> tuple[Suggestion, ...]:
    """A code of digits, an E and digits is read as a number with a power of ten.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant. In a field for UEIs a number in scientific
            notation is a code in the wrong field; in others, some other number.

    Returns:
        Every code that reads as the number. All are well formed.

    Example:
        >>> from cagecore.text import read_text
        >>> [one.code for one in power(read_text("7.6E+06"), ["cage"])]
        ['76E05', '076E5', '760E4']
    """
    asked = "cage" in targets or "ncage" in targets or ("uei" in targets and is_number_made(text))
    number = as_power(text.code) if asked and _is_one_number(text) else None
    if number is None:
        return ()
    digits, exponent = number
    if len(digits) >= WIDTH or not 0 <= exponent < _TOO_HIGH:
        return ()
    return _read_as(len(digits), exponent).get(digits, ())


@cache
def _read_as(size: int, exponent: int) -> Mapping[str, tuple[Suggestion, ...]]:
    """By the digits, the codes that read as a number of so many digits and such a power.

    One number can have six, and to make them for each report would cost more than the rest of it.
    There are few numbers of a size, so all are worked out when the first is met.
    """
    reason = "Read as a number in scientific notation by a spreadsheet."
    numbers = (str(number) for number in range(10 ** (size - 1), 10**size) if number % 10)
    return {
        digits: tuple(Suggestion(code, "cage", reason) for code in originals(digits, exponent))
        for digits in numbers
    }


def _is_one_number(text: Text) -> bool:
    """Whether a text is in one piece, or only its thousands are parted."""
    if len(text.groups) <= 1:
        return True
    first, *others = text.groups
    parted = has_spaces(text) or "." in text.raw
    return parted and first <= _THOUSAND and set(others) == {_THOUSAND}


def day(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A code of a month and a day is read as a date.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant.

    Yields:
        The code.

    Example:
        >>> from cagecore.text import read_text
        >>> next(day(read_text("10-Dec"), ["ncage"]))[0]
        'DEC10'
    """
    if "ncage" in targets and (code := before_date(groups_of(text))):
        yield code, "ncage", "Read as a date by a spreadsheet."
