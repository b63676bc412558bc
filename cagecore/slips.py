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
from cagecore.report import Suggestion
from cagecore.schemes import SCHEMES, ncage
from cagecore.schemes.uei import digit_for
from cagecore.text import Text, read_text
from cagecore.twins import ascii_twin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    _Find: TypeAlias = Callable[..., re.Match[str] | None]

Candidate: TypeAlias = tuple[str, str, str]
"""A code, its scheme, and the damage that would explain the text."""

_LETTER_FOR: Final = {"5": "S", "8": "B", "2": "Z"}
"""The letter that is meant by a digit which no UEI seen starts with."""
_DIGIT_FOR: Final = {"O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2"}
"""The digit that a letter looks like."""
_MEANT_IN_UEI: Final = {**_DIGIT_FOR, "I": "L"}
"""The same for a UEI, where an I may also have been an L."""
_FIND_LETTER: Final = {
    length: {
        scheme.id: re.compile(f"(?=[A-Z])(?:{scheme.only_digits})").search
        for scheme in SCHEMES.values()
        if scheme.only_digits and scheme.lengths[0] == length
    }
    for length in {scheme.lengths[0] for scheme in SCHEMES.values() if scheme.only_digits}
}
"""By length and scheme, what finds a letter where only a digit can stand."""
_LONGEST_CODE: Final = 40
_WITH_STRAY_SIGN: Final = re.compile(
    r"(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]+[^0-9A-Z\s@<>&=+][0-9A-Z]+", re.ASCII
)
"""One sign between letters and digits. Digits alone are a number."""


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


def confusions(text: Text, targets: Sequence[str]) -> Sequence[Candidate]:
    """Letters where only digits can be, and the letters that a scheme leaves out.

    Args:
        text: The text, read.
        targets: Schemes that may have been meant.

    Returns:
        The code with what they resemble.

    Example:
        >>> confusions(read_text("IABC5"), ["cage"])
        [('1ABC5', 'cage', 'Characters that look alike: I for 1.')]
    """
    code = text.code
    if len(text.groups) > 1 and may_be_words(text):
        return ()
    schemes = _FIND_LETTER.get(len(code), {})
    found: list[Candidate] = []
    for target in targets:
        if target in schemes:
            found += _repaired(code, target, schemes[target], _DIGIT_FOR)
            if target == "uei" and "I" in code:
                found += _repaired(code, target, schemes[target], _MEANT_IN_UEI)
    if code.isalpha():
        # A word is likelier than a code with every digit mistyped, unless it is IREFO.
        return [candidate for candidate in found if candidate[0] in ncage.SPECIAL]
    return found


def _repaired(code: str, target: str, find: _Find, meant: Mapping[str, str]) -> Sequence[Candidate]:
    """Put what is meant in place of each letter where only a digit can stand.

    Nothing comes of a code without such a letter, or with one that looks like no digit.
    """
    repaired, letters, signs = code, "", ""
    match = find(code)
    while match:
        place = match.start()
        letter = code[place]
        if letter not in meant:
            return ()
        repaired = repaired[:place] + meant[letter] + repaired[place + 1 :]
        letters += letter
        signs += meant[letter]
        match = find(code, place + 1)
    return [(repaired, target, _alike(letters, signs))] if letters else ()


@lru_cache(maxsize=256)
def _alike(letters: str, meant: str) -> str:
    pairs = dict.fromkeys(map(" for ".join, zip(letters, meant, strict=True)))
    return f"Characters that look alike: {', '.join(pairs)}."


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
    """Only L and 1: the sum cannot tell the other look-alikes apart."""
    for place, old in enumerate(code):
        if new := {"L": "1", "1": "L"}.get(old):
            yield code[:place] + new + code[place + 1 :], f"{old} typed for {new}."
