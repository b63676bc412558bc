"""NCAGE: the same five characters outside the United States, with a letter first, last, or both.

National codification bureaus and NSPA assign it. Shape: DoD 4100.39-M; nations:
`cagecore.facts.nations`.

>>> is_valid("K0999")
True
>>> is_valid("SABCK")
False
"""

from __future__ import annotations

import re
from typing import Final

from cagecore.facts.nations import ABROAD, is_bureau, structure_of
from cagecore.facts.tables import read_csv
from cagecore.rules import NO_LETTER_OR_DIGIT, NOTHING, Hit, Hits, every, rule, whole
from cagecore.schemes.scheme import Part, Scheme
from cagecore.text.characters import AS_DIGIT, DIGIT_FOR, with_digits

__all__ = ["SCHEME", "compact", "format", "is_valid", "validate"]


def _origin(code: str) -> tuple[str | None, str | None]:
    """Give the nation and the issuer of the structure."""
    structure = structure_of(code)
    return (structure.nation, structure.issuer) if structure else (None, None)


SPECIAL: Final = {row["code"]: row["meaning"] for row in read_csv("special_codes.csv")}
"""What the special codes that are known mean."""
_NO_LETTER_AT_END: Final = "ISL"


def _parts(code: str) -> tuple[Part, ...]:
    """Say what the letters at both ends mean: a nation, NSPA, or nothing that is known."""
    structure = structure_of(code)
    letters = "…".join(edge for edge in (code[0], code[-1]) if edge > "9")
    meaning = structure.meaning if structure else "no known country"
    first, last = (
        "A digit" if edge <= "9" else f"{letters}: {meaning}" for edge in (code[0], code[-1])
    )
    return (Part(0, 1, first), SCHEME.parts[1], Part(4, 5, last))


def _lookups(code: str) -> tuple[str, ...]:
    """A bureau can be asked only of a structure that it assigns; NSPA has records of all."""
    _, issuer = _origin(code)
    return tuple(key for key in SCHEME.lookups if key != "bureau" or is_bureau(issuer))


def _as_digits(code: str) -> str:
    """An I inside is more often a 1; after I, S and L the last is a digit.

    With digits at both ends it would be no NCAGE.
    """
    first, rest = code[0], with_digits(code[1:], "IO")
    if first in _NO_LETTER_AT_END:
        last = AS_DIGIT.get(rest[-1])
        return first + rest[:-1] + last if last else ""
    if first == "O":
        first = DIGIT_FOR[first]
    return first + rest if first > "9" or rest[-1] > "9" else ""


SCHEME: Final = Scheme(
    id="ncage",
    name="NCAGE code",
    article="an",
    page="ncage",
    # No O anywhere; a letter first or last or both; after I, S or L the last is a digit.
    pattern="[A-NP-Z][A-NP-Z0-9]{3}[0-9]|[A-HJKMNP-RT-Z0-9][A-NP-Z0-9]{3}[A-NP-Z]",
    lengths=(5,),
    near_lengths=range(4, 7),
    as_digits=(_as_digits,),
    shape="five characters: digits and letters other than O, with a letter first, last, or both",
    apart="A five-letter word may be a name. The nation table shows whose structure it is.",
    parts=(
        Part(0, 1, "A letter of the nation or a digit"),
        Part(1, 4, "Digits or letters, never O"),
        Part(4, 5, "A digit or a letter of the nation"),
    ),
    limits=(
        "Whether the code was ever assigned, and to whom.",
        "Whether it is active, replaced or canceled.",
        "Where the holder is today: the structure names who assigned the code.",
        "Whether name and address match the SAM record.",
    ),
    lookups=("nspa", "bureau", "sam"),
    lookups_of=_lookups,
    parts_of=_parts,
    origin=_origin,
)
compact = SCHEME.compact
validate = SCHEME.validate
is_valid = SCHEME.is_valid
format = SCHEME.format  # noqa: A001 - python-stdnum's word for it

_LENGTH: Final = SCHEME.lengths[0]
_O: Final = re.compile("O")
_I_INSIDE: Final = re.compile("(?!^)I+")
# The `basis` of what the nation table says: bureaus publish it, copies of the lists carry it.
_BUREAU: Final = "bureau"


@rule(SCHEME.view, "Five characters", "K099", source="dod-4100-39", shape=True)
def length(code: str) -> Hits:
    """An NCAGE code has five characters, neither more nor fewer."""
    if len(code) == _LENGTH:
        return NOTHING
    return whole(code, f"An NCAGE code has {_LENGTH} characters; this has {len(code)}.")


@rule(SCHEME.view, "Letters and digits only", "K09/9", source="dod-4100-39", shape=True)
def alphabet(code: str) -> Hits:
    """An NCAGE code is made of the digits 0 to 9 and capital letters, nothing else."""
    return every(code, NO_LETTER_OR_DIGIT, "An NCAGE code has only letters and digits, not “{}”.")


@rule(SCHEME.view, "No letter O", "KO999", source="dod-4100-39", shape=True)
def letter_o(code: str) -> Hits:
    """The letter O is left out. The text gives no reason; it is easily read as 0."""
    return every(code, _O, "An NCAGE code never has the letter {}.")


@rule(SCHEME.view, "A letter first or last", "10999", source="dod-4100-39", shape=True)
def edge_letter(code: str) -> Hits:
    """An NCAGE code has a letter in the first place, in the last, or in both.

    With digits in both places it has the shape of a CAGE code and, according to NATO’s CodSP-3, of
    the codes that Canada assigned until 2002.
    """
    if len(code) != _LENGTH or "A" <= code[0] <= "Z" or "A" <= code[-1] <= "Z":
        return NOTHING
    return whole(
        code,
        "An NCAGE code has a letter first, last, or both. CAGE codes have neither; nor,"
        " according to NATO’s CodSP-3, do Canadian codes from before 2002.",
    )


@rule(SCHEME.view, "I, S and L end in a digit", "S123K", source="dod-4100-39", shape=True)
def prefix_without_suffix(code: str) -> Hits:
    """A code that starts with I, S or L never ends in a letter."""
    if len(code) != _LENGTH or code[0] not in _NO_LETTER_AT_END or not "A" <= code[-1] <= "Z":
        return NOTHING
    message = f"A code that starts with {code[0]} ends in a digit."
    return [Hit(message, _LENGTH - 1, _LENGTH)]


@rule(
    SCHEME.view,
    "Letter I inside",
    "KI999",
    source="gsa-889",
    basis="observed",
    doubt="the letter I may be the digit 1",
)
def letter_i(code: str) -> Hits:
    """The letter I is not forbidden, but no real code with an I after the first place was seen.

    It is more often a digit 1.
    """
    return every(
        code,
        _I_INSIDE,
        "The letter I is allowed here, but no real code seen has it. Is it the digit 1?",
    )


@rule(
    SCHEME.view,
    "Perhaps a name",
    "ATLAS",
    source="public-pages",
    basis="observed",
    doubt="it reads like a word",
)
def word(code: str) -> Hits:
    """Five letters have the shape of an NCAGE code, and so do names such as Ansys or Atlas."""
    if not code.isalpha():
        return NOTHING
    return whole(code, "Five letters and no digit. This may be a name, not a code.")


@rule(
    SCHEME.view,
    "Filler",
    "XXXXX",
    source="public-pages",
    basis="observed",
    doubt="it reads like a filler",
)
def filler(code: str) -> Hits:
    """One character repeated often means “no code”. The shape is right all the same."""
    if code.strip(code[0]):
        return NOTHING
    return whole(code, f"{code} is often typed where no code is known.")


@rule(SCHEME.view, "Assigned by NSPA", "S4080", source="codsp-2017", severity="note")
def nspa(code: str) -> Hits:
    """NSPA assigns the S codes, for countries outside NATO and Tier 2 and for Iceland.

    The code names no country. When a country gets a structure of its own, a national code may
    replace the S code.
    """
    if code[0] != "S":
        return NOTHING
    message = (
        "NSPA assigns S codes. They name no country. A national code may have replaced this one."
    )
    return [Hit(message, 0, 1)]


@rule(SCHEME.view, "Special code", "IREF0", source="acodp1-2020", severity="note", basis=_BUREAU)
def special(code: str) -> Hits:
    """Codes that start with I are those of international bodies or have special meanings."""
    if code[0] != "I":
        return NOTHING
    if meaning := SPECIAL.get(code):
        return whole(code, f"{code} is a special code: it means {meaning}.")
    return [
        Hit(
            "Codes that start with I are those of international bodies or have special meanings.",
            0,
            1,
        )
    ]


@rule(SCHEME.view, "Shared structure", "B6865", source="codsp-2017", severity="note")
def shared_structure(code: str) -> Hits:
    """Belgium assigns the codes of Luxembourg too, so B***# names neither for certain."""
    structure = structure_of(code)
    if structure is None or structure.of_body or len(structure.allocations) == 1:
        return NOTHING
    return whole(code, f"The structure {structure.pattern} is that of {structure.meaning}.")


@rule(SCHEME.view, "National format", "A123A", source="nspa-2026", severity="note", basis=_BUREAU)
def national_format(code: str) -> Hits:
    """A nation below Tier 2 may have its own format; abroad its companies use NSPA's S codes."""
    structure = structure_of(code)
    if structure is None or not (row := structure.allocations[0]).national:
        return NOTHING
    doubt = f" The list that shows it dates from {row.as_of}." if row.confidence != "high" else ""
    return whole(
        code,
        f"{structure.pattern} is a national format ({row.name}). {ABROAD}{doubt}",
    )


@rule(
    SCHEME.view,
    "Withdrawn structure",
    "A123L",
    source="nspa-2026",
    basis=_BUREAU,
    doubt="its structure seems to be withdrawn",
)
def withdrawn(code: str) -> Hits:
    """A country that was listed once may hold no bureau number any more."""
    structure = structure_of(code)
    if structure is None or not structure.withdrawn:
        return NOTHING
    row = structure.allocations[0]
    return whole(
        code,
        f"{structure.pattern} was listed for {row.name} in {row.as_of[:4]} and seems to be"
        " withdrawn.",
    )


@rule(
    SCHEME.view, "Structure unknown", "X1234", source="codsp-2026", severity="note", basis=_BUREAU
)
def unknown_structure(code: str) -> Hits:
    """No country in the table uses this structure.

    Lists change and countries join, so this is not an error: the shape is right, the country is
    unknown.
    """
    if structure_of(code):
        return NOTHING
    return whole(code, "No country in the table uses this structure. The table may be out of date.")
