"""DUNS number: nine digits by Dun & Bradstreet, used in U.S. awards until 4 April 2022.

It once had a Luhn check digit. Three quarters of the real ones fail that test today, so it never
rejects a number.

>>> is_valid("12-345-6789")
True
>>> format("123456789")
'12-345-6789'
"""

from __future__ import annotations

import re
from typing import Final

from cagecore.rules import NO_LETTER_OR_DIGIT, NOTHING, Hit, Hits, every, rule, whole
from cagecore.schemes.scheme import Part, Scheme
from cagecore.text.characters import AS_DIGIT

__all__ = ["SCHEME", "compact", "format", "is_valid", "validate"]


def _as_digits(code: str) -> str:
    """Every character is a digit."""
    digits = [AS_DIGIT.get(char, "") for char in code]
    return "" if "" in digits else "".join(digits)


SCHEME: Final = Scheme(
    id="duns",
    name="DUNS number",
    article="a",
    page="duns",
    pattern="[0-9]{9}(?:[A-Z0-9]{4})?",
    lengths=(9, 13),
    near_lengths=range(7, 11),
    as_digits=(_as_digits,),
    shape="nine digits, or nine and the four characters of an EFT indicator",
    apart="Typed 12-345-6789, or the column it came from.",
    layouts=("##-###-####", "#########-####", "##-###-####-####"),
    free_grouping=False,
    parts=(Part(0, 9, "Nine digits"), Part(9, 13, "EFT indicator (DUNS+4)")),
    limits=(
        "Whether the number was ever assigned, and to whom.",
        "Which UEI has taken its place.",
    ),
    lookups=("sam",),
)
compact = SCHEME.compact
validate = SCHEME.validate
is_valid = SCHEME.is_valid
format = SCHEME.format  # noqa: A001 - python-stdnum's word for it

_DIGITS: Final = SCHEME.lengths[0]
_NO_DIGIT: Final = re.compile("[^0-9]+")
_FILLERS: Final = frozenset(digit * _DIGITS for digit in "0123456789") | {"123456789"}


@rule(SCHEME.view, "Nine digits", "12345678", source="unique-id-paper", shape=True)
def length(code: str) -> Hits:
    """A DUNS number has nine digits. DUNS+4 adds four characters, the old EFT indicator."""
    if len(code) in SCHEME.lengths:
        return NOTHING
    return whole(code, f"A DUNS number has {_DIGITS} digits; this has {len(code)} characters.")


@rule(SCHEME.view, "Digits only", "12345678X", source="unique-id-paper", shape=True)
def digits(code: str) -> Hits:
    """The nine characters of the number itself are digits."""
    return every(code[:_DIGITS], _NO_DIGIT, "A DUNS number has only digits, not “{}”.")


@rule(SCHEME.view, "Letters and digits after it", "123456789_001", source="gsa-open", shape=True)
def suffix(code: str) -> Hits:
    """The four characters of DUNS+4 are letters and digits."""
    message = "The suffix has only letters and digits, not “{}”."
    return [
        hit._replace(start=hit.start + _DIGITS, end=hit.end + _DIGITS)
        for hit in every(code[_DIGITS:], NO_LETTER_OR_DIGIT, message)
    ]


@rule(
    SCHEME.view,
    "Retired",
    "037349885",
    source="duns-transition",
    doubt="U.S. awards no longer use it",
    always=True,
)
def retired(code: str) -> Hits:
    """On 4 April 2022 the UEI took the place of the DUNS number in all U.S. federal awards."""
    return whole(code, "U.S. awards stopped using DUNS numbers on 4 April 2022. Ask for the UEI.")


@rule(SCHEME.view, "DUNS+4", "1234567890001", source="gsa-uei", severity="note")
def plus_four(code: str) -> Hits:
    """The four characters after the number separate bank accounts: the old EFT indicator."""
    if len(code) == _DIGITS:
        return NOTHING
    return [
        Hit("The last four are the old form of the EFT indicator (DUNS+4).", _DIGITS, len(code))
    ]


@rule(
    SCHEME.view,
    "Old check digit",
    "123456789",
    source="duns-luhn",
    severity="note",
    basis="observed",
)
def luhn(code: str) -> Hits:
    """Most numbers from before about 2007 end in a Luhn check digit; newer ones need not.

    Only one in four of 3,772 real numbers passes, so a failure proves nothing.
    """
    number = code[:_DIGITS]
    doubled = "".join(str(2 * int(digit)) for digit in number[1::2])
    if sum(map(int, number[::2] + doubled)) % 10 == 0:
        return NOTHING
    message = "The old check digit does not fit. Three of four real numbers fail it as well."
    return [Hit(message, _DIGITS - 1, _DIGITS)]


@rule(
    SCHEME.view,
    "Filler",
    "000000000",
    source="public-pages",
    basis="observed",
    doubt="it reads like a filler",
)
def filler(code: str) -> Hits:
    """One digit repeated, or 123456789, often means “no number”."""
    number = code[:_DIGITS]
    if number not in _FILLERS:
        return NOTHING
    return whole(code, f"{number} is often typed where no number is known.")
