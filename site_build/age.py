"""How old a fact is on the day that the site is built for."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

from site_build.wheel import EPOCH

DECEMBER = 12
YEAR = 365


def today() -> date:
    """Give the day that the build takes for today, the same on every machine.

    Returns:
        The day of `SOURCE_DATE_EPOCH`; without it, the day that every file of a build bears.

    Raises:
        ValueError: When `SOURCE_DATE_EPOCH` is no number.
    """
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH))
    return datetime.fromtimestamp(seconds, UTC).date()


def is_old(as_of: str, today: date) -> bool:
    """Tell whether something was last confirmed more than a year ago.

    A date that names only a month or a year counts as its last day: so nothing is called old that
    may not be.

    Args:
        as_of: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
        today: The day to compare with.

    Returns:
        Whether more than 365 days have passed since.

    Raises:
        ValueError: When `as_of` is no such date.

    Example:
        >>> is_old("2022", date(2026, 1, 1)), is_old("2025-01", date(2026, 1, 1))
        (True, False)
    """
    return _last_day(as_of) + timedelta(days=YEAR) < today


def _last_day(as_of: str) -> date:
    year, *rest = (int(part) for part in as_of.split("-"))
    month, *day = rest or [DECEMBER]
    if day:
        return date(year, month, *day)
    # The last day is the one before the next month's first.
    following = date(year, month, 1) + timedelta(days=31)
    return following.replace(day=1) - timedelta(days=1)
