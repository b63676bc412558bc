"""CAGE code: five characters that the U.S. Defense Logistics Agency assigns to a place of business.

Shape: DoD 4100.39-M. There is no check digit, so a CAGE code can be checked for shape only.

>>> is_valid("1ABC5")
True
>>> is_valid("1ABO5")
False
"""

from __future__ import annotations

import re
from typing import Final

from cagecore.facts.tables import read_csv
from cagecore.rules import NO_LETTER_OR_DIGIT, NOTHING, Hit, Hits, every, rule, whole
from cagecore.schemes.scheme import Part, Scheme
from cagecore.text.characters import AS_DIGIT, with_digits

__all__ = ["SCHEME", "compact", "format", "is_valid", "validate"]

_LEFT_OUT: Final = "IO"
_I_OR_O: Final = re.compile(f"[{_LEFT_OUT}]")


def _as_digits(code: str) -> str:
    """Both ends are digits."""
    first, last = AS_DIGIT.get(code[0]), AS_DIGIT.get(code[-1])
    return first + with_digits(code[1:-1], _LEFT_OUT) + last if first and last else ""


SCHEME: Final = Scheme(
    id="cage",
    name="CAGE code",
    article="a",
    page="cage",
    pattern="[0-9][A-HJ-NP-Z0-9]{3}[0-9]",
    lengths=(5,),
    near_lengths=range(4, 7),
    as_digits=(_as_digits,),
    shape="five characters: a digit, three digits or letters other than I and O, a digit",
    apart="The column or form it came from: five digits alone say nothing.",
    parts=(
        Part(0, 1, "A digit"),
        Part(1, 4, "Digits or letters, never I or O"),
        Part(4, 5, "A digit"),
    ),
    limits=(
        "Whether the code was ever assigned, and to whom.",
        "Whether the record is active, expired or replaced.",
        "Whether the holder is in the United States.",
        "Whether it belongs to a UEI given beside it.",
    ),
    lookups=("sam", "dla-cage"),
)
compact = SCHEME.compact
validate = SCHEME.validate
is_valid = SCHEME.is_valid
format = SCHEME.format  # noqa: A001 - python-stdnum's word for it

_LENGTH: Final = SCHEME.lengths[0]
_PSEUDO: Final = {row["code"]: row["meaning"] for row in read_csv("pseudo_cages.csv")}
_GENERIC: Final = {row["cage"]: row["uei"] for row in read_csv("generic_pairs.csv")}
_SCIENTIFIC: Final = re.compile("[0-9]{1,3}E[0-9]{1,3}")


@rule(SCHEME.view, "Five characters", "1ABC", source="dod-4100-39", shape=True)
def length(code: str) -> Hits:
    """A CAGE code has five characters, neither more nor fewer."""
    if len(code) == _LENGTH:
        return NOTHING
    return whole(code, f"A CAGE code has {_LENGTH} characters; this has {len(code)}.")


@rule(SCHEME.view, "Letters and digits only", "1AB/5", source="dod-4100-39", shape=True)
def alphabet(code: str) -> Hits:
    """A CAGE code is made of the digits 0 to 9 and capital letters, nothing else."""
    return every(code, NO_LETTER_OR_DIGIT, "A CAGE code has only letters and digits, not “{}”.")


@rule(SCHEME.view, "No letter I or O", "1ABO5", source="dod-4100-39", shape=True)
def letters_i_o(code: str) -> Hits:
    """The letters I and O are left out.

    The text gives no reason; they are easily read as 1 and 0.
    """
    return every(code, _I_OR_O, "A CAGE code never has the letter {}.")


@rule(SCHEME.view, "First is a digit", "KABC5", source="dod-4100-39", shape=True)
def first_digit(code: str) -> Hits:
    """The first character is a digit. A letter there belongs to an NCAGE."""
    if len(code) != _LENGTH or "0" <= code[0] <= "9":
        return NOTHING
    return [Hit("The first character of a CAGE code is a digit.", 0, 1)]


@rule(SCHEME.view, "Last is a digit", "1ABCK", source="dod-4100-39", shape=True)
def last_digit(code: str) -> Hits:
    """The last character is a digit. A letter there belongs to an NCAGE."""
    if len(code) != _LENGTH or "0" <= code[-1] <= "9":
        return NOTHING
    return [Hit("The last character of a CAGE code is a digit.", _LENGTH - 1, _LENGTH)]


@rule(
    SCHEME.view,
    "The country does not show",
    "00198",
    source="codsp-2017",
    severity="note",
    always=True,
)
def shared_shape(code: str) -> Hits:
    """The shape does not show the country.

    Canadian codes from before 2002 look the same and are still in use. Some companies outside the
    United States hold a code of this shape, too.
    """
    return whole(
        code,
        "The shape does not show the country. Canadian codes from before 2002 look the same, and"
        " some companies abroad hold such a code.",
    )


@rule(
    SCHEME.view,
    "Names no entity",
    "99999",
    source="nsndepot",
    basis="observed",
    doubt="it names no company",
)
def pseudo(code: str) -> Hits:
    """99995, 99998 and 99999 mark kinds of numbers in the U.S. catalog and name no company."""
    meaning = _PSEUDO.get(code)
    return whole(code, f"{code} marks {meaning}. It names no company.") if meaning else NOTHING


@rule(SCHEME.view, "Generic code", "35HL9", source="pgi-204-606", doubt="it names no vendor")
def generic(code: str) -> Hits:
    """DFARS PGI 204.606 lists pairs of a UEI and a CAGE code that name no vendor.

    Award reports use them when no real one can be named, as for scattered foreign awardees.
    """
    uei = _GENERIC.get(code)
    if not uei:
        return NOTHING
    return whole(
        code, f"{code} is generic. Award reports pair it with UEI {uei} and name no vendor."
    )


@rule(
    SCHEME.view,
    "Filler",
    "00000",
    source="public-pages",
    basis="observed",
    doubt="it reads like a filler",
)
def filler(code: str) -> Hits:
    """One digit repeated, or 12345, often means “no code”. The shape is right all the same."""
    if code.strip(code[0]) and code != "12345":
        return NOTHING
    return whole(code, f"{code} is often typed where no code is known.")


@rule(SCHEME.view, "Five digits", "27340", source="dod-4100-39", severity="note")
def five_digits(code: str) -> Hits:
    """A code of five digits is normal, and looks just like a ZIP code or a NAICS code."""
    if not code.isdecimal():
        return NOTHING
    return whole(code, "Five digits also look like a ZIP code or a NAICS code.")


@rule(
    SCHEME.view,
    "Spreadsheets destroy it",
    "44E73",
    source="spreadsheet-damage",
    severity="note",
    basis="observed",
)
def scientific(code: str) -> Hits:
    """Digits, an E and digits: a spreadsheet takes that for a number and shows 4.4E+74 instead.

    Keep the column as text.
    """
    if "E" not in code or not _SCIENTIFIC.fullmatch(code):
        return NOTHING
    return whole(code, "A spreadsheet takes this for a number and destroys it. Keep it as text.")


@rule(
    SCHEME.view,
    "Leading zero",
    "00198",
    source="spreadsheet-damage",
    severity="note",
    basis="observed",
)
def leading_zero(code: str) -> Hits:
    """A leading zero is part of the code. A spreadsheet drops it from a code of five digits."""
    if not (code.startswith("0") and code.isdecimal()):
        return NOTHING
    return [Hit("The leading zero belongs to the code; a spreadsheet drops it.", 0, 1)]
