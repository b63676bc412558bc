"""Dates in words, as far as each is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMS = {4: "{0:%Y}", 7: "{0:%B} {0:%Y}", 10: "{0.day} {0:%B} {0:%Y}"}
"""How a date is written, by the length of what is known of it."""
IN_YEAR = {4: "", 7: "{0:%b}", 10: "{0.day} {0:%b}"}
"""The same beside its year, where there is little room."""


def in_words(day: str, forms: Mapping[int, str] = FORMS) -> str:
    """Write a date as far as it is known.

    Args:
        day: A year, a month or a day, e.g. `2016-02`.
        forms: How to write it, `FORMS` or `IN_YEAR`.

    Returns:
        The date in words.

    Example:
        >>> [in_words(day) for day in ("1954", "2016-02", "2022-04-04")]
        ['1954', 'February 2016', '4 April 2022']
        >>> [in_words(day, IN_YEAR) for day in ("1954", "2016-02", "2022-04-04")]
        ['', 'Feb', '4 Apr']
    """
    return forms[len(day)].format(date.fromisoformat(day + "0000-01-01"[len(day) :]))
