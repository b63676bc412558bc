"""The rules of NCAGE codes, each with a table of texts and the places where it speaks."""

from __future__ import annotations

import pytest

from cagecore import ncage
from tests.helpers.reports import Spans, spans


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("K0999", []),
        ("K099", [(0, 4)]),
        ("A1234A", [(0, 6)]),
        ("NCAGE: K09999", [(7, 13)]),
        ("K-0999", []),
        ("K\u00a00999", []),
    ],
)
def test_length(text: str, places: Spans) -> None:
    """An NCAGE code has five characters; the manual's own six-character example is a misprint."""
    assert spans("ncage-length", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("K0999", []),
        ("K09+9", [(3, 4)]),
        ("\u041a0999", [(0, 1)]),
        ("B***#", [(1, 5)]),
        ("K09\u00d69", [(3, 4)]),
        ("k0\u0131\u01319", [(2, 4)]),
    ],
)
def test_alphabet(text: str, places: Spans) -> None:
    """Anything but ASCII letters and digits is pointed out."""
    assert spans("ncage-alphabet", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("K0999", []),
        ("KO999", [(1, 2)]),
        ("ko9o9", [(1, 2), (3, 4)]),
        ("IREFO", [(4, 5)]),
        ("O1234", [(0, 1)]),
        ("1234O", [(4, 5)]),
    ],
)
def test_letter_o(text: str, places: Spans) -> None:
    """The letter O is pointed out wherever it is."""
    assert spans("ncage-letter-o", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("10999", [(0, 5)]),
        ("1ABC5", [(0, 5)]),
        (" 1-ABC5", [(1, 7)]),
        ("K0999", []),
        ("1099K", []),
        ("A099K", []),
        ("1099", []),
    ],
)
def test_edge_letter(text: str, places: Spans) -> None:
    """A code with digits first and last is a CAGE code, not an NCAGE code."""
    assert spans("ncage-edge-letter", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("S123K", [(4, 5)]),
        ("I123K", [(4, 5)]),
        ("l-123-k", [(6, 7)]),
        ("S1234", []),
        ("L1234", []),
        ("I1234", []),
        ("A123K", []),
        ("123SK", []),
        ("S123KK", []),
    ],
)
def test_prefix_without_suffix(text: str, places: Spans) -> None:
    """After I, S or L in the first place the last character is no letter."""
    assert "starts with S ends" in ncage.prefix_without_suffix("S123K")[0][0]
    assert spans("ncage-prefix-without-suffix", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("KI999", [(1, 2)]),
        ("kiki9", [(1, 2), (3, 4)]),
        ("IIII9", [(1, 4)]),
        ("I1I34", [(2, 3)]),
        ("1234I", [(4, 5)]),
        ("IREF0", []),
        ("I9002", []),
    ],
)
def test_letter_i(text: str, places: Spans) -> None:
    """The letter I after the first place is doubted, and rejects nothing."""
    assert spans("ncage-letter-i", text) == places
    assert ncage.is_valid(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ANSYS", [(0, 5)]),
        ("atlas", [(0, 5)]),
        ("Adyen", [(0, 5)]),
        ("ANSY5", []),
        ("AE82N", []),
    ],
)
def test_word(text: str, places: Spans) -> None:
    """Five letters are warned of as perhaps a name, and stay well formed."""
    assert spans("ncage-word", text) == places
    assert ncage.is_valid(text)


@pytest.mark.parametrize(
    ("text", "places"), [("XXXXX", [(0, 5)]), ("'AAAAA", [(1, 6)]), ("XXXX1", [])]
)
def test_filler(text: str, places: Spans) -> None:
    """One letter repeated is warned of, and stays well formed."""
    assert spans("ncage-filler", text) == places
    assert ncage.is_valid(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [("S4080", [(0, 1)]), ("NCAGE s4080", [(6, 7)]), ("1408S", []), ("A4080", [])],
)
def test_nspa(text: str, places: Spans) -> None:
    """An S code is said to be NSPA's, to name no country and perhaps to have a successor."""
    assert spans("ncage-nspa", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("IREF0", [(0, 5)]), ("I9002", [(0, 5)]), ("I1234", [(0, 1)])],
)
def test_special(text: str, places: Spans) -> None:
    """A code that starts with I is said to be a special one."""
    assert spans("ncage-special", text) == places


@pytest.mark.parametrize(
    ("text", "places"), [("B6865", [(0, 5)]), ("S4080", []), ("B686B", []), ("K0999", [])]
)
def test_shared_structure(text: str, places: Spans) -> None:
    """Only the structure that Belgium shares with Luxembourg is said to be of two nations."""
    assert spans("ncage-shared-structure", text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A123A", [(0, 5)]),
        ("A123K", [(0, 5)]),
        ("1234S", [(0, 5)]),
        ("A123F", [(0, 5)]),
        ("D123N", [(0, 5)]),
        ("1234W", []),
        ("A123Y", []),
        ("K0999", []),
        ("X1234", []),
    ],
)
def test_national_format(text: str, places: Spans) -> None:
    """Formats of Tier 1 and other nations are noted; NATO's and Tier 2's need no note."""
    assert spans("ncage-national-format", text) == places


@pytest.mark.parametrize(("text", "old"), [("A123E", True), ("A123A", False)])
def test_national_format_of_an_old_list(text: str, *, old: bool) -> None:
    """The date of the list is given where no newer list agrees."""
    (hit,) = ncage.national_format(text)
    assert ("dates from 2020-01" in hit.message) == old


@pytest.mark.parametrize(
    ("text", "places"), [("A123L", [(0, 5)]), ("A123Q", [(0, 5)]), ("A123J", []), ("X1234", [])]
)
def test_withdrawn(text: str, places: Spans) -> None:
    """The structures once listed for Belarus and Afghanistan are warned of, never rejected."""
    assert spans("ncage-withdrawn", text) == places
    assert ncage.is_valid(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("X1234", [(0, 5)]),
        ("1234X", [(0, 5)]),
        ("B123A", [(0, 5)]),
        ("X123X", [(0, 5)]),
        ("K0999", []),
    ],
)
def test_unknown_structure(text: str, places: Spans) -> None:
    """A structure that no nation uses is noted and stays well formed; Qatar's is not guessed."""
    assert spans("ncage-unknown-structure", text) == places
    assert ncage.is_valid(text)
