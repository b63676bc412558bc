"""What is left of a typed text: labels, look-alikes, places and groups."""

from __future__ import annotations

import pytest

from cagecore import cage, check
from cagecore.facts.tables import read_csv
from cagecore.text import read_text


@pytest.mark.parametrize(
    ("text", "scheme", "code"),
    [
        ("NCAGE code N0013", "ncage", "N0013"),
        ("N-CAGE: N0013", "ncage", "N0013"),
        ("NATO CAGE N0013", "ncage", "N0013"),
        ("CAGE/NCAGE: N0013", "ncage", "N0013"),
        ("UEI V24HYE4YVGH6", "uei", "V24HYE4YVGH6"),
        ("UEI#: V24HYE4YVGH6", "uei", "V24HYE4YVGH6"),
        ("SAM UEI V24HYE4YVGH6", "uei", "V24HYE4YVGH6"),
        ("UEI SAM: V24HYE4YVGH6", "uei", "V24HYE4YVGH6"),
        ("UEI (SAM): V24HYE4YVGH6", "uei", "V24HYE4YVGH6"),
        ("Unique Entity ID (SAM): V24HYE4YVGH6", "uei", "V24HYE4YVGH6"),
        ("Unique Entity ID: V24HYE4YVGH6", "uei", "V24HYE4YVGH6"),
        ("Unique Entity Identifier - V24HYE4YVGH6", "uei", "V24HYE4YVGH6"),
        ("V24HYE4YVGH6 (UEI)", "uei", "V24HYE4YVGH6"),
        ("DUNS Number: 03-734-9885", "duns", "037349885"),
        ("D-U-N-S No. 037349885", "duns", "037349885"),
        ("DUNS+4: 037349885-0001", "duns", "0373498850001"),
        ("EIN 12-3456789", "ein", "123456789"),
        ("TIN: 123456789", "ein", "123456789"),
        ("Tax ID 123456789", "ein", "123456789"),
        ("SSN 123456789", "ssn", "123456789"),
        ("ZIP+4 22202-1234", "zip", "222021234"),
        ("Contract No. W912DY-20-C-0012", "piid", "W912DY20C0012"),
        ("EFT indicator 0001", "eft", "0001"),
    ],
)
def test_label_names_a_scheme(text: str, scheme: str, code: str) -> None:
    """A label decides between the kinds that the code fits."""
    report = check(text)
    assert (report.scheme, report.code, report.well_formed) == (scheme, code, True)


def test_many_places_are_one_finding() -> None:
    """A repair in very many places is reported once, over all of them."""
    text = "1 " * 20 + "1"
    (found,) = [item for item in read_text(text).findings if item.rule == "text-spaced"]
    assert (found.start, found.end) == (1, 40)
    assert "20" in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\u017f", "\u017f"),
        ("\u212a0999", "\u212a0999"),
        ("stra\u00dfe", "STRA\u00dfE"),
        ("\u0131", "\u0131"),
        ("\ufb01", "\ufb01"),
    ],
)
def test_only_ascii_is_upper_cased(text: str, code: str) -> None:
    """Letters whose capital is another letter, or two, stay as they are."""
    assert cage.compact(text) == code


@pytest.mark.parametrize(
    ("text", "start", "end", "place"),
    [
        ("1ABC5", 0, 5, (0, 5)),
        (" cage: 1-AB C5", 1, 3, (9, 11)),
        (" cage: 1-AB C5", 0, 5, (7, 14)),
        ("\ufeff\uff11ABC5", 0, 1, (1, 2)),
    ],
)
def test_span(text: str, start: int, end: int, place: tuple[int, int]) -> None:
    """A span of the clean code is mapped back to the text as typed."""
    assert read_text(text).span(start, end) == place


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("12-3456789", ("12", "3456789")),
        ("EIN 12 3456789", ("12", "3456789")),
        ("12.abc.345/01DE-35", ("12", "ABC", "345", "01DE", "35")),
        ("1+2", ()),
        ("N/A", ()),
    ],
)
def test_groups(text: str, groups: tuple[str, ...]) -> None:
    """The groups in which a code was typed are kept; a text that is not understood has none."""
    assert read_text(text).groups == groups


@pytest.mark.parametrize(
    "word", [row["word"] for row in read_csv("labels.csv") if row["form"] != "heading"]
)
def test_labels_are_taken_whole(word: str) -> None:
    """No half of a label is left, before a code or after it, in capitals or not."""
    for text in (f"{word}: 1ABC5", f"{word.lower()} code = 1ABC5", f"1ABC5 ({word})"):
        assert read_text(text).code == "1ABC5"
