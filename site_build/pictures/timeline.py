"""The time line: every dated event, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import read_csv
from site_build.markup import tag, text
from site_build.pictures.frame import element, figure, svg
from site_build.pictures.lettering import LINE, block, lines
from site_build.pictures.plan import WIDTH
from site_build.prose.dates import IN_YEAR, in_words
from site_build.prose.ratings import RATINGS

if TYPE_CHECKING:
    from site_build.pages.page import Page

AXIS = 68
"""Where the line runs, from the left."""
WORDS = AXIS + 18
DOTS = {"high": "sure", "medium": "likely", "low": "doubtful"}
GAP = 12
FAR = 3
"""After so many years without an event the line is broken."""
BREAK = 26


def timeline(_: Page) -> str:
    """Draw the time line. The table of all events on its page says the same in words.

    Returns:
        A figure.
    """
    rows = sorted(read_csv("timeline.csv"), key=lambda row: row["date"])
    drawn, top, last = "", 4.0, ""
    for row in rows:
        years = int(row["date"][:4]) - int(last[:4] or row["date"][:4])
        if years > FAR:
            drawn += _pause(top, years)
            top += BREAK
        written = lines(row["event"], WIDTH - WORDS)
        drawn += _event(row, written, top, new=row["date"][:4] != last[:4])
        top += max(len(written), 2) * LINE + GAP
        last = row["date"]
    height = round(top)
    axis = element("path", d=f"M{AXIS} 4V{height - GAP}", class_="cc-time__axis")
    title = f"From {rows[0]['date'][:4]} to {rows[-1]['date'][:4]}"
    description = f"A line with {len(rows)} dated events, the earliest at the top."
    drawing = svg("timeline", (WIDTH, height), title, description, axis + drawn)
    caption = (
        f"{tag('strong', text(title))}. A full dot: {RATINGS['high']}. "
        f"A ring: {RATINGS['medium']}. A square: {RATINGS['low']}. "
        f"In words, with sources: {tag('a', 'every event', href='#events')}."
    )
    return figure("timeline", drawing, "", caption)


def _event(row: dict[str, str], written: list[str], top: float, *, new: bool) -> str:
    """Draw one event with its date."""
    year, day = row["date"][:4], in_words(row["date"], IN_YEAR)
    y = top + 13
    said = [year] if new else []
    stamp = block(said, AXIS - 14, y, "cc-time__year") if new else ""
    if day:
        stamp += block([day], AXIS - 14, y + LINE * new, "cc-time__day")
    mark = DOTS[row["confidence"]]
    shape = (
        element("rect", x=AXIS - 5, y=y - 9.5, width=10, height=10)
        if mark == "doubtful"
        else element("circle", cx=AXIS, cy=y - 4.5, r=6)
    )
    event = block(written, WORDS, y, "cc-time__event")
    return tag("g", stamp + shape + event, class_=f"cc-time cc-time--{mark}")


def _pause(top: float, years: int) -> str:
    """Break the line where years pass without an event."""
    cover = element("path", d=f"M{AXIS} {top - 2:g}v{BREAK - 4}", class_="cc-time__gap")
    return cover + block([f"{years} years"], WORDS, top + 13, "cc-time__pause")
