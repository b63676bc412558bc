"""Numbers as spreadsheets write them, and their digits.

A code such as 76E05 reads as a number in scientific notation. Spreadsheets turn it into 7600000
or 7.6E+06 when a file is opened, and save that.
"""

from __future__ import annotations

import re
from typing import Final

# At most twenty digits each: longer ones cannot come from five characters.
SCIENTIFIC: Final = re.compile(r"([0-9]{1,20})(?:[.,]([0-9]{1,20}))?E\+?([0-9]{1,20})")
_OVERFLOW: Final = frozenset({"INF", "INFINITY"})
_DECIMALS: Final = re.compile(r"([0-9]{1,40})[.,]0{1,20}")
_THOUSANDS: Final = re.compile(
    r"([0-9]{1,3}([,. '\u2019])[0-9]{3}(?:\2[0-9]{3}){0,3})(?:(?!\2)[.,]0{1,20})?"
)
DECIMAL: Final = "(?:[0-9]+[.](?:[0-9]{1,3}|0+)|[0-9]{1,3}(?: [0-9]{3})+[.][0-9]{1,2})"
"""A decimal number, as a pattern. More digits after a dot are rather a group, as in 12.3456789."""
_is_decimal: Final = re.compile(DECIMAL).fullmatch
_GROUPED_BY_DOT: Final = re.compile("([0-9]{2,20})[.](?!0+\\Z)([0-9]{2,20})")
_MOST_ZEROS: Final = 9
"""Zeros that a number in scientific notation is written out with; no code needs more."""
_ROUNDED: Final = 5
"""Decimals that a spreadsheet shows by default; it has rounded to them."""
_FORMULA: Final = re.compile(r'TEXT\(([0-9]{1,9})[,;] ?"(0{1,9})')


def is_scientific(text: str) -> bool:
    """Whether a text is a number in scientific notation, or one that overflowed.

    Example:
        >>> is_scientific("7.6E+06"), is_scientific("76E05X")
        (True, False)
    """
    return text in _OVERFLOW or SCIENTIFIC.fullmatch(text) is not None


def is_lost(text: str) -> bool:
    """Whether a spreadsheet wrote a number in scientific notation, without all of its digits.

    Args:
        text: Clean text in scientific notation.

    Returns:
        Whether it did. It writes a plus sign or decimals; without them a serial number was typed.

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
    found, digits = SCIENTIFIC.fullmatch(text), plain_digits(text)
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
    """Give the digits of a decimal number whose dot may only have separated two groups.

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
    found = SCIENTIFIC.fullmatch(text)
    if found is None:
        return None
    decimals = (found[2] or "").rstrip("0")
    zeros = int(found[3]) - len(decimals)
    if not 0 <= zeros < _MOST_ZEROS or (zeros and len(found[2] or "") == _ROUNDED):
        return None
    return found[1] + decimals + "0" * zeros


def by_formula(text: str) -> str | None:
    """Give the digits to which a spreadsheet's formula gives leading zeros.

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
