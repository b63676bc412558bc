"""Letters and digits of other scripts, and the ASCII ones that they look like."""

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
