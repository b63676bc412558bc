"""What is sought: the code that the writer of a text may have meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cagecore.text import Text


@dataclass(frozen=True, slots=True)
class Sought:
    """A text, and what may have been meant by it.

    Attributes:
        text: The text, read.
        targets: The schemes of which a code may have been meant.
        codes: The codes in a text of several words, with their kinds.

    Example:
        >>> from cagecore.text import read_text
        >>> Sought(read_text("4042"), ["cage"], {}).text.code
        '4042'
    """

    text: Text
    targets: Sequence[str]
    codes: Mapping[str, str]
