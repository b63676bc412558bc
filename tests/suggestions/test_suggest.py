"""Suggestions: the damage that they explain, and that they are offered only where there is some."""

from __future__ import annotations

import pytest

from cagecore import check
from tests.helpers.reports import suggested


@pytest.mark.parametrize(
    ("text", "expect", "suggestion"),
    [
        # Letters for digits, and the reverse
        ("O2FP7", None, ("02FP7", "cage")),
        ("1ABO5", "cage", ("1AB05", "cage")),
        ("1ABCS", "cage", ("1ABC5", "cage")),
        ("IABC5", "cage", ("1ABC5", "cage")),
        ("LABC5", "cage", ("1ABC5", "cage")),
        ("BABC5", "cage", ("8ABC5", "cage")),
        ("ZABC5", "cage", ("2ABC5", "cage")),
        ("KO999", None, ("K0999", "ncage")),
        ("KI999", None, ("K1999", "ncage")),
        ("S123S", "ncage", ("S1235", "ncage")),
        ("I123I", "ncage", ("I1231", "ncage")),
        ("IREFO", None, ("IREF0", "ncage")),
        ("O37349885", "duns", ("037349885", "duns")),
        ("03734988S", None, ("037349885", "duns")),
        ("lABC5", None, ("1ABC5", "cage")),
        ("1ABCl", "cage", ("1ABC1", "cage")),
        ("1ABCI", None, ("1ABC1", "cage")),
        # Other scripts
        ("1AB\u04215", None, ("1ABC5", "cage")),
        ("\u0661ABC5", None, ("1ABC5", "cage")),
        ("1AB\u00b25", None, ("1AB25", "cage")),
        ("\u041a0999", None, ("K0999", "ncage")),
        ("N4YFFGL4\u0421DX5", None, ("N4YFFGL4CDX5", "uei")),
        ("cage: 1-AB\u04215", None, ("1ABC5", "cage")),
        ("1A\u0412O5", None, ("1AB05", "cage")),
        ("\u0406REFO", None, ("IREF0", "ncage")),
        # A stray character
        ("1AB_C5", None, ("1ABC5", "cage")),
        ("1AB'C5", "cage", ("1ABC5", "cage")),
        ("K0\u00b4999", None, ("K0999", "ncage")),
        ("N4YFFG;L4CDX5", None, ("N4YFFGL4CDX5", "uei")),
        # Lost zeros, and decimals that came instead
        ("4042", None, ("04042", "cage")),
        ("198", "cage", ("00198", "cage")),
        ("42", "cage", ("00042", "cage")),
        ("7349885", None, ("007349885", "duns")),
        ("37349885", "duns", ("037349885", "duns")),
        ("4042.0", None, ("04042", "cage")),
        ("4042.00", None, ("04042", "cage")),
        ("7", "cage", ("00007", "cage")),
        ("123456", "duns", ("000123456", "duns")),
        ("4 042", None, ("04042", "cage")),
        ("4.042", "cage", ("04042", "cage")),
        ("27340.0", None, ("27340", "cage")),
        ("27340.00", None, ("27340", "cage")),
        ("123456789.0", None, ("123456789", "duns")),
        ("1234567890001.0", "duns", ("1234567890001", "duns")),
        ("249.99", None, ("24999", "cage")),
        ("110.25", "cage", ("11025", "cage")),
        ("1000000.50", None, ("100000050", "duns")),
        ("27340.0", "naics", ("27340", "naics")),
        ("5.4133E+05", "naics", ("541330", "naics")),
        ("7.025151982621E+12", "nsn", ("7025151982621", "nsn")),
        # Scientific notation
        ("7.6E+06", None, ("76E05", "cage")),
        ("7.6E+06", "cage", ("760E4", "cage")),
        ("7.6E+06", "ncage", ("76E05", "cage")),
        ("4.4E+74", None, ("44E73", "cage")),
        ("4.4E+74", "uei", ("44E73", "cage")),
        ("2E+345", None, ("2E345", "cage")),
        ("7600000", None, ("76E05", "cage")),
        ("393000000", None, ("393E6", "cage")),
        ("12E4", None, ("12E04", "cage")),
        ("2.734E+04", None, ("27340", "cage")),
        ("2.7E+04", "cage", ("27000", "cage")),
        ("4.04E+03", None, ("04040", "cage")),
        ("5.00E+01", "cage", ("00050", "cage")),
        ("1.23E+08", "duns", ("123000000", "duns")),
        ("4,042.00", None, ("04042", "cage")),
        ("27.340,00", "cage", ("27340", "cage")),
        # Dates
        ("10-Dec", None, ("DEC10", "ncage")),
        ("1-Mar", "ncage", ("MAR01", "ncage")),
        ("1.23456789E+08", None, ("123456789", "duns")),
        # UEIs
        ("V24HYE4YVHG6", None, ("V24HYE4YVGH6", "uei")),
        ("4NYFFGL4CDX5", None, ("N4YFFGL4CDX5", "uei")),
        ("Z1VDMSSCTGKS", None, ("Z1VDMSSCTGK5", "uei")),
        ("N4YFFG14CDX5", None, ("N4YFFGL4CDX5", "uei")),
        ("VNIAJFAD19J9", "uei", ("VN1AJFAD19J9", "uei")),
        ("ZQGGHJH74OW7", None, ("ZQGGHJH740W7", "uei")),
        ("N4YFFGI4CDXS", "uei", ("N4YFFGL4CDX5", "uei")),
        ("N4Y FFGL 4CDX5", None, ("N4YFFGL4CDX5", "uei")),
        ("V24HYE4YVGH60001", None, ("V24HYE4YVGH6", "uei")),
        ("FPJQRB18GH930001", None, ("FPJQRB18GH93", "uei")),  # Has the shape of a PIID, too
        ("UEIV24HYE4YVGH6", None, ("V24HYE4YVGH6", "uei")),
        ("CAGE1ABC5", "cage", ("1ABC5", "cage")),
        ("NCAGEK0999", None, ("K0999", "ncage")),
        # The wrong field
        ("Z1VDMSSCTGKS", "cage", ("Z1VDMSSCTGK5", "uei")),
        ("N4YFFGL4CDX5", "cage", ("N4YFFGL4CDX5", "uei")),
        ("1ABC5", "uei", ("1ABC5", "cage")),
        ("K0999", "cage", ("K0999", "ncage")),
        ("1ABC5", "ncage", ("1ABC5", "cage")),
        ("03-734-9885", "uei", ("037349885", "duns")),
        # Codes among words
        ("Acme Corp (CAGE: 1ABC5)", None, ("1ABC5", "cage")),
        ("1ABC5, 2ABC6", None, ("2ABC6", "cage")),
        ("1ABC5'; DROP TABLE vendors;--", None, ("1ABC5", "cage")),
        ("N4YFFGL4CDX5-0001", None, ("N4YFFGL4CDX5", "uei")),
        ("+1ABC5", None, ("1ABC5", "cage")),
        ("Acme LLC 1ABC4", None, ("1ABC4", "cage")),
        ("CAGE 1ABC5 Acme LLC", None, ("1ABC5", "cage")),
        ("N4YFF GL4CDX5", None, ("N4YFF", "ncage")),
        ("1ABC5-5755947", None, ("1ABC5", "cage")),
        ("1ABC5V24HYE4YVGH6", None, ("V24HYE4YVGH6", "uei")),
        ("V24HYE4YVGH61ABC5", "uei", ("1ABC5", "cage")),
        ("H79AS FPJNL V7", None, ("H79ASFPJNLV7", "uei")),
        ("CAGE: KO999", None, ("K0999", "ncage")),
        ("KO 999", None, ("K0999", "ncage")),
        # A label says what the field would
        ("DUNS: 4042", None, ("000004042", "duns")),
        ("DUNS 123456", None, ("000123456", "duns")),
        ("CAGE: 198", None, ("00198", "cage")),
        ("NCAGE: 12000", None, ("12E03", "cage")),
        ("EIN: Acme 1ABC5", None, ("1ABC5", "cage")),
        ("ZIP 22202 CAGE 1ABC5", None, ("1ABC5", "cage")),
    ],
)
def test_suggested(text: str, expect: str | None, suggestion: tuple[str, str]) -> None:
    """The code that was damaged is among the suggestions."""
    assert suggestion in suggested(text, expect)


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("1ABC5", None),
        ("1ABC5", "cage"),
        ("1E000", None),
        ("20E000", None),
        ("ZIPIT", None),
        ("K0999", None),
        ("K0999", "ncage"),
        ("N4YFFGL4CDX5", None),
        ("123456789", "duns"),
        ("541330", None),
        ("12-3456789", None),
        ("N/A", None),
        ("N/A", "cage"),
        ("SSN 123-45-6789", "cage"),
        ("EIN 12-3456789", "cage"),
        ("ZIP 2134", None),
        ("ZIP 12000", None),
        ("SSN: 12345678", None),
        ("SSN 123-45-678O", None),
        ("EIN 12-345678S", None),
        ("NIIN 1234567", None),
        ("FSC 59", None),
        ("CAGE: 7349885", None),
        ("UEI: 1ABC5", None),
        ("7025-15-198-2621", "cage"),
        ("12-345-6789", "cage"),
        ("12345-6789", None),
        ("N4Y-FFGL-4CDX5", None),
        ("IREF0", None),
        ("I9002", "ncage"),
        ("Supplier NCAGE: SE462", None),
        ("sl123", None),
        ("lABz5", None),
        ("12-E5", "cage"),
        ("40-Dec", "ncage"),
        ("00-Dec", "ncage"),
        ("31-Feb", None),
        ("10-Oct", None),
        ("Nov-11", "ncage"),
        ("11-Nov", None),
        ("MOD 01", None),
        ("2 of 10", None),
        ("Line 1", None),
        ("Site 1", None),
        ("Item 5", None),
        ("INTEL", None),
        ("INTEL", "cage"),
        ("IDAHO", None),
        ("1005-001234567", None),
        ("V24HYE4-YVGH6", None),
        ("N4YFF-GL4CDX5", None),
        ("2024-03-01T00:00:00Z", "cage"),
        ("703 555 0123", None),
        ("1-800-555", None),
        ("37 3498 85", None),
        ("1234 567", None),
        ("ATLAS", "cage"),
        ("1.2345E+11", None),
        ("12345.67", None),
        ("1.23457E+08", "duns"),
        ("1005001234567", "cage"),
        ("7.6E+06", "zip"),
        ("AAAABBBBCCC4", None),
        ("ANSYS", None),
        ("HELLO", "cage"),
        ("INTELLIGENCE", "uei"),
        ("1,2345", "cage"),
        ("A@B15", None),
        ("ANS_YS", None),
        ("1AB<C5", None),
        ("4.4E+307", None),
        ("1.23457E+11", None),
        ("0E+00", None),
        ("N4YFFGL4CDX5A", None),
        ("INF", None),
        ("", None),
        ("\U0001f600", None),
        ("\u0416\u0416\u0416\u0416\u0416", None),
    ],
)
def test_nothing_suggested(text: str, expect: str | None) -> None:
    """Where nothing is damaged, or nothing can be known, nothing is suggested."""
    assert suggested(text, expect) == []


@pytest.mark.parametrize("text", ["\uff11ABl5", "\uff2cABl5", "cage: \uff11ABl5"])
def test_suggestions_are_clean(text: str) -> None:
    """A suggestion is written in plain capitals and digits, whatever was typed."""
    assert all(code.isascii() and code.isalnum() for code, _ in suggested(text))


@pytest.mark.parametrize("expect", ["cage", "ncage"])
@pytest.mark.parametrize("text", ["7.6E+06", "1E+05"])
def test_every_original(text: str, expect: str) -> None:
    """Every code that a number may have come from is suggested, not only the likeliest."""
    codes = {code for code, _ in suggested(text, expect)}
    assert (
        codes
        == {
            "7.6E+06": {"76E05", "076E5", "760E4"},
            "1E+05": {"1E005", "01E05", "10E04", "001E5", "010E4", "100E3"},
        }[text]
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("1000", ["01000", "1E003", "01E03", "10E02", "001E3", "010E2", "100E1"]),
        ("7E10", ["7E010", "07E10", "70E09", "070E9", "700E8"]),
        ("120000000", ["12E07", "012E7", "120E6"]),
        ("BI305", ["B1305", "81305"]),
        ("6ATPI", ["6ATP1"]),
        ("KIAA9", ["K1AA9"]),
        ("2QGGHJH74DW7", ["ZQGGHJH74DW7"]),
        ("NCAGE code OI7JS", ["017JS", "017J5"]),
        ("49528982E7113600", ["49528982E711"]),
        ("N4YFFG14CDX41234", ["N4YFFG14CDX4"]),
        ("W912DY21C00011234", []),
        ("UEI: 5BE ACME 1ABC5", ["1ABC5"]),
    ],
)
def test_order(text: str, codes: list[str]) -> None:
    """The likeliest code comes first, and each comes once."""
    assert [code for code, _ in suggested(text)] == codes


def test_typing_errors_come_before_other_fields() -> None:
    """One look-alike is likelier than a code in the wrong field; both are offered."""
    assert suggested("1ABCS", "cage") == [("1ABC5", "cage"), ("1ABCS", "ncage")]


def test_two_typing_errors_come_after_other_fields() -> None:
    """Two look-alikes are less likely than a code in the wrong field."""
    assert suggested("BB74L", "cage")[:2] == [("BB74L", "ncage"), ("8B741", "cage")]


@pytest.mark.parametrize("code", ["IREF0", "I9002", "S4080"])
def test_codes_in_use_come_before_typing_errors(code: str) -> None:
    """A special code, or one of NSPA's, is likelier in the wrong field than mistyped."""
    assert suggested(code, "cage")[0] == (code, "ncage")
    assert suggested("IABC5", "cage")[0] == ("1ABC5", "cage")


def test_reasons_are_given() -> None:
    """Each suggestion says which damage would explain the text."""
    reasons = [item.reason for item in check("O2FP7").suggestions]
    assert reasons == ["Zero, not the letter O."]
    for text, said in (("0001", True), ("N/A", False), ("null", False)):
        (suffixed,) = check(f"V24HYE4YVGH6 {text}").suggestions
        assert ("EFT indicator" in suffixed.reason) is said


def test_swaps_come_without_doubts() -> None:
    """A repaired UEI that only raises other doubts is not offered."""
    for code, scheme in suggested("4NYFFGL4CDX5"):
        (reading,) = check(code, expect=scheme).readings
        assert {finding.severity for finding in reading.findings} == {"note"}
