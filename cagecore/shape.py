"""What codes of a kind look like: their pattern and lengths, and how people write them in groups.

Each is stated once, by the scheme; whoever reads, repairs or lays out a text asks here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cagecore.text import Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shape:
    """The shape of a kind of code.

    Attributes:
        pattern: The shape of the whole clean code, as Python, JavaScript and HTML all read it; no
            group in it captures.
        lengths: How many characters a code may have.
        shape: The shape in words, to follow "has the shape of", e.g. "five digits".
        near_lengths: Lengths at which a text that fits nothing is read as one gone wrong.
        as_digits: What puts in a code what was meant by letters that the scheme leaves out, and by
            letters where only a digit can stand. It gives an empty text where that makes no code
            of the kind, such as for a letter that looks like no digit. Several where there is a
            choice, none where nobody asks. The code has the first of the lengths.
        layouts: How the code is written in groups, `#` for each character, e.g. `##-#######`; the
            first is the one that `format` uses.
        grouped_lengths: Lengths that a text of unknown kind may have only when typed in a layout.
        ungrouped_lengths: The other lengths.
        free_grouping: Whether a text of unknown kind may be typed in groups of any length.

    Example:
        >>> Shape(pattern="[0-9]{9}", lengths=(9,), shape="nine digits").ungrouped_lengths
        frozenset({9})
    """

    pattern: str
    lengths: tuple[int, ...]
    shape: str
    near_lengths: range = range(0)
    as_digits: tuple[Callable[[str], str], ...] = ()
    layouts: tuple[str, ...] = ()
    grouped_lengths: frozenset[int] = frozenset()
    free_grouping: bool = True
    _groups: frozenset[tuple[int, ...]] = field(init=False, repr=False)
    ungrouped_lengths: frozenset[int] = field(init=False, repr=False)
    matches: Callable[[str], re.Match[str] | None] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Compile the pattern and measure the layouts once."""
        groups = (tuple(map(len, re.findall("#+", layout))) for layout in self.layouts)
        object.__setattr__(self, "_groups", frozenset(groups))
        ungrouped = frozenset(self.lengths) - self.grouped_lengths
        object.__setattr__(self, "ungrouped_lengths", ungrouped)
        object.__setattr__(self, "matches", re.compile(self.pattern).fullmatch)

    def fits(self, text: Text) -> bool:
        """Whether a text of unknown kind, typed in groups, could be a code of this scheme.

        Args:
            text: A text that was read.

        Returns:
            Whether the pattern matches it, and its grouping does not speak against it.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> from cagecore.text import read_text
            >>> SCHEMES["zip"].fits(read_text("12345-6789"))
            True
            >>> SCHEMES["zip"].fits(read_text("12-3456789"))
            False
        """
        if not self.matches(text.code):
            return False
        if self.free_grouping:
            return len(text.code) in self.ungrouped_lengths
        return self.is_laid_out(text)

    def is_laid_out(self, text: Text) -> bool:
        """Whether a text was typed in groups as codes of this scheme are written.

        Args:
            text: A text that was read.

        Returns:
            Whether its groups are those of a layout.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> from cagecore.text import read_text
            >>> SCHEMES["ein"].is_laid_out(read_text("12-3456789"))
            True
        """
        return text.groups in self._groups

    def lay_out(self, code: str) -> str:
        """Write a clean code in groups.

        Args:
            code: The code.

        Returns:
            The code in the first layout of its length; as it is where there is none.

        Example:
            >>> from cagecore.schemes import SCHEMES
            >>> SCHEMES["duns"].lay_out("123456789")
            '12-345-6789'
        """
        for layout in self.layouts:
            if layout.count("#") == len(code):
                characters = iter(code)
                return "".join(next(characters) if sign == "#" else sign for sign in layout)
        return code
