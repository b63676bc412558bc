"""Slips of the hand and the eye: one character typed or read for another, swapped, or put in.

Each function gives the codes that may have been meant, well formed or not; `cagecore.repair` keeps
those that are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from cagecore.grouping import is_phrase, may_be_words
from cagecore.report import Suggestion, make_tuple
from cagecore.schemes import SCHEMES, ncage
from cagecore.schemes.uei import digit_for
from cagecore.text import Text, read_text
from cagecore.twins import DIGIT_FOR, ascii_twin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Candidate: TypeAlias = tuple[str, str, str]
"""A code, its scheme, and the damage that would explain the text."""

_LETTER_FOR: Final = {DIGIT_FOR[letter]: letter for letter in "SBZ"}
"""The letter that is meant by a digit which no UEI seen starts with."""
_L_OR_ONE: Final = {"L": DIGIT_FOR["L"], DIGIT_FOR["L"]: "L"}
"""Of the look-alikes that the sum of a UEI can tell apart, what each is taken for."""
_LONGEST_CODE: Final = 40
_MIXED: Final = "(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]+"
_STRAY: Final = r"[^0-9A-Z\s@<>&=+]"
_WITH_STRAY_SIGN: Final = re.compile(
    f"(?![0-9]+:[0-9])(?:{_MIXED}{_STRAY}[0-9A-Z]+|[0-9A-Z]+{_STRAY}{_MIXED})", re.ASCII
)
"""One sign, beside letters among digits: AB_123 is a word and a number, and 1:23PM a time."""


def small_l(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A small l among capitals and digits is often the digit 1.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant.

    Yields:
        The code with the digit, for each of them.

    Example:
        >>> next(small_l(read_text("lABC5"), ["cage"]))[0]
        '1ABC5'
    """
    letters = [text.raw[place] for place in text.places]
    if "l" in letters and not any("a" <= letter <= "z" for letter in letters if letter != "l"):
        pairs = zip(letters, text.code, strict=True)
        code = "".join("1" if letter == "l" else sign for letter, sign in pairs)
        for target in targets:
            yield code, target, "Small letter l typed for the digit 1."


def other_scripts(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A letter or digit of another script may stand for the one that it resembles.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant.

    Yields:
        The code in plain characters, and what else may be wrong with it.

    Example:
        >>> next(other_scripts(read_text("1AB\u04215"), ["cage"]))[0]
        '1ABC5'
    """
    if text.code.isascii() or len(text.code) > _LONGEST_CODE:
        return
    plain = read_text("".join(c if c.isascii() else ascii_twin(c) or c for c in text.code))
    reason = "A character of another script typed for the letter or digit it resembles."
    for target in targets:
        yield plain.code, target, reason
    for code, target, more in confusions(plain, targets):
        yield code, target, f"{reason} {more}"


def stray_sign(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A sign that slipped into a code, and does not part words, decimals or addresses.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant.

    Yields:
        The code without it, for each of them.

    Example:
        >>> next(stray_sign(read_text("1AB_C5"), ["cage"]))[0]
        '1ABC5'
    """
    if text.groups or not _WITH_STRAY_SIGN.fullmatch(text.code):
        return
    code = "".join(filter(str.isalnum, text.code))
    for target in targets:
        yield code, target, "A sign that stands in no code slipped in."


def confusions(text: Text, targets: Sequence[str]) -> Sequence[Suggestion]:
    """Letters where only digits can be, and the letters that a scheme leaves out.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant.

    Returns:
        The code with what they resemble.

    Example:
        >>> confusions(read_text("IABC5"), ["cage"])[0].reason
        'Characters that look alike: I for 1.'
    """
    code = text.code
    if len(text.groups) > 1 and may_be_words(text):
        return ()
    found: list[Suggestion] = []
    for target, as_digits in _repairs(len(code), tuple(targets)):
        repaired = as_digits(code)
        if repaired and repaired != code:
            pairs = ""
            for old, new in zip(code, repaired):  # noqa: B905 - to say `strict` costs as much
                if old != new:
                    pairs = f"{pairs}{old}{new}"
            found.append(make_tuple(Suggestion, (repaired, target, _alike(pairs))))
    if code.isalpha():
        # A word is likelier than a code with every digit mistyped, unless it is IREFO.
        return [one for one in found if one.code in ncage.SPECIAL]
    return found


@lru_cache(maxsize=256)
def _repairs(size: int, targets: tuple[str, ...]) -> list[tuple[str, Callable[[str], str]]]:
    """Of the kinds that have codes of a size: what puts digits for letters."""
    return [
        (target, as_digits)
        for target in targets
        if SCHEMES[target].lengths[0] == size
        for as_digits in SCHEMES[target].as_digits
    ]


@lru_cache(maxsize=256)
def _alike(pairs: str) -> str:
    """Write which letters look like which digits, each pair once."""
    named = dict.fromkeys(map(" for ".join, zip(pairs[::2], pairs[1::2], strict=True)))
    return f"Characters that look alike: {', '.join(named)}."


def check_digit(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """Changes of a UEI that make its check digit fit and leave nothing to warn of.

    Args:
        text: The text, read; one that does not fit already.
        targets: Schemes that may have been meant.

    Yields:
        UEIs.

    Example:
        >>> next(check_digit(read_text("V24HYE4YVHG6"), ["uei"]))[0]
        'V24HYE4YVGH6'
    """
    scheme, code = SCHEMES["uei"], text.code
    if "uei" not in targets or not scheme.matches(code) or is_phrase(text):
        return
    for changed, reason in chain(_single_confusions(code), _swaps(code)):
        if scheme.matches(changed) and digit_for(changed) == changed[-1]:
            reading = scheme.read(read_text(changed))
            if not any(finding.severity == "warning" for finding in reading.findings):
                yield changed, "uei", reason


def first_digit(text: Text) -> tuple[Suggestion, ...]:
    """A digit that starts a well formed UEI, for the letter that it looks like.

    Every UEI seen starts with a letter. The check digit fits either way: the sum cannot tell 5 from
    S, 8 from B or 2 from Z.

    Args:
        text: Such a UEI, read.

    Returns:
        The UEI with the letter in front; nothing if it starts with no such digit, or is a phrase.

    Example:
        >>> first_digit(read_text("2QGGHJH74DW7"))[0].code
        'ZQGGHJH74DW7'
    """
    first = text.code[0]
    if first not in _LETTER_FOR or is_phrase(text):
        return ()
    letter = _LETTER_FOR[first]
    return (Suggestion(letter + text.code[1:], "uei", f"{first} typed for {letter}."),)


def _swaps(code: str) -> Iterator[tuple[str, str]]:
    for place in range(len(code) - 1):
        left, right = code[place], code[place + 1]
        swapped = code[:place] + right + left + code[place + 2 :]
        yield swapped, f"{left}{right} typed for {right}{left}: two characters swapped."


def _single_confusions(code: str) -> Iterator[tuple[str, str]]:
    for place, old in enumerate(code):
        if new := _L_OR_ONE.get(old):
            yield code[:place] + new + code[place + 1 :], f"{old} typed for {new}."
