"""Dates in words, as far as each is known."""

from __future__ import annotations

from datetime import date

FORMS = {4: "{0:%Y}", 7: "{0:%B} {0:%Y}", 10: "{0.day} {0:%B} {0:%Y}"}
"""How a date is written, by the length of what is known of it."""


def in_words(day: str) -> str:
    """Write a date as far as it is known.

    Args:
        day: A year, a month or a day, e.g. `2016-02`.

    Returns:
        The date in words.

    Example:
        >>> [in_words(day) for day in ("1954", "2016-02", "2022-04-04")]
        ['1954', 'February 2016', '4 April 2022']
    """
    return FORMS[len(day)].format(date.fromisoformat(day + "0000-01-01"[len(day) :]))
