"""What a text of unknown kind is: recognized by shape, grouping or label, and honest about ties."""

from __future__ import annotations

import pytest

from cagecore import check


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("12-3456789", "ein"),
        ("123-45-6789", "ssn"),
        ("22202-1234", "zip"),
        ("541330", "naics"),
        ("NAICS: 541330", "naics"),
        ("SIC 3720", "sic"),
        ("ZIP 22202", "zip"),
        ("F2K3AJ", "dodaac"),
        ("DODF2K3AJ", "dodaac"),
        ("7025-15-198-2621", "nsn"),
        ("NIIN 15-198-2621", "niin"),
        ("SPE4A5-20-M-1234", "piid"),
        ("FA8750-19-C-0001", "piid"),
        ("R425", "psc"),
        ("PSC 1005", "psc"),
        ("EFT indicator: 0001", "eft"),
        ("11.222.333/0001-81", "cnpj"),
        ("12.ABC.345/01DE-35", "cnpj"),
        ("LT25265466625", "nspa-request"),
        ("TR26258467723", "nspa-request"),
    ],
)
def test_recognised(text: str, scheme: str) -> None:
    """Each lookalike is recognized by its shape, its grouping or its label."""
    report = check(text)
    assert (report.scheme, report.well_formed) == (scheme, True)


@pytest.mark.parametrize(
    ("text", "schemes"),
    [
        ("27340", {"cage", "naics", "zip"}),
        ("123456789", {"duns", "ein", "niin", "ssn"}),
        ("541330", {"naics", "dodaac"}),
        ("1005", {"naics", "psc", "sic", "eft"}),
        ("7025151982621", {"nsn", "duns"}),
        ("113 59", {"cage", "naics", "zip"}),
    ],
)
def test_ties(text: str, schemes: set[str]) -> None:
    """What fits several kinds is read as each of them, and the tie is reported."""
    report = check(text)
    assert {reading.scheme for reading in report.readings} == schemes
    assert "ambiguous" in {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("text", "schemes"),
    [
        ("27340", ["cage", "naics", "zip"]),
        ("ZIP 22202", ["zip", "cage", "naics"]),
        ("12-3456789", ["ein"]),
        ("123-45-6789", ["ssn"]),
        ("LCYLY BMZXM J8", ["uei"]),
        ("LX9KAH68DKV5/35HL9", []),
        ("1ABC5 T53MCMLTWK59", []),
        ("No CAGE given", []),
        ("NO NCAGE VALID", []),
        ("1005**", ["naics", "psc", "sic", "eft"]),
        ("123 456 789", ["duns", "ein", "niin", "ssn"]),
        ("12/34/56789", ["duns", "ein", "niin", "ssn"]),
        ("12-345-6789", ["duns", "niin"]),
        ("7025-15-198-2621", ["nsn"]),
        ("7025 1519 82621", ["nsn", "duns"]),
        ("12ABC34501DE35", ["cnpj"]),
        ("W912DY20C00123", ["piid", "cnpj"]),
        ("11222333A00181", ["piid", "cnpj"]),
        ("1ABO5", ["cage", "ncage"]),
        ("KABO5", ["ncage", "cage"]),
        ("1234567890", ["duns"]),
        ("CAGE: K0999", ["ncage"]),
        ("DUNS: 1234", ["duns", "naics", "psc", "sic", "eft"]),
        ("UEI: ???", []),
        ("1A+", []),
        ("1AB+", ["cage", "ncage"]),
        ("1ABC+5", ["cage", "ncage"]),
        ("1ABC+55", []),
        ("N4YFFGL+C", []),
        ("N4YFFGL4CD", ["uei"]),
        ("N4YFFGL4CDX5+X", ["uei"]),
        ("N4YFFGL4CDX5+XX", []),
        ("1ABC5|2ABC6", []),
        ("|1ABC5|K0999|", []),
        ("1ABC5_2ABC6", []),
        ("SE462=JS462", []),
        ("CAGE*1ABC5", []),
        ("?q=1ABC5&page=1", []),
        ("V24HYE4_YVGH6", ["uei"]),
        ("N4YFFGL\u0421CDX5X", ["uei"]),
        ("N4YFF\u0421L4CDX5", ["uei"]),
        ("192.168.1.1", []),
        ("37349885.0", []),
        ("12345678.00", []),
        ("393000000.00", []),
        ("1000000.50", []),
        ("1234567", ["duns"]),
        ("12345678901", []),
        ("703-555-0123", []),
        ("2026-01-31", []),
        ("5962-8512501XA", []),
        ("CAGE: O2FP7", ["cage", "ncage"]),
        ("NCAGE: 1ABO5", ["ncage", "cage"]),
        ("0373498851", ["duns"]),
    ],
)
def test_ranking(text: str, schemes: list[str]) -> None:
    """Without errors comes first, then the label, then the grouping, then the schemes' order."""
    assert [reading.scheme for reading in check(text).readings] == schemes


@pytest.mark.parametrize(
    "text",
    [
        "Acme LLC 1ABC4",
        "1ABC5 et 2ABC7",
        "MFR 27340 Acme",
        "1ABC5 2ABC6 US",
        "1ABC5 22202 VA",
        "Delta Tech 123",
        "Room 1234 North St",
        "Bldg 1022 Elm St",
        "75008 Paris",
        "info@1abc5.com",
        "<b>1ABC5</b>",
        "1ABC5/K0999",
    ],
)
def test_phrases_are_no_codes(text: str) -> None:
    """Words, addresses and lists are not joined into a code, nor into something close to one."""
    assert check(text).readings == ()


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("N4YF FGL4 CDX5", "uei"),
        ("N4Y-FFG-L4C-DX5", "uei"),
        ("n4 yf fg l4 cd x5", "uei"),
        ("N4YFFG L4CDX5", "uei"),
        ("N4YFF GL4CDX5", "uei"),
        ("ZQGG HJH74DW7", "uei"),
        ("N4YFFGL4 CDX5", "uei"),
        ("W912DY 21 C 0001", "piid"),
        ("47QS WA20D 0001", "piid"),
        ("12-345-6789 0001", "duns"),
    ],
)
def test_groups_are_one_code(text: str, scheme: str) -> None:
    """Codes typed in groups, equal or not, are well formed."""
    report = check(text)
    assert (report.scheme, report.well_formed) == (scheme, True)


@pytest.mark.parametrize(
    ("text", "expect", "said"),
    [
        ("1ABC5 (active)", "cage", "1ABC5"),
        ("Our CAGE code is 1ABC5.", "cage", "1ABC5"),
        ("CAGE 1ABC5 Acme LLC", None, "1ABC5"),
        ("CAGE 1ABC5 x", None, "1ABC5"),
        ("+1ABC5", "cage", "1ABC5"),
        ("1ABC5 Acme", "ncage", "1ABC5"),
        ("K0999 Acme", "uei", "K0999"),
        ("N4YFF GL4CDX", "uei", None),
        ("1ABC5\u00e9", "cage", None),
        ("N4YFF GL4CDX6", "uei", None),
        ("1ABC5/K0999", "cage", None),
        ("HELLO WORLD", "cage", None),
    ],
)
def test_code_among_words(text: str, expect: str | None, said: str | None) -> None:
    """Where a field or a label asks for a code, the one among words is named, too."""
    messages = [f.message for f in check(text, expect).findings if f.rule == "unrecognised"]
    expected = [f"There is more here than a code. {said} in it has the shape of one."]
    assert messages == (expected if said else [])
