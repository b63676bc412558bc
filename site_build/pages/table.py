"""A table as a declaration: its class, and for each column a heading and what a cell says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from site_build.facts import field
from site_build.markup import row, table, text

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
    """

    class_: str
    columns: Sequence[Column[Row]]
    anchor: Callable[[Row], str | None] = lambda _: None
    find: Callable[[Row], str | None] = lambda _: None

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
        headings = [column.heading for column in self.columns]
        written = (
            row(headings, self._cells(page, one), self.anchor(one), self.find(one)) for one in rows
        )
        return table(headings, list(written), self.class_)

    def _cells(self, page: Page, one: Row) -> list[str]:
        """Write the cells of one row."""
        return [column.cell(page, one) for column in self.columns]


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
