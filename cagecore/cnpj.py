"""The two check digits of a CNPJ, modulo 11, in its old form and with letters."""

from __future__ import annotations

from typing import Final

from cagecore.rules import term_of

# A letter counts as its ASCII code less that of 0.
_VALUES: Final = ord("Z") - ord("0") + 1
# For the second check digit, which counts the first in; that one has no use for the first weight.
_WEIGHTS: Final = (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
_FIRST_TERMS, _SECOND_TERMS = (
    tuple({chr(ord("0") + value): value * weight for value in range(_VALUES)} for weight in weights)
    for weights in (_WEIGHTS[1:], _WEIGHTS[:-1])
)


def expected_digits(root: str) -> str:
    """Compute the two check digits.

    Args:
        root: The first twelve characters, ASCII digits and capital letters.

    Returns:
        Two digits.

    Example:
        >>> expected_digits("12ABC34501DE")
        '35'
    """
    first = -sum(map(term_of, _FIRST_TERMS, root)) % 11 % 10
    second = -(sum(map(term_of, _SECOND_TERMS, root)) + first * _WEIGHTS[-1]) % 11 % 10
    return f"{first}{second}"
