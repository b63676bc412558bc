"""Slips of the hand and the eye: one character typed or read for another, swapped, or put in.

Each function gives the codes that may have been meant, well formed or not; `cagecore.suggestions`
keeps those that are.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from cagecore.readings.groups import is_phrase, may_be_words
from cagecore.report import Suggestion
from cagecore.schemes import SCHEMES, ncage
from cagecore.suggestions.sought import Sought
from cagecore.text import read_text
from cagecore.text.characters import DIGIT_FOR, ascii_twin
from cagecore.text.numbers import without_dot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LETTER_FOR: Final = {DIGIT_FOR[letter]: letter for letter in "SBZ"}
"""The letter that is meant by a digit which no UEI seen starts with."""
_L_OR_ONE: Final = {"L": DIGIT_FOR["L"], DIGIT_FOR["L"]: "L"}
"""Of the look-alikes that the sum of a UEI can distinguish, what each is taken for."""
_LONGEST_CODE: Final = 40
_MIXED: Final = "(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]+"
_STRAY: Final = r"[^0-9A-Z\s@<>&=+]"
_WITH_STRAY: Final = re.compile(
    f"(?![0-9]+:[0-9])(?:{_MIXED}{_STRAY}[0-9A-Z]+|[0-9A-Z]+{_STRAY}{_MIXED})", re.ASCII
)
"""One of them beside letters among digits: AB_123 is a word and a number, and 1:23PM a time."""


def small_l(sought: Sought) -> Iterator[Suggestion]:
    """A small l among capitals and digits is often the digit 1.

    Example:
        >>> next(small_l(Sought(read_text("lABC5"), ["cage"], {}))).code
        '1ABC5'
    """
    text = sought.text
    letters = [text.raw[place] for place in text.places] if "l" in text.raw else []
    if "l" in letters and not any("a" <= letter <= "z" for letter in letters if letter != "l"):
        pairs = zip(letters, text.code, strict=True)
        code = "".join(DIGIT_FOR["L"] if letter == "l" else char for letter, char in pairs)
        for target in sought.targets:
            yield Suggestion(code, target, "The digit 1, not a small letter l.")


def other_scripts(sought: Sought) -> Iterator[Suggestion]:
    """A letter or digit of another script may have been typed for the one that it resembles.

    Example:
        >>> next(other_scripts(Sought(read_text("1AB\u04215"), ["cage"], {}))).code
        '1ABC5'
    """
    code = sought.text.code
    if code.isascii() or len(code) > _LONGEST_CODE:
        return
    plain = read_text("".join(c if c.isascii() else ascii_twin(c) or c for c in code))
    reason = "A character of another script was typed."
    for target in sought.targets:
        yield Suggestion(plain.code, target, reason)
    for one in confusions(Sought(plain, sought.targets, {})):
        yield Suggestion(one.code, one.scheme, f"{reason} {one.reason}")


def stray_character(sought: Sought) -> Iterator[Suggestion]:
    """A character that slipped into a code, and does not separate words, decimals or addresses.

    Example:
        >>> next(stray_character(Sought(read_text("1AB_C5"), ["cage"], {}))).code
        '1ABC5'
    """
    if sought.text.groups or not _WITH_STRAY.fullmatch(sought.text.code):
        return
    code = "".join(filter(str.isalnum, sought.text.code))
    for target in sought.targets:
        yield Suggestion(code, target, "A character slipped in that no code has.")


def stray_dot(sought: Sought) -> Iterator[Suggestion]:
    """A dot typed among the digits of a code.

    Example:
        >>> next(stray_dot(Sought(read_text("249.99"), ["cage"], {}))).code
        '24999'
    """
    if code := without_dot(sought.text.code):
        for target in sought.targets:
            yield Suggestion(code, target, "A dot slipped in among the digits.")


def confusions(sought: Sought) -> list[Suggestion]:
    """Letters where only digits can be, and the letters that a scheme leaves out.

    Example:
        >>> confusions(Sought(read_text("IABC5"), ["cage"], {}))[0].reason
        'The digit 1, not the letter I.'
    """
    text, code = sought.text, sought.text.code
    if len(text.groups) > 1 and may_be_words(text):
        return []
    found = [
        Suggestion(repaired, target, _alike(code, repaired))
        for target in sought.targets
        if SCHEMES[target].lengths[0] == len(code)
        for as_digits in SCHEMES[target].as_digits
        if (repaired := as_digits(code)) not in {"", code}
    ]
    # A word is likelier than a code with every digit mistyped, unless it is IREFO.
    return [one for one in found if not code.isalpha() or one.code in ncage.SPECIAL]


def _alike(code: str, repaired: str) -> str:
    """Write which characters were taken for which, each pair once."""
    pairs = zip(code, repaired, strict=True)
    return _sentence(dict.fromkeys(_instead(new, old) for old, new in pairs if old != new))


def _sentence(named: Iterable[str]) -> str:
    """Write some of these as a sentence."""
    words = "; ".join(named)
    return f"{words[0].upper()}{words[1:]}."


def _instead(right: str, wrong: str) -> str:
    """Write which character is right and which is not."""
    return f"{_name(right)}, not {_name(wrong)}"


def _name(char: str) -> str:
    """Name a character in words, as 0 and O cannot be distinguished in many fonts."""
    if char == "0":
        return "zero"
    return f"the {'digit' if char.isdecimal() else 'letter'} {char}"


def letters_i(sought: Sought) -> list[Suggestion]:
    """The digits that may have been meant by the letters I of a well formed NCAGE.

    Example:
        >>> [one.code for one in letters_i(Sought(read_text("BI305"), ["cage", "ncage"], {}))]
        ['B1305', '81305']
    """
    code = sought.text.code
    if "I" not in code or code.isalpha() or code in ncage.SPECIAL:
        return []
    # The fewer changes the likelier, and a CAGE code takes more of them.
    return sorted(confusions(sought), key=lambda one: one.scheme != ncage.SCHEME.id)


def check_digit(sought: Sought) -> Iterator[Suggestion]:
    """Changes of a UEI that make its check digit fit and leave nothing to warn of.

    Example:
        >>> next(check_digit(Sought(read_text("V24HYE4YVHG6"), ["uei"], {}))).code
        'V24HYE4YVGH6'
    """
    scheme, code = SCHEMES["uei"], sought.text.code
    if "uei" not in sought.targets or not scheme.matches(code) or is_phrase(sought.text):
        return
    for changed, reason in chain(_single_confusions(code), _swaps(code)):
        if scheme.accepts(changed):
            findings = scheme.read(read_text(changed)).findings
            if not any(finding.severity == "warning" for finding in findings):
                yield Suggestion(changed, "uei", reason)


def first_digit(sought: Sought) -> Iterator[Suggestion]:
    """A digit that starts a well formed UEI, for the letter that it looks like.

    Every UEI seen starts with a letter. The check digit fits either way: the sum cannot distinguish
    5 from S, 8 from B or 2 from Z.

    Example:
        >>> next(first_digit(Sought(read_text("2QGGHJH74DW7"), ["uei"], {}))).code
        'ZQGGHJH74DW7'
    """
    first = sought.text.code[0]
    if first in _LETTER_FOR and not is_phrase(sought.text):
        letter = _LETTER_FOR[first]
        reason = _sentence([_instead(letter, first)])
        yield Suggestion(letter + sought.text.code[1:], "uei", reason)


def _swaps(code: str) -> Iterator[tuple[str, str]]:
    """Swap each two neighbors, and say so."""
    for place in range(len(code) - 1):
        left, right = code[place], code[place + 1]
        swapped = code[:place] + right + left + code[place + 2 :]
        yield swapped, f"{right}{left}, not {left}{right}. Two characters are swapped."


def _single_confusions(code: str) -> Iterator[tuple[str, str]]:
    """Put L for each 1 and 1 for each L, and say so."""
    for place, old in enumerate(code):
        if new := _L_OR_ONE.get(old):
            yield code[:place] + new + code[place + 1 :], _sentence([_instead(new, old)])
