"""Suggestions: the codes that a writer may have meant, each with the damage that explains the text.

Suggestions are offered, never applied. Every one is a well formed code of its scheme.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from cagecore.cleaning import ascii_twin
from cagecore.damage import originals, plain_digits
from cagecore.report import Reading, Suggestion
from cagecore.schemes import SCHEMES
from cagecore.schemes.uei import expected_digit
from cagecore.text import Text, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Candidate = tuple[str, str, str]

MAIN: Final = ("cage", "ncage", "uei", "duns")
"""The schemes that this library is about; the others are only recognised."""

_MOST_SUGGESTIONS: Final = 12
_MOST_WORDS: Final = 1000
_LONGEST_CODE: Final = 40
_DIGIT_FOR: Final = {"O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2"}
_LETTERS_FOR: Final = {"5": "S", "8": "B", "2": "Z"}
_WORD: Final = re.compile("(?<![0-9A-Za-z])(?:[0-9A-Za-z]{12}|[0-9A-Za-z]{5})(?![0-9A-Za-z])")
_SUFFIX: Final = 4
"""Characters of an EFT indicator."""
_LENGTHS: Final = {"cage": 5, "ncage": 5, "uei": 12, "duns": 9}
_WIDTHS: Final = {"cage": (5, range(2, 5)), "duns": (9, range(7, 9))}
"""Full length, and the lengths from which lost zeros are restored."""
_DAMAGED_LENGTHS: Final = {
    *chain.from_iterable(lengths for _, lengths in _WIDTHS.values()),
    _LENGTHS["uei"] + _SUFFIX,
}
"""Lengths of a code of ours that lost zeros or became a number, and of one with a suffix."""


def code_words(text: Text) -> list[Reading]:
    """Find the words in a text that are well formed CAGE, NCAGE or UEI codes and hold a digit.

    Args:
        text: The text, read.

    Returns:
        One reading for each different code, in order; the first few where there are many. None
        when the words together have the shape of one UEI, typed in groups.

    Example:
        >>> [reading.code for reading in code_words(read_text("1ABC5 and 2abc6"))]
        ['1ABC5', '2ABC6']
    """
    if SCHEMES["uei"].matches(text.code):
        return []
    found: dict[str, Reading] = {}
    for match in islice(_WORD.finditer(text.raw), _MOST_WORDS):
        word = match[0].upper()
        if word in found or word.isalpha():
            continue
        typed = read_text(word)
        for scheme in (SCHEMES["cage"], SCHEMES["ncage"], SCHEMES["uei"]):
            if scheme.matches(word) and (reading := scheme.read(typed)).well_formed:
                found[word] = reading
        if len(found) == _MOST_SUGGESTIONS:
            break
    return list(found.values())


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
    well_formed = best is not None and best.well_formed
    named = best is not None and (best.scheme in targets or best.scheme == text.label)
    if well_formed and not _doubtful(text):
        if named or len(text.code) not in _DAMAGED_LENGTHS:
            return ()
        return tuple(_accepted(_still_well_formed(text, targets), best))
    candidates = chain(
        () if well_formed else _elsewhere(readings, wanted),
        _small_l(text, targets),
        _other_scripts(text, targets),
        _lost_zeros(text, targets),
        _number(text, targets),
        () if well_formed else _words(text),
        _suffixed(text.code, targets),
        _confusions(text.code, targets),
        _check_digit(text.code, targets),
    )
    return tuple(islice(_accepted(candidates, best), _MOST_SUGGESTIONS))


def _still_well_formed(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """What turns a code into a text that has the shape of another kind."""
    yield from _lost_zeros(text, targets)
    yield from _number(text, targets)
    yield from _suffixed(text.code, targets)


def _doubtful(text: Text) -> bool:
    """Whether a well formed code bears a sign of damage: I or small l for 1, zeros of a number."""
    return (
        "I" in text.code
        or text.code.endswith("000")
        or "l" in text.raw
        or (len(text.code) == _LENGTHS["uei"] and text.code[0] in _LETTERS_FOR)
    )


def _accepted(candidates: Iterable[Candidate], best: Reading | None) -> Iterator[Suggestion]:
    """Keep what is well formed, new, and not what the text already says."""
    seen = {(best.code, best.scheme)} if best and best.well_formed else set()
    for code, scheme, reason in candidates:
        if (code, scheme) not in seen and SCHEMES[scheme].is_valid(code):
            seen.add((code, scheme))
            yield Suggestion(code, scheme, reason)


def _elsewhere(readings: Sequence[Reading], wanted: Sequence[str]) -> Iterator[Candidate]:
    """The code is right and stands in the wrong field."""
    if wanted:
        for reading in readings:
            if reading.well_formed and reading.scheme in MAIN:
                scheme = SCHEMES[reading.scheme]
                yield (
                    reading.code,
                    scheme.id,
                    f"This is {scheme.article} {scheme.name}: it belongs in another field.",
                )


def _words(text: Text) -> Iterator[Candidate]:
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
    code = read_text("".join(c if c.isascii() else ascii_twin(c) or c for c in text.code)).code
    for target in targets:
        yield (
            code,
            target,
            "A character of another script typed for the letter or digit it resembles.",
        )


def _lost_zeros(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    """A spreadsheet reads a code of digits as a number: zeros in front go, decimals may come."""
    digits = plain_digits(text.code)
    if digits is None or not int(digits) or len(text.groups) > 1:
        return
    for target in targets:
        width, lengths = _WIDTHS.get(target, (0, range(0)))
        if len(digits) in lengths:
            yield digits.zfill(width), target, "Leading zeros lost, as spreadsheets do."
        elif len(digits) == width and digits != text.code:
            yield digits, target, "Decimals or separators added, as spreadsheets do."


def _number(text: Text, targets: Sequence[str]) -> Iterator[Candidate]:
    if "cage" in targets:
        for code in originals(text.code):
            yield code, "cage", "Read as a number in scientific notation by a spreadsheet."


def _suffixed(code: str, targets: Sequence[str]) -> Iterator[Candidate]:
    if "uei" in targets and len(code) == _LENGTHS["uei"] + _SUFFIX:
        yield (
            code[:-_SUFFIX],
            "uei",
            "The last four may be an EFT indicator, which is a field of its own.",
        )


def _confusions(code: str, targets: Sequence[str]) -> Iterator[Candidate]:
    """Letters where only digits can be, and the letters that a scheme leaves out."""
    if code.isalpha() and not code.startswith("I"):
        return  # A word, more likely than a code with every digit mistyped.
    for target in targets:
        places = _digit_places(code, target)
        repaired = "".join(
            _DIGIT_FOR.get(letter, letter) if place in places else letter
            for place, letter in enumerate(code)
        )
        if repaired != code:
            pairs = zip(code, repaired, strict=True)
            typed = ", ".join(dict.fromkeys(f"{old} for {new}" for old, new in pairs if old != new))
            yield repaired, target, f"Characters that look alike: {typed}."

        if target == "uei" and "I" in code:
            yield code.replace("I", "L"), target, "Characters that look alike: I for L."


def _digit_places(code: str, scheme: str) -> set[int]:
    """Places at which a letter must have been meant as the digit that it resembles."""
    if len(code) != _LENGTHS.get(scheme):
        return set()
    if scheme == "duns":
        return set(range(len(code)))
    left_out = {place for place, letter in enumerate(code) if letter in "IO"}
    if scheme == "cage":
        return left_out | {0, 4}
    if scheme == "uei":
        return left_out | {11}
    # An NCAGE may start with I; after I, S and L it ends in a digit.
    return left_out - ({0} if code[0] == "I" else set()) | ({4} if code[0] in "ISL" else set())


def _check_digit(code: str, targets: Sequence[str]) -> Iterator[Candidate]:
    """Changes of a UEI that make its check digit fit and leave nothing to warn of."""
    scheme = SCHEMES["uei"]
    if "uei" not in targets or not scheme.matches(code):
        return
    if code[-1] == expected_digit(code):
        # Every UEI seen starts with a letter, and the sum cannot tell 5 from S, 8 from B, 2 from Z.
        yield _LETTERS_FOR.get(code[0], code[0]) + code[1:], "uei", f"{code[0]} typed for a letter."
        return
    for changed, reason in chain(_swaps(code), _single_confusions(code)):
        if scheme.matches(changed) and expected_digit(changed) == changed[-1]:
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
