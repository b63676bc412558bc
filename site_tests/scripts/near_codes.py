"""Texts near codes of every kind, and texts near nothing, the same on every run."""

import random

from tests.helpers.reports import corpus

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CHECK_DIGITS = ["uei-check-digit", "cnpj-check-digits"]
"""The rules about check digits, of which the patterns know nothing."""


def near_codes(number: int) -> list[str]:
    """Make texts.

    Args:
        number: How many; two thirds are real texts with some characters changed.
    """
    source = random.Random(20260101)  # noqa: S311 - test data
    known = [case.text for case in corpus()]
    real = [text for text in known if text.strip().isalnum() and text.isascii()]
    texts = [_varied(source, source.choice(real)) for _ in range(number * 2 // 3)]
    lengths = [source.randint(1, 18) for _ in range(number // 6)] + [5] * (number // 6)
    texts += ["".join(source.choices(CHARACTERS, k=length)) for length in lengths]
    return [text.lower() if source.random() < 0.1 else text for text in texts]


def _varied(source: random.Random, text: str) -> str:
    """Change each character of a text to another of its kind or, rarely, to any."""
    return "".join(
        source.choice(CHARACTERS)
        if source.random() < 0.03
        else source.choice("0123456789")
        if char.isdecimal()
        else source.choice(CHARACTERS[10:])
        if char.isalpha()
        else char
        for char in text
    )
