"""Characters that look like others: those of other scripts, and letters read as digits."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TWINS: Final = dict(
    zip(
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0391\u0392\u0395\u0396\u0397"
        "\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u0131\u00df\u00d8\u0417",
        "ABEKMHOPCTYXSIJAEOPCYXSIJABEZHIKMNOPTYXOIBO3",
        strict=True,
    )
)

DIGIT_FOR: Final = {"O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2"}
"""The digit that a letter looks like."""
AS_DIGIT: Final = {**DIGIT_FOR, **{digit: digit for digit in "0123456789"}}
"""The same, and every digit for itself."""
_ONE, _ZERO = DIGIT_FOR["I"], DIGIT_FOR["O"]


def without_i_o(signs: str) -> str:
    """Put digits for the two letters that most schemes leave out.

    Args:
        signs: Digits and capital letters.

    Returns:
        The same with 1 for I and 0 for O.

    Example:
        >>> without_i_o("BIO5")
        'B105'
    """
    return signs.replace("I", _ONE).replace("O", _ZERO)


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
    # A letter with its accents resembles that letter; a ligature or a fraction is several signs.
    signs = _TWINS.get(char) or unicodedata.normalize("NFKD", char)
    twin = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return twin.upper() if re.fullmatch("[0-9A-Za-z]", twin) else ""
