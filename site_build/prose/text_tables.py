"""Tables that are written in Markdown, laid out as those that are made from the data."""

from __future__ import annotations

import re

from site_build.markup import row, table

TABLE = re.compile(r"<table>\n(.*?)</table>", re.DOTALL)
ROW = re.compile(r"<tr>\n(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t([hd])>(.*?)</t\1>", re.DOTALL)
WIDE = 3
"""Columns that do not fit side by side on a narrow screen."""


def lay_out(html: str) -> str:
    r"""Let the rows of every wide table turn into cards where the screen is narrow.

    Args:
        html: A page as Markdown gives it.

    Returns:
        The same; tables with one or two columns stay as they are.

    Raises:
        ValueError: When a row has more or fewer cells than the table has headings.

    Example:
        >>> lay_out("<table>\n<tr>\n<th>One</th>\n<th>Two</th>\n</tr>\n</table>")
        '<table>\n<tr>\n<th>One</th>\n<th>Two</th>\n</tr>\n</table>'
    """
    return TABLE.sub(_table, html)


def _table(found: re.Match[str]) -> str:
    """Lay out one table, if it is wide."""
    headings, *rows = ([cell for _, cell in CELL.findall(line)] for line in ROW.findall(found[1]))
    if len(headings) < WIDE:
        return found[0]
    return table(headings, [row(headings, cells) for cells in rows], "cc-text-table")
