"""Numbers that a spreadsheet made of codes, and the codes that they can have been.

A code such as 76E05 reads as a number in scientific notation. Spreadsheets turn it into 7600000
or 7.6E+06 when a file is opened, and save that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

# At most twenty digits each: longer ones cannot come from five characters.
_SCIENTIFIC: Final = re.compile(r"([0-9]{1,20})(?:[.,]([0-9]{1,20}))?E\+?([0-9]{1,20})")
_OVERFLOW: Final = frozenset({"INF", "INFINITY"})
_DECIMALS: Final = re.compile(r"([0-9]{1,40})[.,]0{1,20}")
_THOUSANDS: Final = re.compile(
    r"([0-9]{1,3}([,. '\u2019])[0-9]{3}(?:\2[0-9]{3}){0,3})(?:(?!\2)[.,]0{1,20})?"
)
DECIMAL: Final = "(?:[0-9]+[.](?:[0-9]{1,3}|0+)|[0-9]{1,3}(?: [0-9]{3})+[.][0-9]{1,2})"
"""A decimal number, as a pattern. Behind a dot more digits are rather a group, as in 12.3456789."""
_is_decimal: Final = re.compile(DECIMAL).fullmatch
_GROUPED_BY_DOT: Final = re.compile("([0-9]{2,20})[.](?!0+\\Z)([0-9]{2,20})")
_MOST_DIGITS: Final = 9
"""No code of digits alone is longer."""
_ROUNDED: Final = 5
"""Decimals that a spreadsheet shows of its own accord; it has rounded to them."""
_FORMULA: Final = re.compile(r'TEXT\(([0-9]{1,9})[,;] ?"(0{1,9})')
_DAY: Final = re.compile("[0-9]{1,2}")
_LAST_DAY: Final = {
    **dict.fromkeys(("JAN", "MAR", "MAY", "JUL", "AUG", "OCT", "DEC"), 31),
    **dict.fromkeys(("APR", "JUN", "SEP", "NOV"), 30),
    "FEB": 29,
}
WIDTH: Final = 4
"""Digits of such a code: five characters without the E."""
ZEROS: Final = "000"
"""A plain number with fewer zeros at its end is more often just that number."""


def is_scientific(text: str) -> bool:
    """Whether a text is a number in scientific notation, or one that overflowed.

    Args:
        text: Clean text.

    Returns:
        Whether it is.

    Example:
        >>> is_scientific("7.6E+06"), is_scientific("76E05X")
        (True, False)
    """
    return text in _OVERFLOW or _SCIENTIFIC.fullmatch(text) is not None


def is_lost(text: str) -> bool:
    """Whether a spreadsheet wrote a number in scientific notation, without all of its digits.

    Args:
        text: Clean text in scientific notation.

    Returns:
        Whether it did. It writes a sign or decimals; without them a serial number was typed.

    Example:
        >>> is_lost("1.23457E+11"), is_lost("22E12345"), is_lost("5.4133E+05")
        (True, False, False)
    """
    return text in _OVERFLOW or (not text.isalnum() and exact_digits(text) is None)


def exact_digits(text: str) -> str | None:
    """Give the digits of a number in scientific notation, if none can have been rounded away.

    Args:
        text: Clean text.

    Returns:
        The digits; `None` where some may be missing, and of nothing but zeros.

    Example:
        >>> exact_digits("7.025151982621E+12"), exact_digits("1.2345E+11")
        ('7025151982621', None)
    """
    found, digits = _SCIENTIFIC.fullmatch(text), plain_digits(text)
    if found is None or digits is None or not digits.strip("0"):
        return None
    exact = len(digits) <= _ROUNDED + 1 or len(found[2] or "") > _ROUNDED
    return digits if exact else None


def is_decimal(text: str) -> bool:
    """Whether a text is a decimal number, such as a price.

    Args:
        text: Clean text.

    Returns:
        Whether it is.

    Example:
        >>> is_decimal("249.99"), is_decimal("12.345.6789"), is_decimal("1AB.C5")
        (True, False, False)
    """
    return _is_decimal(text) is not None


def without_dot(text: str) -> str | None:
    """Give the digits of a decimal number in which the dot may only have parted two groups.

    Args:
        text: Clean text.

    Returns:
        The digits joined; `None` beside a single digit, and where the decimals are all zero.

    Example:
        >>> without_dot("249.99"), without_dot("4.042"), without_dot("27340.00")
        ('24999', None, None)
    """
    found = _GROUPED_BY_DOT.fullmatch(text)
    return found[1] + found[2] if found else None


def plain_digits(text: str) -> str | None:
    """Give the digits of a whole number, without what a spreadsheet added to show it.

    Args:
        text: Clean text.

    Returns:
        The digits, or `None` if the text is no such number.

    Example:
        >>> plain_digits("4042.0")
        '4042'
        >>> plain_digits("27'340"), plain_digits("4 042,00")
        ('27340', '4042')
        >>> plain_digits("1.23456789E+08"), plain_digits("2.734E+04")
        ('123456789', '27340')
    """
    if text.isascii() and text.isdecimal():
        return text
    if found := _DECIMALS.fullmatch(text):
        return found[1]
    if found := _THOUSANDS.fullmatch(text):
        return found[1].replace(found[2], "")
    found = _SCIENTIFIC.fullmatch(text)
    if found is None:
        return None
    decimals = (found[2] or "").rstrip("0")
    zeros = int(found[3]) - len(decimals)
    if not 0 <= zeros < _MOST_DIGITS or (zeros and len(found[2] or "") == _ROUNDED):
        return None
    return found[1] + decimals + "0" * zeros


def by_formula(text: str) -> str | None:
    """Give the digits that a spreadsheet's formula writes with zeros in front.

    Args:
        text: Clean text.

    Returns:
        What the formula gives; `None` if the text is none.

    Example:
        >>> by_formula('TEXT(4042,"00000'), by_formula("4042")
        ('04042', None)
    """
    found = _FORMULA.fullmatch(text)
    return found[1].zfill(len(found[2])) if found else None


def before_date(groups: Sequence[str]) -> str | None:
    """Give the code that a spreadsheet takes for a day of the year and shows as one.

    Args:
        groups: The groups of a text, clean.

    Returns:
        Month and day; `None` if the groups are not a day and a month.

    Example:
        >>> before_date(["10", "DEC"]), before_date(["10", "ABC"])
        ('DEC10', None)
    """
    if len(groups) != 2 or groups[1] not in _LAST_DAY or not _DAY.fullmatch(groups[0]):  # noqa: PLR2004 - a day and a month
        return None
    day, month = int(groups[0]), groups[1]
    return f"{month}{day:02}" if 1 <= day <= _LAST_DAY[month] else None


def as_power(text: str) -> tuple[str, int] | None:
    """Take a number apart into its digits and a power of ten.

    Args:
        text: Clean text: scientific notation, or a whole number that ends in `ZEROS`.

    Returns:
        The digits without zeros around them, and the exponent; `None` if the text is no such
        number.

    Example:
        >>> as_power("7.6E+06"), as_power("12000")
        (('76', 5), ('12', 3))
    """
    decimal = text.isdecimal()
    found = None if decimal else _SCIENTIFIC.fullmatch(text)
    if found:
        digits, exponent = found[1] + (found[2] or ""), int(found[3]) - len(found[2] or "")
    else:
        digits, exponent = text if decimal else plain_digits(text) or "", 0
        if not digits.endswith(ZEROS):
            return None
    significant = digits.rstrip("0")
    if not significant:
        return None
    return significant.lstrip("0"), exponent + len(digits) - len(significant)


def originals(digits: str, exponent: int) -> list[str]:
    """List every code of digits, E and digits that reads as the same number.

    Args:
        digits: The number's digits, without zeros around them.
        exponent: The power of ten that they are multiplied with.

    Returns:
        Codes of five characters; none when the original is lost.

    Example:
        >>> originals("76", 5)
        ['76E05', '076E5', '760E4']
        >>> originals("44", 73)
        ['44E73']
        >>> originals("123457", 6)
        []
    """
    return [
        f"{(digits + '0' * zeros).zfill(width)}E{str(exponent - zeros).zfill(WIDTH - width)}"
        for width in range(len(digits), WIDTH)
        for zeros in range(width - len(digits) + 1)
        if 0 <= exponent - zeros < 10 ** (WIDTH - width)
    ]
