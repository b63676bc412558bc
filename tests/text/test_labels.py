"""Labels of drawings, exports and other languages, and the places where each is reported."""

from __future__ import annotations

import pytest

from cagecore import check
from tests.helpers.reports import Spans, text_spans


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("CODE IDENT NO. 1ABC5", [(0, 15)]),
        ("Code Identification Number: 1ABC5", [(0, 28)]),
        ("K\u00f3d CAGE: 1ABC5", [(0, 10)]),
        ("CAGE k\u00f3d: 1ABC5", [(0, 10)]),
        ("N\u00famero CAGE 1ABC5", [(0, 12)]),
        ("N.\u00ba CAGE 1ABC5", [(0, 9)]),
        ("Numer NCAGE 1ABC5", [(0, 12)]),
        ("Cod CAGE 1ABC5", [(0, 9)]),
        ("Nr. CAGE: 1ABC5", [(0, 10)]),
        ("NCAGE-koodi: 1ABC5", [(0, 13)]),
        ("NCAGE \ucf54\ub4dc: 1ABC5", [(0, 10)]),
        ("\u041a\u043e\u0434 NCAGE: 1ABC5", [(0, 11)]),
        ("CAGE(s): 1ABC5", [(0, 9)]),
        ("CAGE code or NCAGE: 1ABC5", [(0, 20)]),
        ("Mfr. CAGE: 1ABC5", [(0, 11)]),
        ("CAGE_CD: 1ABC5", [(0, 9)]),
        ("CAGEC: 1ABC5", [(0, 7)]),
        ("CAGE1: 1ABC5", [(0, 7)]),
        ("CAGE #2 = 1ABC5", [(0, 10)]),
    ],
)
def test_label_elsewhere(text: str, places: Spans) -> None:
    """Drawings and exports have their own labels; other languages put theirs on either side."""
    assert text_spans("text-label", text) == places
    assert check(text).code == "1ABC5"
