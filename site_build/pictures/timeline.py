"""The time line at a glance: a dot for each event, year by year and subject by subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.facts import read_csv
from site_build.markup import tag, text
from site_build.pictures.frame import both, element, figure, svg
from site_build.pictures.lettering import LINE, block, lines
from site_build.prose.dates import in_words
from site_build.prose.ratings import RATINGS

if TYPE_CHECKING:
    from site_build.pages.page import Page

SUBJECTS: Final = {
    "codes": "CAGE, NCAGE",
    "uei": "UEI, DUNS",
    "rules": "Rules",
    "systems": "Sites",
    "others": "Other codes",
}
"""The columns, by what the table calls them."""
AXIS: Final = 50
"""Where the columns begin, from the left."""
HEAD: Final = 2 * LINE + 10
"""Height of the names of the columns."""
ROW: Final = 19
BREAK: Final = 9
"""Room for a gap of several years."""
FAR: Final = 3
"""After so many years without an event there is a gap."""
STEP: Final = 9
"""From dot to dot of one year, where there is room."""
RADIUS: Final = 3
DOTS: Final = {"high": "sure", "medium": "likely", "low": "doubtful"}


def timeline(_: Page) -> str:
    """Draw the time line. The table of all events on its page says the same in words.

    Returns:
        A figure.
    """
    rows = sorted(read_csv("timeline.csv"), key=lambda row: row["date"])
    first, last = (rows[place]["date"][:4] for place in (0, -1))
    title = f"From {first} to {last}, {len(rows)} events"
    description = (
        "A column for each subject and a line for each year, the earliest at the top, with a dot "
        "for each event."
    )
    drawings = both(
        "timeline",
        lambda name, width: svg(
            name, (width, _height(rows)), title, description, _drawn(rows, width)
        ),
    )
    caption = (
        f"{tag('strong', text(title))}. A full dot: {RATINGS['high']}. "
        f"A ring: {RATINGS['medium']}. A square: {RATINGS['low']}. "
        f"In words, with sources: {tag('a', 'every event', href='#events')}."
    )
    return figure("timeline", drawings, "", caption)


def _tops(rows: list[dict[str, str]]) -> dict[str, int]:
    """Give the height at which each year is written."""
    tops: dict[str, int] = {}
    top, before = HEAD, 0
    for row in rows:
        year = row["date"][:4]
        if year not in tops:
            top += BREAK if before and int(year) - before > FAR else 0
            tops[year] = top
            top, before = top + ROW, int(year)
    return tops


def _height(rows: list[dict[str, str]]) -> int:
    """Give the height of the drawing."""
    return max(_tops(rows).values()) + ROW


def _drawn(rows: list[dict[str, str]], width: int) -> str:
    """Draw the columns, the years and the dots."""
    column = (width - AXIS) / len(SUBJECTS)
    starts = {subject: AXIS + place * column for place, subject in enumerate(SUBJECTS)}
    height = _height(rows)
    drawn = ""
    for subject, name in SUBJECTS.items():
        x = starts[subject]
        drawn += element("path", d=f"M{x:g} {HEAD - 4}V{height}", class_="cc-time__axis")
        named = lines(name, column - 6)
        drawn += block(named, x + 6, HEAD - 10 - (len(named) - 1) * LINE, "cc-time__head")
    for year, top in _tops(rows).items():
        drawn += block([year], AXIS - 12, top + 13, "cc-time__year")
    cells: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        cells.setdefault((row["date"][:4], row["subject"]), []).append(row)
    step = min(STEP, (column - STEP) / max(map(len, cells.values())))
    for (year, subject), found in cells.items():
        y = _tops(rows)[year] + 9
        for place, row in enumerate(found):
            drawn += _dot(row, starts[subject] + STEP + place * step, y)
    return drawn


def _dot(row: dict[str, str], x: float, y: float) -> str:
    """Draw one event, which says what it is under the pointer."""
    mark = DOTS[row["confidence"]]
    shape = (
        element("rect", x=x - RADIUS, y=y - RADIUS, width=2 * RADIUS, height=2 * RADIUS)
        if mark == "doubtful"
        else element("circle", cx=x, cy=y, r=RADIUS)
    )
    said = tag("title", text(f"{in_words(row['date'])}: {row['event']}"))
    return tag("g", said + shape, class_=f"cc-time cc-time--{mark}")
