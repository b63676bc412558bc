"""Unique Entity ID: the twelve characters by which SAM.gov names an entity.

Shape: GSA's technical specifications. The arithmetic of the check digit is public in three
programs; GSA's text only says that there is one.

>>> is_valid("n4yffgl4cdx5")
True
>>> expected_digit("N4YFFGL4CDX")
'5'
"""

from __future__ import annotations

import re
from typing import Final

from cagecore.facts.tables import read_csv
from cagecore.rules import NO_LETTER_OR_DIGIT, NOTHING, Hit, Hits, every, rule, whole
from cagecore.schemes.scheme import Part, Scheme
from cagecore.text.characters import AS_DIGIT, with_digits

__all__ = ["SCHEME", "compact", "expected_digit", "format", "is_valid", "validate"]

_LEFT_OUT: Final = "IO"
_I_OR_O: Final = re.compile(f"[{_LEFT_OUT}]")


def _as_digits(code: str) -> str:
    """The last is a digit."""
    last = AS_DIGIT.get(code[-1])
    return with_digits(code[:-1], _LEFT_OUT) + last if last else ""


def _with_l(code: str) -> str:
    """An I may also have been an L."""
    return _as_digits(code.replace("I", "L"))


SCHEME: Final = Scheme(
    id="uei",
    name="UEI",
    article="a",
    page="uei",
    pattern="(?![A-Z0-9]*[0-9]{9})[A-HJ-NP-Z1-9][A-HJ-NP-Z0-9]{11}",
    lengths=(12,),
    near_lengths=range(10, 15),
    as_digits=(_as_digits, _with_l),
    shape="twelve digits and letters other than I and O, no zero first, no nine digits in a row",
    apart="The check digit: it misses about one typing error in four.",
    parts=(
        Part(0, 1, "Never a zero"),
        Part(1, 5, "Built so that they avoid a CAGE code"),
        Part(5, 9, "Digits or letters, never I or O"),
        Part(9, 10, "Not seen by the check digit"),
        Part(10, 11, "A digit or letter, never I or O"),
        Part(11, 12, "Check digit"),
    ),
    limits=(
        "Whether the UEI was ever assigned, and to whom.",
        "Whether the registration in SAM is active: a UEI stays when a registration lapses.",
        "Whether the entity is excluded.",
        "Which CAGE code belongs to it.",
    ),
    lookups=("sam",),
)
compact = SCHEME.compact
validate = SCHEME.validate
is_valid = SCHEME.is_valid
format = SCHEME.format  # noqa: A001 - python-stdnum's word for it

_LENGTH: Final = SCHEME.lengths[0]
_GENERIC: Final = {row["uei"]: row["cage"] for row in read_csv("generic_pairs.csv")}
_NINE_DIGITS: Final = re.compile("[0-9]{9,}")
_ZEROS: Final = re.compile("0+")
_BLIND: Final = (
    "does not see the tenth character and misses three of four changes of the fifth. Among the"
    " first eleven it does not distinguish 5 from S, 8 from B or 2 from Z."
)
_FITS: Final = (
    "The check digit fits. It also fits more than one in four codes with one wrong character. It"
    f" {_BLIND}"
)


_FIRST_ELEVEN: Final = re.compile(f"[0-9A-Z]{{{_LENGTH - 1}}}").fullmatch


def expected_digit(first: str) -> str:
    """Compute the digit that the first eleven characters ask for.

    Args:
        first: Eleven characters, ASCII digits and capital letters.

    Returns:
        One digit.

    Raises:
        ValueError: If there are more or fewer characters, or others.

    Example:
        >>> expected_digit("Z1VDMSSCTGK")
        '5'
    """
    if not _FIRST_ELEVEN(first):
        message = f"expected the first {_LENGTH - 1} characters of a UEI, in capitals"
        raise ValueError(message)
    total = sum(ord(char) * place % 10 for place, char in enumerate(first, 1))
    while total > 9:  # noqa: PLR2004 - more than one decimal digit
        total = sum(int(digit) * place % 10 for place, digit in enumerate(str(total), 1))
    return str(total)


@rule(SCHEME.view, "Twelve characters", "F847A1795D", source="gsa-uei", shape=True)
def length(code: str) -> Hits:
    """A UEI has twelve characters, neither more nor fewer."""
    if len(code) == _LENGTH:
        return NOTHING
    return whole(code, f"A UEI has {_LENGTH} characters; this has {len(code)}.")


@rule(SCHEME.view, "Letters and digits only", "N4YFFGL4CD_5", source="gsa-uei", shape=True)
def alphabet(code: str) -> Hits:
    """A UEI is made of the digits 0 to 9 and letters, nothing else. Small letters mean the same."""
    return every(code, NO_LETTER_OR_DIGIT, "A UEI has only letters and digits, not “{}”.")


@rule(SCHEME.view, "No letter I or O", "RV56IG5JM6G9", source="gsa-uei", shape=True)
def letters_i_o(code: str) -> Hits:
    """The letters I and O are left out, because they look like the digits 1 and 0."""
    return every(code, _I_OR_O, "A UEI never has the letter {}.")


@rule(SCHEME.view, "No leading zero", "0ABCDEFGHJK5", source="gsa-uei", shape=True)
def leading_zero(code: str) -> Hits:
    """The first character is not zero, so that spreadsheets do not drop it."""
    return [Hit("A UEI never starts with zero.", 0, 1)] if code.startswith("0") else NOTHING


@rule(SCHEME.view, "No nine digits in a row", "A123456789B5", source="gsa-uei", shape=True)
def nine_digits(code: str) -> Hits:
    """Nine digits never come in a row, so that a UEI holds no DUNS number and no tax number."""
    return every(code, _NINE_DIGITS, "A UEI never has nine digits in a row, as in {}.")


@rule(SCHEME.view, "Check digit", "N4YFFGL4CDX6", source="uei-check-digit")
def check_digit(code: str) -> Hits:
    """The last character is computed from the first eleven.

    A wrong one is strong evidence of a typing error, or of a made-up sample. The sum does not see
    the tenth character and misses three of four changes of the fifth. Among the first eleven it
    does not distinguish 5 from S, 8 from B or 2 from Z: their ASCII codes differ by tens.
    """
    digit = expected_digit(code[:-1])
    if code[-1] == digit:
        return NOTHING
    fails = (
        f"The check digit fails. The first eleven characters ask for {digit}; the last is"
        f" {code[-1]}."
    )
    hint = (
        f" The last character of every real UEI seen is a digit; here it should be {digit}."
        if code[-1].isalpha()
        else " One of the twelve is probably wrong, or the code is a made-up sample."
    )
    if filler(code):
        hint = ""
    return [Hit(f"{fails}{hint} The check digit {_BLIND}", _LENGTH - 1, _LENGTH)]


@rule(
    SCHEME.view,
    "What the check digit misses",
    "N4YFFGL4CDX5",
    source="uei-count",
    severity="note",
    basis="observed",
    always=True,
)
def check_digit_limits(code: str) -> Hits:
    """A check digit that fits is weak evidence.

    Of random codes that end in a digit about one in ten passes; of codes with one wrong character,
    more than one in four.
    """
    if code[-1] != expected_digit(code[:-1]):
        return NOTHING
    return [Hit(_FITS, _LENGTH - 1, _LENGTH)]


@rule(SCHEME.view, "Generic UEI", "LX9KAH68DKV5", source="pgi-204-606", doubt="it names no vendor")
def generic(code: str) -> Hits:
    """DFARS PGI 204.606 lists pairs of a UEI and a CAGE code that name no vendor.

    Award reports use them when no real one can be named, as for scattered foreign awardees.
    """
    cage = _GENERIC.get(code)
    if not cage:
        return NOTHING
    return whole(
        code, f"{code} is generic. Award reports pair it with CAGE {cage} and name no vendor."
    )


@rule(
    SCHEME.view,
    "Filler",
    "XXXXXXXXXXXX",
    source="public-pages",
    basis="observed",
    doubt="it reads like a filler",
)
def filler(code: str) -> Hits:
    """One character repeated means “no code”, or hides a real one."""
    if code.strip(code[0]):
        return NOTHING
    return whole(code, "One character repeated means “no code”, or hides a real one.")


@rule(
    SCHEME.view,
    "No zero seen",
    "N0YFFGL4CDX8",
    source="uei-count",
    basis="observed",
    doubt="no real UEI seen has a zero",
)
def zero(code: str) -> Hits:
    """None of the 8,343 real UEIs counted has a zero. Only a leading one is forbidden."""
    return every(code, _ZEROS, "No real UEI that was counted has a zero.")


@rule(
    SCHEME.view,
    "First letter C to Z",
    "A4YFFGL4CDX2",
    source="uei-count",
    basis="observed",
    doubt="no real UEI seen starts like this",
)
def first_letter(code: str) -> Hits:
    """All 8,343 real UEIs counted start with a letter from C to Z."""
    if "C" <= code[0] <= "Z":
        return NOTHING
    return [Hit("Every real UEI that was counted starts with a letter from C to Z.", 0, 1)]


@rule(
    SCHEME.view,
    "Fifth a letter",
    "N4YF1GL4CDX5",
    source="uei-count",
    basis="observed",
    doubt="no real UEI seen has a digit in fifth place",
)
def fifth_letter(code: str) -> Hits:
    """The fifth character of all 8,343 real UEIs counted is a letter.

    So the first five never look like a CAGE code.
    """
    if code[4] > "9":
        return NOTHING
    return [Hit("The fifth character of every real UEI that was counted is a letter.", 4, 5)]


@rule(
    SCHEME.view,
    "Last is 1 to 9",
    "Z1VDMSSCTGKS",
    source="uei-count",
    basis="observed",
    doubt="no real UEI seen ends like this",
)
def last_digit(code: str) -> Hits:
    """The last character of all 8,343 real UEIs counted is a digit from 1 to 9."""
    if "1" <= code[-1] <= "9":
        return NOTHING
    message = "The last character of every real UEI that was counted is a digit from 1 to 9."
    return [Hit(message, _LENGTH - 1, _LENGTH)]
