"""Suggestions: the codes that a writer may have meant, each with the damage that explains the text.

Suggestions are offered, never applied. Every one is a well formed code of its scheme.
"""

from __future__ import annotations

import re
from itertools import chain
from operator import ne
from typing import TYPE_CHECKING, Final

from cagecore.cleaning import ascii_twin
from cagecore.damage import is_scientific, originals, plain_digits
from cagecore.grouping import is_phrase, rank
from cagecore.report import Reading, Suggestion
from cagecore.schemes import SCHEMES
from cagecore.schemes.uei import digit_for
from cagecore.text import Text, read_text
from cagecore.words import code_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Candidate = tuple[str, str, str]
    Damage = Callable[[Text, Sequence[str]], Iterator[Candidate]]

MAIN: Final = ("cage", "ncage", "uei", "duns")
"""The schemes that this library is about; the others are only recognised."""

_MOST_SUGGESTIONS: Final = 12
_LONGEST_CODE: Final = 40
_DIGIT_FOR: Final = {"O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2"}
_LETTERS_FOR: Final = {"5": "S", "8": "B", "2": "Z"}
_WITH_STRAY_SIGN: Final = re.compile(
    r"(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]+[^0-9A-Z\s@<>&=+][0-9A-Z]+", re.ASCII
)
"""One sign between letters and digits. Digits alone are a number."""
_SUFFIX: Final = 4
"""Characters of an EFT indicator."""
_UEI: Final = SCHEMES["uei"].lengths[0]
_NUMBERS: Final = {
    **dict.fromkeys(range(2, 6), "cage"),
    **dict.fromkeys(range(7, 10), "duns"),
}
"""What a number of so many digits may have been before a spreadsheet took zeros in front of it."""
_DAMAGED_LENGTHS: Final = {
    *(length for length, scheme in _NUMBERS.items() if length < SCHEMES[scheme].lengths[0]),
    _UEI + _SUFFIX,
}
"""Lengths of a code of ours that lost zeros or became a number, and of one with a suffix."""


def suggest(
    text: Text, readings: Sequence[Reading], wanted: Sequence[str]
) -> tuple[Suggestion, ...]:
    """Suggest codes that the writer may have meant.

    Args:
        text: The text, read.
        readings: Its readings, best first.
        wanted: Schemes that the field is for; empty when any will do.

    Returns:
        Different codes, most likely first.

    Example:
        >>> [s.code for s in suggest(read_text("4042"), (), ("cage",))]
        ['04042']
    """
    targets = wanted or MAIN
    best = readings[0] if readings else None
    if best is not None and best.well_formed:
        named = best.scheme in targets or best.scheme == text.label
        if not (damages := _signs(text, named=named)):
            return ()
        known = {(best.code, best.scheme)}
        candidates = [damage(text, targets) for damage in damages]
    else:
        known = set()
        damages = _NUMBER_MADE if is_scientific(text.code) else _DAMAGES
        candidates = [
            _likeliest(text, targets),
            _elsewhere(text, readings, wanted),
            *(damage(text, targets) for damage in damages),
        ]
    return _accepted(chain.from_iterable(candidates), known)


def _signs(text: Text, *, named: bool) -> Sequence[Damage]:
    """What may have happened to a well formed code: one of a kind that was not meant, or a typo."""
    code = text.code
    signs: list[Damage] = []
    if "l" in text.raw:
        signs.append(_small_l)
    if len(text.groups) > 1:
        signs.append(_words)
    if not named and len(code) in _DAMAGED_LENGTHS:
        signs += (_lost_zeros,) if code.isdecimal() else (_number, _suffixed)
    if code.endswith("000"):
        signs.append(_number)
    if "I" in code or "l" in text.raw:
        signs.append(_confusions)
    if len(code) == _UEI and code[0] in _LETTERS_FOR:
        signs.append(_check_digit)
    return signs


def _accepted(
    candidates: Iterable[Candidate], known: set[tuple[str, str]]
) -> tuple[Suggestion, ...]:
    """Keep what is well formed and new; `known` holds what the text already says."""
    accepted: list[Suggestion] = []
    for code, scheme, reason in candidates:
        if (code, scheme) not in known and SCHEMES[scheme].accepts(code):
            known.add((code, scheme))
            accepted.append(tuple.__new__(Suggestion, (code, scheme, reason)))
            if len(accepted) == _MOST_SUGGESTIONS:
                break
    return tuple(accepted)


def _likeliest(text: Text, wanted: Sequence[str]) -> Iterator[Candidate]:
    """One character that looks like another: likelier than a code in the wrong field."""
    for code, scheme, reason in _confusions(text, wanted):
        if sum(map(ne, code, text.code)) == 1:
            yield code, scheme, reason


def _elsewhere(
    text: Text, readings: Sequence[Reading], wanted: Sequence[str]
) -> Iterator[Candidate]:
    """The code may be right and stand in the wrong field, if nothing speaks more for another."""
    others = [reading for reading in readings if reading.well_formed] if wanted else []
    ranks = [rank(text, reading) for reading in others]
    for reading, its_rank in zip(others, ranks, strict=True):
        doubts = any(f.severity == "warning" and f.basis == "observed" for f in reading.findings)
        if reading.scheme in MAIN and its_rank == min(ranks) and not doubts:
            scheme = SCHEMES[reading.scheme]
            shape = f"{scheme.article} {scheme.name}"
            reason = f"This has the shape of {shape}, which belongs in another field."
            yield reading.code, scheme.id, reason


def _words(text: Text, _: Sequence[str]) -> Iterator[Candidate]:
    for reading in code_words(text):
        yield reading.code, reading.scheme, "One of the words in the text has this shape."


def _small_l(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A small l among capitals and digits is often the digit 1."""
    letters = [text.raw[place] for place in text.places]
    if "l" in letters and not any("a" <= letter <= "z" for letter in letters if letter != "l"):
        pairs = zip(letters, text.code, strict=True)
        code = "".join("1" if letter == "l" else sign for letter, sign in pairs)
        for target in targets:
            yield code, target, "Small letter l typed for the digit 1."


def _other_scripts(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    if text.code.isascii() or len(text.code) > _LONGEST_CODE:
        return
    plain = read_text("".join(c if c.isascii() else ascii_twin(c) or c for c in text.code))
    reason = "A character of another script typed for the letter or digit it resembles."
    for target in targets:
        yield plain.code, target, reason
    for code, target, more in _confusions(plain, targets):
        yield code, target, f"{reason} {more}"


def _stray_signs(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A slip of the finger inside one code, not what parts words, decimals or addresses."""
    if text.groups or not _WITH_STRAY_SIGN.fullmatch(text.code):
        return
    code = "".join(filter(str.isalnum, text.code))
    for target in targets:
        yield code, target, "A sign that no code has typed inside it."


def _lost_zeros(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A spreadsheet reads a code of digits as a number: zeros in front go, decimals may come."""
    digits = plain_digits(text.code)
    if digits is None or not digits.strip("0") or len(text.groups) > 1:
        return
    target = _NUMBERS.get(len(digits), "")
    if target not in targets:
        return
    width = SCHEMES[target].lengths[0]
    if len(digits) < width:
        yield digits.zfill(width), target, "Leading zeros lost, as spreadsheets do."
    else:
        yield digits, target, "Decimals or separators added, as spreadsheets do."


def _number(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    if "cage" in targets:
        for code in originals(text.code):
            yield code, "cage", "Read as a number in scientific notation by a spreadsheet."


def _suffixed(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    code = text.code
    if "uei" in targets and len(code) == _UEI + _SUFFIX:
        yield (
            code[:-_SUFFIX],
            "uei",
            "The last four may be an EFT indicator, which is a field of its own.",
        )


def _confusions(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """Letters where only digits can be, and the letters that a scheme leaves out."""
    code = text.code
    if code.isalpha() and not code.startswith("I"):
        return  # A word, more likely than a code with every digit mistyped.
    for target in targets:
        if len(code) != SCHEMES[target].lengths[0]:
            continue
        repaired = code
        typed: dict[str, None] = {}
        for place in sorted(SCHEMES[target].digits_at(code)):
            letter = code[place]
            if digit := _DIGIT_FOR.get(letter):
                repaired = f"{repaired[:place]}{digit}{repaired[place + 1 :]}"
                typed[f"{letter} for {digit}"] = None
        if typed:
            yield repaired, target, f"Characters that look alike: {', '.join(typed)}."
        if target == "uei" and "I" in code:
            yield code.replace("I", "L"), target, "Characters that look alike: I for L."


def _check_digit(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """Changes of a UEI that make its check digit fit and leave nothing to warn of."""
    scheme, code = SCHEMES["uei"], text.code
    if "uei" not in targets or not scheme.matches(code) or is_phrase(text):
        return
    if code[-1] == digit_for(code):
        # Every UEI seen starts with a letter, and the sum cannot tell 5 from S, 8 from B, 2 from Z.
        letter = _LETTERS_FOR[code[0]]
        yield letter + code[1:], "uei", f"{code[0]} typed for {letter}."
        return
    for changed, reason in chain(_swaps(code), _single_confusions(code)):
        if scheme.matches(changed) and digit_for(changed) == changed[-1]:
            reading = scheme.read(read_text(changed))
            if not any(finding.severity == "warning" for finding in reading.findings):
                yield changed, "uei", reason


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


_DAMAGES: Final = (
    _small_l,
    _other_scripts,
    _stray_signs,
    _lost_zeros,
    _number,
    _words,
    _suffixed,
    _confusions,
    _check_digit,
)
"""What may have happened to a text that is not well formed, most likely first."""
_NUMBER_MADE: Final = (_lost_zeros, _number)
"""The same of a number in scientific notation. Its parts are no words."""
