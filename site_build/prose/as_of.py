"""The date for which a page's facts hold, in the words that it is cited with."""

from __future__ import annotations

import re
from typing import Any

from cagecore.facts.sources import sources
from site_build.markup import tag
from site_build.prose import age

LIST = "list-of-sources"
"""The anchor of a page's list of sources, which the line below its title leads to."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{4}})\b")
OWN = re.compile(rf"^As of ({'|'.join(MONTHS)}) (\d{{4}})\.\n*", re.MULTILINE)
"""A page's own line; it is shown below the title."""
SHOWN = re.compile(rf'"cc-checked"[^>]*>Checked ({"|".join(MONTHS)}) (\d{{4}})\b')
TITLE = re.compile(r"^# .*\n", re.MULTILINE)


def as_of(meta: dict[str, Any], markdown: str) -> str:
    r"""Find the date of a page.

    The clock of the build is not asked: it is set to a date before the facts, so that two builds
    are the same.

    Args:
        meta: The page's front matter; `as_of` in it comes first.
        markdown: The page, whose own line “As of …” comes next, moved or not.

    Returns:
        A date in words; for a page without one, that of the newest source.

    Example:
        >>> as_of({}, "# UEI\n\nAs of October 2026.")
        'October 2026'
    """
    if "as_of" in meta:
        return str(meta["as_of"])
    own = OWN.search(markdown) or SHOWN.search(markdown)
    return f"{own[1]} {own[2]}" if own else newest_source()


def below_title(markdown: str, count: int) -> str:
    r"""Move a page's own line “As of …” below its title, and count its sources there.

    Args:
        markdown: The page.
        count: How many sources its list has.

    Returns:
        The page; one without such a line is left as it is.

    Example:
        >>> print(below_title("# UEI\n\nText.\n\nAs of October 2026.\n", 0).split("<")[0].strip())
        # UEI
    """
    own = OWN.search(markdown)
    if own is None:
        return markdown
    date = f"{own[1]} {own[2]}"
    words = f"Checked {date}{long_ago(date)}"
    if count:
        noun = "source" if count == 1 else "sources"
        words += f" · {tag('a', f'{count} {noun}', href=f'#{LIST}')}"
    line = tag("p", words, class_="cc-checked", data_search_exclude="")
    return TITLE.sub(lambda title: f"{title[0]}\n{line}\n", OWN.sub("", markdown), count=1)


def long_ago(words: str) -> str:
    """Write the note that a date is shown with once it is more than a year ago.

    Args:
        words: The date, as `as_of` gives it.

    Returns:
        HTML to follow right after it.

    Raises:
        ValueError: When the text names no month.
    """
    month, year = newest(words).split()
    return age.note(f"{year}-{MONTHS.index(month) + 1:02}", "more than a year ago")


def newest_source() -> str:
    """Give the latest month that the table of sources names.

    Returns:
        Month and year.
    """
    return newest(" ".join(source.dated for source in sources().values()))


def newest(words: str) -> str:
    """Find the latest month in a text.

    Args:
        words: The text.

    Returns:
        Month and year.

    Raises:
        ValueError: When the text names none.

    Example:
        >>> newest("tables of January 2020, read 30 March 2026; 2027 edition open")
        'March 2026'
    """
    found = max((int(year), MONTHS.index(month)) for month, year in MONTH.findall(words))
    return f"{MONTHS[found[1]]} {found[0]}"
