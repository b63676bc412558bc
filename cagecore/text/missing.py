"""What people and programs write where no code is known."""

from __future__ import annotations

import re
from typing import Final

from cagecore.facts.tables import read_csv

PLACEHOLDERS: Final = frozenset(row["text"] for row in read_csv("placeholders.csv"))
"""Words for “no code”, in capitals. None has the shape of a CAGE, NCAGE or UEI."""
_LONGEST: Final = max(map(len, PLACEHOLDERS))
# At most four characters are shown. A few asterisks after them are a footnote's, and those around a
# whole code are wrapping. Letters X count in the groups of an SSN or EIN, whose last four may be
# shown. A row of # is a column that was too narrow.
_is_masked: Final = re.compile(
    r" *(?:(?:[*\u2022#][ -]?){2,}[0-9A-Za-z]{1,4}|[0-9A-Za-z]{1,4}[ -]?(?:[*\u2022][ -]?){5,}"
    r"|#{2,}|(?:[Xx]{3}-[Xx]{2}-|[Xx]{2}-[Xx]{3})(?:[0-9]{4}|[Xx]{4})) *"
).fullmatch


def says_missing(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is empty, masked, or says that there is no code.

    Example:
        >>> says_missing("n / a", 0, 5), says_missing("***-**-6789", 0, 11)
        (True, True)
        >>> says_missing("1ABC5", 0, 5)
        False
    """
    if end - start > _LONGEST:
        return False
    words = text[start:end]
    if not words or _is_masked(words):
        return True
    return words.isascii() and " ".join(words.upper().split()).replace(" / ", "/") in PLACEHOLDERS
