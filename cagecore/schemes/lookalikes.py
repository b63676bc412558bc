"""Identifiers that get mixed up with ours: the shape of each, and what sets it apart.

Only as much is said of each as is needed to recognize it and to send its owner to the right place.

>>> from cagecore.schemes import SCHEMES
>>> SCHEMES["cnpj"].is_valid("12.ABC.345/01DE-35")
True
"""

from __future__ import annotations

from operator import mul
from typing import TYPE_CHECKING, Any, Final

from cagecore.facts.tables import read_csv, read_toml
from cagecore.rules import NOTHING, Hit, Hits, rule, whole
from cagecore.schemes.scheme import Part, Scheme

if TYPE_CHECKING:
    from collections.abc import Sequence

_SERVICES: Final = {row["letter"]: row["service"] for row in read_csv("dodaac_services.csv")}
_NAICS_SECTORS: Final = frozenset(row["sector"] for row in read_csv("naics_sectors.csv"))
_UNUSED_EIN_PREFIXES: Final = frozenset(
    row["prefix"] for row in read_csv("unused_ein_prefixes.csv")
)
_INSTRUMENTS: Final = {
    letter: row["kind"]
    for row in read_csv("piid_instruments.csv")
    for letter in row["letters"].split()
}
_ROWS: Final = read_toml("lookalikes.toml")


def _scheme(key: str, row: dict[str, Any]) -> Scheme:
    """Turn a row into a scheme."""
    own = {name: value for name, value in row.items() if name not in {"sources", "confidence"}}
    for name in ("lengths", "layouts"):
        own[name] = tuple(row.get(name, ()))
    own["grouped_lengths"] = frozenset(row.get("grouped_lengths", ()))
    own["parts"] = tuple(Part(*part) for part in row.get("parts", ()))
    place = {"page": "lookalikes", "section": key}
    defaults = {"article": "a", **place, "free_grouping": False, "limits": _LIMITS}
    return Scheme(id=key, **{**defaults, **own})


def _source(scheme: Scheme) -> str:
    """Give the source of a shape: the first that its row names."""
    source: str = _ROWS[scheme.id]["sources"][0]
    return source


# For the second check digit, which counts the first in; that one has no use for the first weight.
_CNPJ_WEIGHTS: Final = (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
_LIMITS: Final = ("Whether it was ever assigned, and to whom.",)
SCHEMES: Final = {key: _scheme(key, row) for key, row in _ROWS.items()}
"""By id, in the order in which they are named where nothing else decides."""
NAICS: Final = SCHEMES["naics"]
ZIP: Final = SCHEMES["zip"]
NSN: Final = SCHEMES["nsn"]
EIN: Final = SCHEMES["ein"]
NIIN: Final = SCHEMES["niin"]
SSN: Final = SCHEMES["ssn"]
PIID: Final = SCHEMES["piid"]
DODAAC: Final = SCHEMES["dodaac"]
PSC: Final = SCHEMES["psc"]
SIC: Final = SCHEMES["sic"]
EFT: Final = SCHEMES["eft"]
CNPJ: Final = SCHEMES["cnpj"]
NSPA_REQUEST: Final = SCHEMES["nspa-request"]
_AAC: Final = DODAAC.lengths[0]
"""Characters of an activity address code, without the letters DOD before it."""


def _unless(scheme: Scheme, code: str) -> Hits:
    """Say what the shape is, unless the code has it."""
    if scheme.matches(code):
        return NOTHING
    return whole(
        code, f"{scheme.article.capitalize()} {scheme.name} has another shape: {scheme.shape}."
    )


_LOOSE: Final = "Any {} letters and digits have this shape. Its source says what it is."
_WORD: Final = "it reads like a word"


def _if_word(code: str) -> Hits:
    """Say that a code of letters alone may be a word."""
    return whole(code, "Letters and no digit. This may be a word.") if code.isalpha() else NOTHING


@rule(NAICS.view, "Shape", "54133X", source=_source(NAICS), shape=True)
def naics_shape(code: str) -> Hits:
    """Two to six digits; more digits name a narrower kind of business."""
    return _unless(NAICS, code)


@rule(ZIP.view, "Shape", "1234", source=_source(ZIP), shape=True)
def zip_shape(code: str) -> Hits:
    """Five digits, or nine with a hyphen before the last four (ZIP+4)."""
    return _unless(ZIP, code)


@rule(NSN.view, "Shape", "123456789012", source=_source(NSN), shape=True)
def nsn_shape(code: str) -> Hits:
    """Thirteen digits. No check digit is known."""
    return _unless(NSN, code)


@rule(EIN.view, "Shape", "12345678", source=_source(EIN), shape=True)
def ein_shape(code: str) -> Hits:
    """Nine digits, written with a hyphen after the second."""
    return _unless(EIN, code)


@rule(NIIN.view, "Shape", "12345678", source=_source(NIIN), shape=True)
def niin_shape(code: str) -> Hits:
    """Nine digits, the end of a NATO stock number."""
    return _unless(NIIN, code)


@rule(SSN.view, "Shape", "12345678", source=_source(SSN), shape=True)
def ssn_shape(code: str) -> Hits:
    """Nine digits, written in groups of three, two and four."""
    return _unless(SSN, code)


@rule(PIID.view, "Shape", "W912DY20C001", source=_source(PIID), shape=True)
def piid_shape(code: str) -> Hits:
    """Thirteen to seventeen letters and digits without punctuation.

    Six name the office, two the fiscal year, a letter other than I and O the kind of instrument,
    and four to eight are a serial number.
    """
    return _unless(PIID, code)


@rule(DODAAC.view, "Shape", "W912D", source=_source(DODAAC), shape=True)
def dodaac_shape(code: str) -> Hits:
    """Six letters and digits. In SAM extracts the letters DOD come before them."""
    return _unless(DODAAC, code)


@rule(PSC.view, "Shape", "1BCD", source=_source(PSC), shape=True)
def psc_shape(code: str) -> Hits:
    """Four digits for products, or a letter and three letters or digits for services.

    Newer information technology has 7, a letter and two digits.
    """
    return _unless(PSC, code)


@rule(SIC.view, "Shape", "372", source=_source(SIC), shape=True)
def sic_shape(code: str) -> Hits:
    """Four digits, from the manual of 1987."""
    return _unless(SIC, code)


@rule(EFT.view, "Shape", "123", source=_source(EFT), shape=True)
def eft_shape(code: str) -> Hits:
    """Four letters and digits. In old records they are the end of DUNS+4."""
    return _unless(EFT, code)


@rule(CNPJ.view, "Shape", "12345678901", source=_source(CNPJ), shape=True)
def cnpj_shape(code: str) -> Hits:
    """Twelve characters and two check digits; since July 2026 letters among the twelve."""
    return _unless(CNPJ, code)


@rule(NSPA_REQUEST.view, "Shape", "LT2526546662", source=_source(NSPA_REQUEST), shape=True)
def nspa_request_shape(code: str) -> Hits:
    """Two letters, two digits of the year, three of the day in the year, and six more digits.

    Inferred from two confirmations, so no field can be said to be for it.
    """
    return _unless(NSPA_REQUEST, code)


@rule(
    NSPA_REQUEST.view,
    "Seen twice only",
    "LT25265466625",
    source=_source(NSPA_REQUEST),
    basis="observed",
    doubt="other numbers look the same",
    always=True,
)
def nspa_request_inferred(code: str) -> Hits:
    """The shape was inferred from two confirmations; tax and VAT numbers can look the same."""
    return whole(
        code,
        "This shape was inferred from two cases. Other numbers, such as tax numbers, have it as"
        " well.",
    )


@rule(NAICS.view, "Sector", "99999", source="naics-2022", doubt="no sector has this number")
def naics_sector(code: str) -> Hits:
    """The first two digits are one of 24 numbers, which name 20 sectors.

    Editions change every five years, so another number is doubtful, not wrong.
    """
    sector = code[:2]
    if sector in _NAICS_SECTORS:
        return NOTHING
    return [Hit(f"No sector of the 2022 edition has the number {sector}.", 0, 2)]


@rule(
    PIID.view,
    "Letter without a use",
    "D3899924WB35P",
    source="far-4-1603",
    doubt="its ninth character has no use yet",
)
def piid_instrument(code: str) -> Hits:
    """Some letters in the ninth place are kept for later; part numbers have them by chance."""
    if _INSTRUMENTS[code[8]] != "kept for later":
        return NOTHING
    return [Hit(f"In a PIID, {code[8]} in the ninth place is kept for later.", 8, 9)]


@rule(DODAAC.view, "Service", "W912DY", source="dlm-4000-25", severity="note")
def dodaac_service(code: str) -> Hits:
    """The first letter of a military DoDAAC names the service, some a contractor or a fleet too."""
    start = len(code) - _AAC
    service = _SERVICES.get(code[start])
    if not service:
        return NOTHING
    message = f"In a DoDAAC, {code[start]} in the first place names the service: {service}."
    return [Hit(message, start, start + 1)]


@rule(DODAAC.view, "Perhaps a word", "VENDOR", source="usage", basis="observed", doubt=_WORD)
def dodaac_word(code: str) -> Hits:
    """Six letters have the shape of a DoDAAC, and so do many words."""
    return _if_word(code)


@rule(DODAAC.view, "Any six fit", "X1Y2Z3", source="far-2-101", severity="note")
def dodaac_loose(code: str) -> Hits:
    """Any six letters and digits have the shape of a DoDAAC, such as part numbers and postcodes.

    Only the first letter of a military one says more.
    """
    if len(code) > _AAC or code.isalpha() or dodaac_service(code):
        return NOTHING
    return whole(code, _LOOSE.format("six"))


@rule(EFT.view, "Any four fit", "A2B3", source="far-52-204-6", severity="note")
def eft_loose(code: str) -> Hits:
    """Any four letters and digits have the shape of an EFT indicator: the company chooses them."""
    if code.isalpha():
        return NOTHING
    return whole(code, _LOOSE.format("four"))


@rule(PSC.view, "Perhaps a word", "TRUE", source="usage", basis="observed", doubt=_WORD)
def psc_word(code: str) -> Hits:
    """Four letters have the shape of a service code, and so have many words."""
    return _if_word(code)


@rule(EFT.view, "Perhaps a word", "TRUE", source="usage", basis="observed", doubt=_WORD)
def eft_word(code: str) -> Hits:
    """Four letters have the shape of an EFT indicator, and so do many words."""
    return _if_word(code)


@rule(
    EIN.view,
    "Prefix not in use",
    "001234567",
    source="irs-ein",
    doubt="the IRS does not list its first two digits",
)
def ein_prefix(code: str) -> Hits:
    """The IRS lists the prefixes that it uses; these two digits are not among them."""
    prefix = code[:2]
    if prefix not in _UNUSED_EIN_PREFIXES:
        return NOTHING
    return [Hit(f"The IRS does not list {prefix} as the start of an EIN.", 0, 2)]


@rule(SSN.view, "Private", "123456789", source="usage", doubt="it is private", always=True)
def ssn_private(code: str) -> Hits:
    """A Social Security number is private. Do not send it or put it in a vendor file."""
    return whole(
        code, "If this is a Social Security number, do not share it and remove it from the file."
    )


@rule(CNPJ.view, "Check digits", "12ABC34501DE36", source="receita-cnpj")
def cnpj_check_digits(code: str) -> Hits:
    """Two check digits, modulo 11; a letter counts as its ASCII code less 48."""
    digits = cnpj_expected_digits(code[:12])
    if code[12:] == digits:
        return NOTHING
    return [Hit(f"The check digits should be {digits}.", 12, 14)]


def cnpj_expected_digits(root: str) -> str:
    """Compute the two check digits of a CNPJ.

    Example:
        >>> cnpj_expected_digits("12ABC34501DE")
        '35'
    """
    # A letter counts as its ASCII code less that of 0.
    values = [ord(char) - ord("0") for char in root]
    first = _modulo_11(values, _CNPJ_WEIGHTS[1:])
    return f"{first}{_modulo_11([*values, first], _CNPJ_WEIGHTS)}"


def _modulo_11(values: Sequence[int], weights: Sequence[int]) -> int:
    """Compute the digit that makes the weighted sum a multiple of 11, with 0 for 10."""
    total: int = sum(map(mul, values, weights))
    return -total % 11 % 10
