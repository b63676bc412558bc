"""The rules of the lookalikes, each with a table of texts and the places where it speaks."""

from __future__ import annotations

import pytest

from cagecore import SCHEMES
from cagecore.schemes.lookalikes import cnpj_expected_digits, piid_instrument
from tests.helpers.reports import Spans, spans


@pytest.mark.parametrize(
    ("text", "places"),
    [("54", []), ("541330", []), ("5", [(0, 1)]), ("5413301", [(0, 7)]), ("NAICS 5X", [(6, 8)])],
)
def test_naics_shape(text: str, places: Spans) -> None:
    """A NAICS code is two to six digits."""
    assert spans("naics-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("541330", []),
        ("31", []),
        ("11", []),
        ("34", [(0, 2)]),
        ("99999", [(0, 2)]),
        (" 00", [(1, 3)]),
    ],
)
def test_naics_sector(text: str, places: Spans) -> None:
    """A first pair that is no sector of the 2022 edition is doubted, and rejects nothing."""
    assert spans("naics-sector", text) == places
    assert SCHEMES["naics"].is_valid(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("22202", []),
        ("22202-1234", []),
        ("222021234", []),
        ("2220", [(0, 4)]),
        ("22202-123", [(0, 9)]),
    ],
)
def test_zip_shape(text: str, places: Spans) -> None:
    """A ZIP code is five digits, or nine."""
    assert spans("zip-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("7025-15-198-2621", []),
        ("7025151982621", []),
        ("702515198262", [(0, 12)]),
        ("5962-LL-123-4567", [(0, 16)]),
    ],
)
def test_nsn_shape(text: str, places: Spans) -> None:
    """A stock number is thirteen digits."""
    assert spans("nsn-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("12-3456789", []), ("123456789", []), ("12-345678", [(0, 9)]), ("12-345678A", [(0, 10)])],
)
def test_ein_shape(text: str, places: Spans) -> None:
    """An EIN is nine digits."""
    assert spans("ein-shape", text) == places


# fmt: off
UNUSED = [
    "00", "07", "08", "09", "17", "18", "19", "28", "29",
    "49", "69", "70", "78", "79", "89", "96", "97",
]
# fmt: on


@pytest.mark.parametrize(
    ("text", "places"),
    [(f"{first:02}-3456789", [(0, 2)] if f"{first:02}" in UNUSED else []) for first in range(100)],
)
def test_ein_prefix(text: str, places: Spans) -> None:
    """Each prefix that the IRS does not list, and no other, is doubted."""
    assert spans("ein-prefix", text) == places
    assert SCHEMES["ein"].is_valid(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [("15-198-2621", []), ("151982621", []), ("15198262", [(0, 8)]), ("15-LL8-2621", [(0, 11)])],
)
def test_niin_shape(text: str, places: Spans) -> None:
    """A NIIN is nine digits."""
    assert spans("niin-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("123-45-6789", []), ("123456789", []), ("123-45-678", [(0, 10)]), ("123-45-678A", [(0, 11)])],
)
def test_ssn_shape(text: str, places: Spans) -> None:
    """A Social Security number is nine digits."""
    assert spans("ssn-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("123-45-6789", [(0, 11)]), ("SSN: 123456789", [(5, 14)]), ("12345678", [])],
)
def test_ssn_private(text: str, places: Spans) -> None:
    """Whoever types a Social Security number is told not to share it."""
    assert spans("ssn-private", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("W912DY20C0012", []),
        ("W912DY-20-C-0012", []),
        ("47QSWA20D00011234", []),
        ("W912DY20C001", [(0, 12)]),
        ("W912DY20C00001234", []),
        ("W912DY20C000012345", [(0, 18)]),
        ("W912DY20I0012", [(0, 13)]),
        ("W912DY20O0012", [(0, 13)]),
        ("W912DYA0C0012", [(0, 13)]),
        ("W912DY2010012", [(0, 13)]),
    ],
)
def test_piid_shape(text: str, places: Spans) -> None:
    """A PIID has thirteen to seventeen characters, two digits of the year, then a letter."""
    assert spans("piid-shape", text) == places


@pytest.mark.parametrize(("text", "places"), [("W912DY20C0012", []), ("D38999/24WB35P", [(9, 10)])])
def test_piid_instrument(text: str, places: Spans) -> None:
    """A letter that no instrument has yet is doubted, and rejects nothing."""
    assert spans("piid-instrument", text) == places
    assert SCHEMES["piid"].is_valid(text)
    assert "PIID, E in the ninth" in piid_instrument("W912DY21E0001")[0][0]


@pytest.mark.parametrize(
    ("text", "places"),
    [("DODF2K3AJ", []), ("n00024", []), ("F2K3A", [(0, 5)]), ("ABCF2K3AJ", [(0, 9)])],
)
def test_dodaac_shape(text: str, places: Spans) -> None:
    """A DoDAAC has six letters and digits, with DOD before them in SAM's extracts."""
    assert spans("dodaac-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("W912DY", [(0, 1)]),
        ("DODN00024", [(3, 4)]),
        (" f2k3aj", [(1, 2)]),
        ("X12345", []),
        ("541330", []),
    ],
)
def test_dodaac_service(text: str, places: Spans) -> None:
    """The first letter of a military DoDAAC names its service; other letters are not known."""
    assert spans("dodaac-service", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("X1Y2Z3", [(0, 6)]), ("W912DY", []), ("DODX1Y2Z3", []), ("VENDOR", [])],
)
def test_dodaac_loose(text: str, places: Spans) -> None:
    """Six characters that name no service may be anything, and the report says so."""
    assert spans("dodaac-loose", text) == places


@pytest.mark.parametrize(("text", "places"), [("A2B3", [(0, 4)]), ("0001", [(0, 4)]), ("TRUE", [])])
def test_eft_loose(text: str, places: Spans) -> None:
    """Four characters may be anything, and the report says so."""
    assert spans("eft-loose", text) == places


@pytest.mark.parametrize(("text", "places"), [("VENDOR", [(0, 6)]), ("W912DY", [])])
def test_dodaac_word(text: str, places: Spans) -> None:
    """Six letters without a digit may be a word."""
    assert spans("dodaac-word", text) == places


@pytest.mark.parametrize(("text", "places"), [("TRUE", [(0, 4)]), ("Y1AA", [])])
def test_psc_word(text: str, places: Spans) -> None:
    """Four letters may be a word rather than a service code."""
    assert spans("psc-word", text) == places


@pytest.mark.parametrize(("text", "places"), [("TRUE", [(0, 4)]), ("0001", []), ("A1B2", [])])
def test_eft_word(text: str, places: Spans) -> None:
    """Four letters without a digit may be a word."""
    assert spans("eft-word", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1005", []),
        ("R425", []),
        ("AC13", []),
        ("7A20", []),
        ("Y1AA", []),
        ("DB02", []),
        ("8A20", [(0, 4)]),
        ("100", [(0, 3)]),
        ("10055", [(0, 5)]),
    ],
)
def test_psc_shape(text: str, places: Spans) -> None:
    """A product or service code has one of three shapes of four characters."""
    assert spans("psc-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"), [("3720", []), ("372", [(0, 3)]), ("372A", [(0, 4)]), ("37200", [(0, 5)])]
)
def test_sic_shape(text: str, places: Spans) -> None:
    """An SIC code is four digits."""
    assert spans("sic-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"), [("0001", []), ("ab12", []), ("123", [(0, 3)]), ("12345", [(0, 5)])]
)
def test_eft_shape(text: str, places: Spans) -> None:
    """An EFT indicator is four letters and digits."""
    assert spans("eft-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("11.222.333/0001-81", []),
        ("12.ABC.345/01DE-35", []),
        ("12abc34501de35", []),
        ("12ABC34501DE3", [(0, 13)]),
        ("12.ABC.345/01DE-3A", [(0, 18)]),
    ],
)
def test_cnpj_shape(text: str, places: Spans) -> None:
    """A CNPJ is twelve letters or digits and two digits."""
    assert spans("cnpj-shape", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("11.222.333/0001-81", []),
        ("11222333000181", []),
        ("12.ABC.345/01DE-35", []),
        ("12.ABC.345/01DE-36", [(16, 18)]),
        ("12ABC34501DE53", [(12, 14)]),
        ("00000000000191", []),
        ("11111111111111", [(12, 14)]),
    ],
)
def test_cnpj_check_digits(text: str, places: Spans) -> None:
    """The two check digits are computed in the old and in the alphanumeric form."""
    assert spans("cnpj-check-digits", text) == places


@pytest.mark.parametrize(
    ("root", "digits"),
    [("12ABC34501DE", "35"), ("112223330001", "81"), ("000000000001", "91"), ("0" * 12, "00")],
)
def test_cnpj_expected_digits(root: str, digits: str) -> None:
    """A remainder below two gives the digit zero."""
    assert cnpj_expected_digits(root) == digits


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("LT25265466625", []),
        ("tr26258467723", []),
        ("LT2526546662", [(0, 12)]),
        ("LT25367466625", [(0, 13)]),
        ("L125265466625", [(0, 13)]),
    ],
)
def test_nspa_request_shape(text: str, places: Spans) -> None:
    """A request's reference is two letters, a year, a day of the year and six digits."""
    assert spans("nspa-request-shape", text) == places


def test_nspa_request_inferred() -> None:
    """A shape inferred from two cases gets a warning: an Italian VAT number looks the same."""
    assert spans("nspa-request-inferred", "IT12345670017") == [(0, 13)]
