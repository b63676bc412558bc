"""The rules of UEIs, each with a table of texts and the places where it speaks."""

from __future__ import annotations

import pytest

from cagecore import check, uei
from tests.helpers.reports import Spans, read_rows, spans


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("N4YFFGL4CDX5", []),
        ("F847A1795D", [(0, 10)]),
        ("N4YFFGL4CDX50", [(0, 13)]),
        ("UEI: N4YFFGL4CDX", [(5, 16)]),
        ("N4Y FFG L4C DX", [(0, 14)]),
    ],
)
def test_length(text: str, places: Spans) -> None:
    """A UEI has twelve characters; the whole code is pointed out where it was typed."""
    assert spans("uei-length", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("N4YFFGL4CDX5", []),
        ("n4yffgl4cdx5", []),
        ("N4YFFGL4CD+5", [(10, 11)]),
        ("N4YFFGL4\u0421DX5", [(8, 9)]),
        ("N4YFFGL4CDX\u0665", [(11, 12)]),
        ("\u00dfN4YFFGL4CDX", [(0, 1)]),
    ],
)
def test_alphabet(text: str, places: Spans) -> None:
    """All but ASCII letters and digits are pointed out, look-alikes of other scripts included."""
    assert spans("uei-alphabet", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("RV56IG5JM6G9", [(4, 5)]),
        ("rq56ig5jm6g9", [(4, 5)]),
        ("OV56IOJJM6G9", [(0, 1), (4, 5), (5, 6)]),
        ("N4YFFGL4CDX5", []),
    ],
)
def test_letters_i_o(text: str, places: Spans) -> None:
    """The letters I and O are pointed out wherever they are, one by one."""
    assert spans("uei-letters-i-o", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("0ABCDEFGHJK5", [(0, 1)]), ("UEI 0ABCDEFGHJK5", [(4, 5)]), ("N0YFFGL4CDX8", [])],
)
def test_leading_zero(text: str, places: Spans) -> None:
    """The first character is never a zero; a zero elsewhere is not this rule's concern."""
    assert spans("uei-leading-zero", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A123456789B5", [(1, 10)]),
        ("A1234567890B", [(1, 11)]),
        ("A12 345 6789 B5", [(1, 12)]),
        ("A12345678BC5", []),
        ("123456789012", [(0, 12)]),
    ],
)
def test_nine_digits(text: str, places: Spans) -> None:
    """A run of nine digits or more is pointed out as one; eight are allowed."""
    assert spans("uei-nine-digits", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("N4YFFGL4CDX5", []),
        ("n4yffgl4cdx5", []),
        ("N4YFFGL4CDX6", [(11, 12)]),
        ("UEI: n4yffgl4cdx6", [(16, 17)]),
        ("Z1VDMSSCTGKS", [(11, 12)]),
        ("ZU9RSU9RR9S9", [(11, 12)]),
        ("F847A1795DE4", [(11, 12)]),
        ("V24HYE4YVHG6", [(11, 12)]),
        ("RV56IG5JM6G9", []),
    ],
)
def test_check_digit(text: str, places: Spans) -> None:
    """A wrong check digit is pointed out; small letters count as capitals; shape comes first."""
    assert spans("uei-check-digit", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("N4YFFGL4CDX5", [(11, 12)]), ("N4YFFGL4CDX6", []), ("N4YFFGL4C", [])],
)
def test_check_digit_limits(text: str, places: Spans) -> None:
    """A check digit that fits is said to be weak evidence."""
    assert spans("uei-check-digit-limits", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        *(
            (row["uei"], [(0, 12)] if "generic" in row["source"] else [])
            for row in read_rows("uei_vectors.csv")
            if row["structure_and_checksum_ok"] == "yes"
        ),
        ("uei lx9kah68dkv5", [(4, 16)]),
    ],
)
def test_generic(text: str, places: Spans) -> None:
    """Each generic UEI of PGI 204.606, and no other real one, is named as never a real vendor."""
    assert spans("uei-generic", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("N0YFFGL4CDX8", [(1, 2)]),
        ("N0YFF0L0CDX8", [(1, 2), (5, 6), (7, 8)]),
        ("20000000A001", [(1, 8), (9, 11)]),
        ("N4YFFGL4CDX5", []),
    ],
)
def test_zero(text: str, places: Spans) -> None:
    """A zero after the first place is doubted."""
    assert spans("uei-zero", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A4YFFGL4CDX2", [(0, 1)]),
        ("B4YFFGL4CDX5", [(0, 1)]),
        ("2QGGHJH74DW7", [(0, 1)]),
        ("C4YFFGL4CDX5", []),
    ],
)
def test_first_letter(text: str, places: Spans) -> None:
    """A digit, an A or a B in the first place is doubted."""
    assert spans("uei-first-letter", text) == places


@pytest.mark.parametrize(("text", "places"), [("N4YF1GL4CDX5", [(4, 5)]), ("N4YFFGL4CDX5", [])])
def test_fifth_letter(text: str, places: Spans) -> None:
    """A digit in the fifth place is doubted."""
    assert spans("uei-fifth-letter", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("Z1VDMSSCTGKS", [(11, 12)]), ("N4YFFGL4CDX0", [(11, 12)]), ("N4YFFGL4CDX5", [])],
)
def test_last_digit(text: str, places: Spans) -> None:
    """A letter or a zero in the last place is doubted."""
    assert spans("uei-last-digit", text) == places


@pytest.mark.parametrize(
    ("code", "digit"),
    [
        ("N4YFFGL4CDX", "5"),
        ("Z1VDMSSCTGK", "5"),
        ("VJ23VL3BNJL", "8"),
        ("S9EYKVSLRSQ", "5"),
        ("KQM1HHYHLHR", "5"),
        ("P2K2F5T4FE2", "6"),
        ("Z6DLQLN43GD", "7"),
    ],
)
def test_expected_digit(code: str, digit: str) -> None:
    """The check digits that firms publish are the ones computed."""
    assert uei.expected_digit(code) == digit
    wrong = str(9 - int(digit))
    (hit,) = uei.check_digit(code + wrong)
    assert f"ask for {digit}; the last is {wrong}." in hit.message
    assert (hit.start, hit.end) == (11, 12)


@pytest.mark.parametrize(
    "code", ["n4yffgl4cdx", "N4YFFGL4C\u0421X", "", "N4YFFGL4CD", "N4YFFGL4CDX5"]
)
def test_expected_digit_refuses(code: str) -> None:
    """Only eleven capitals and digits: a wrong letter or a partial code gives nothing."""
    with pytest.raises(ValueError, match="first 11 characters"):
        uei.expected_digit(code)


@pytest.mark.parametrize(("one", "other"), [("S", "5"), ("B", "8"), ("Z", "2")])
@pytest.mark.parametrize("place", range(11))
def test_check_digit_is_blind(one: str, other: str, place: int) -> None:
    """S for 5, B for 8 and Z for 2 differ by tens, so no check digit sees them before the last."""
    code = "N4YFFGL4CDX"
    changed = [code[:place] + char + code[place + 1 :] for char in (one, other)]
    assert uei.expected_digit(changed[0]) == uei.expected_digit(changed[1])


def test_check_digit_message() -> None:
    """A letter in the last place is named; a wrong digit may be any of the twelve."""
    codes = ("Z1VDMSSCTGKS", "N4YFFGL4CDX6")
    letter, digit = (check(code).readings[0].findings[0] for code in codes)
    assert "every real UEI seen is a digit; here it should be 5." in letter.message
    assert "One of the twelve" in digit.message
    filler = check("XXXXXXXXXXXX").readings[0].findings[0]
    assert all("does not see the tenth" in one.message for one in (letter, digit, filler))


@pytest.mark.parametrize(
    ("text", "places"),
    [("XXXXXXXXXXXX", [(0, 12)]), ("uei: xxxxxxxxxxxx", [(5, 17)]), ("N4YFFGL4CDX5", [])],
)
def test_filler(text: str, places: Spans) -> None:
    """One character repeated is not a mistyped UEI, and gets no proposal for its check digit."""
    assert spans("uei-filler", text) == places
    assert not any("look elsewhere" in found.message for found in check(text).readings[0].findings)
