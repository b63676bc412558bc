"""A table as a declaration: its class, and for each column a heading and what a cell says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from site_build.facts import field, read_keyed
from site_build.markup import row, table, text
from site_build.pages.confidence import backed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from site_build.pages.page import Page

Row = TypeVar("Row")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        heading: What is at its head.
        cell: Writes the cell of a row, as HTML.
    """

    heading: str
    cell: Callable[[Page, Row], str]


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A table, whatever rows it is filled with.

    Attributes:
        class_: Class of the element.
        columns: The columns; the first names the row.
        anchor: Gives the row's own address on the page, where it has one.
        find: Gives what a script may find the row by.
        source: Gives what has the row's `sources` and `confidence`, where it is cited. Rows that
            rest on the same are cited once, above the table.
    """

    class_: str
    columns: Sequence[Column[Row]]
    anchor: Callable[[Row], str | None] = lambda _: None
    find: Callable[[Row], str | None] = lambda _: None
    source: Callable[[Row], object | None] = lambda _: None

    def render(self, page: Page, rows: Iterable[Row]) -> str:
        """Write the table.

        Args:
            page: The page; row by row, the cells say what it cites.
            rows: What the table is filled with.

        Returns:
            HTML.

        Example:
            >>> from site_build.pages.page import Page
            >>> names = Table("cc-names", [Column("Name", words("name"))])
            >>> 'data-label="Name">SAM<' in names.render(Page(""), [{"name": "SAM"}])
            True
        """
        rows = list(rows)
        headings = [column.heading for column in self.columns]
        caption = self._caption(page, rows)
        written = [
            row(headings, self._cells(page, one, caption), self.anchor(one), self.find(one))
            for one in rows
        ]
        return table(headings, written, self.class_, caption)

    def _caption(self, page: Page, rows: list[Row]) -> str:
        """Cite what all rows rest on, if they rest on the same."""
        known = [self.source(one) for one in rows]
        grounds = {(str(field(one, "sources")), field(one, "confidence")) for one in known if one}
        if len(rows) == 1 or len(grounds) != 1 or None in known:
            return ""
        return f"Sources of all rows{backed(page, known[0])}"

    def _cells(self, page: Page, one: Row, caption: str) -> list[str]:
        """Write the cells of one row; the first cites it, where the caption does not."""
        known = None if caption else self.source(one)
        note = backed(page, known) if known else ""
        first, *others = [column.cell(page, one) for column in self.columns]
        # Small print is a line of its own, below what the note belongs to.
        name, small, more = first.partition("<small")
        return [name + note + small + more, *others]


def rows_about(table: str, name: str, subject: str) -> list[dict[str, Any]]:
    """Choose the rows on one subject.

    Args:
        table: File name, e.g. `decisions.toml`.
        name: The field that names the subject.
        subject: The subject.

    Returns:
        The rows in their order, each with its key as `id`.

    Raises:
        ValueError: When there is none.

    Example:
        >>> [one["id"] for one in rows_about("clauses.toml", "task", "grants")]
        ['2-cfr-25-200']
    """
    rows = [one for one in read_keyed(table) if one[name] == subject]
    if not rows:
        raise ValueError(f"{table} has no row whose {name} is {subject!r}")
    return rows


def words(name: str, otherwise: str = "") -> Callable[[Page, Any], str]:
    """Make a cell of a field's own words.

    Args:
        name: The field's name.
        otherwise: What is written where the field is empty.

    Returns:
        What a `Column` wants.

    Example:
        >>> from site_build.pages.page import Page
        >>> words("ncb", "–")(Page(""), {"ncb": ""})
        '–'
    """
    return lambda _, one: text(field(one, name)) or otherwise
