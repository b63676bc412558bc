"""Characters that look like others: those of other scripts, and letters read as digits."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from cagecore.facts.tables import read_csv

_TWINS: Final = {row["character"]: row["resembles"] for row in read_csv("script_twins.csv")}
DIGIT_FOR: Final = {row["letter"]: row["digit"] for row in read_csv("digit_twins.csv")}
"""The digit that a letter looks like."""
AS_DIGIT: Final = {**DIGIT_FOR, **{digit: digit for digit in "0123456789"}}
"""The same, and every digit for itself."""


def with_digits(code: str, letters: str) -> str:
    """Put digits for some letters that look like one.

    Args:
        code: Digits and capital letters.
        letters: The letters.

    Returns:
        The same with digits for them.

    Example:
        >>> with_digits("BIO5", "IO")
        'B105'
    """
    for letter in letters:
        code = code.replace(letter, DIGIT_FOR[letter])
    return code


def ascii_twin(char: str) -> str:
    """Find the ASCII capital or digit that a character of another script resembles.

    Args:
        char: One character.

    Returns:
        That letter or digit, or an empty string.

    Example:
        >>> ascii_twin("\u0661"), ascii_twin("\u00b2"), ascii_twin("\u0416")
        ('1', '2', '')
    """
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    # A letter with its accents resembles that letter; a ligature or a fraction is several.
    resembled = _TWINS.get(char) or unicodedata.normalize("NFKD", char)
    twin = "".join(one for one in resembled if not unicodedata.combining(one))
    return twin.upper() if re.fullmatch("[0-9A-Za-z]", twin) else ""


def describe(char: str) -> str:
    """Name a character as Unicode does.

    Example:
        >>> describe("\u0421")
        'CYRILLIC CAPITAL LETTER ES (U+0421, looks like C)'
    """
    name = unicodedata.name(char, "A character without a name")
    twin = ascii_twin(char)
    return f"{name} (U+{ord(char):04X}{f', looks like {twin}' if twin else ''})"
