"""What says by itself that it has grown old.

Facts carry the day for which they hold. A year later a note beside them is shown: by the page when
it is read (age.js), and on the day of the build already to whoever has no script.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

from site_build.markup import tag
from site_build.site import EPOCH

DECEMBER = 12
YEAR = timedelta(days=365)


def note(as_of: str, words: str) -> str:
    """Write a note that is shown from the day on which a date is more than a year ago.

    Args:
        as_of: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
        words: The note.

    Returns:
        An element; hidden where its day had not come when the site was built.

    Raises:
        ValueError: When `as_of` is no such date, or `SOURCE_DATE_EPOCH` no number.
    """
    since = old_from(as_of)
    waits = None if since <= today() else ""
    # The space belongs to the note: before its day nothing of it is seen.
    shown = " " + tag("small", words, class_="cc-old")
    # The search shows what a page says today, and before its day this says nothing.
    return tag("span", shown, data_old_from=since.isoformat(), hidden=waits, data_search_exclude="")


def today() -> date:
    """Give the day that the build takes for today, the same on every machine.

    Returns:
        The day of `SOURCE_DATE_EPOCH`; without it, the day that every file of a build bears.

    Raises:
        ValueError: When `SOURCE_DATE_EPOCH` is no number.
    """
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH))
    return datetime.fromtimestamp(seconds, UTC).date()


def old_from(as_of: str) -> date:
    """Give the first day on which a date is more than a year ago.

    A date that names only a month or a year counts as its last day: so nothing is called old that
    may not be.

    Args:
        as_of: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

    Returns:
        The day after 365 days.

    Raises:
        ValueError: When `as_of` is no such date.

    Example:
        >>> old_from("2025-01-01"), old_from("2025")
        (datetime.date(2026, 1, 2), datetime.date(2027, 1, 1))
    """
    return _last_day(as_of) + YEAR + timedelta(days=1)


def _last_day(as_of: str) -> date:
    """Give the last day that a date may mean."""
    year, *rest = (int(part) for part in as_of.split("-"))
    month, *day = rest or [DECEMBER]
    if day:
        return date(year, month, *day)
    # The last day is the one before the next month's first.
    following = date(year, month, 1) + timedelta(days=31)
    return following.replace(day=1) - timedelta(days=1)
