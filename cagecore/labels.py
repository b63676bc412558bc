"""The words that people print beside a code, such as `CAGE:` or `(UEI)`.

A label says which scheme its writer had in mind. It is a hint, never proof: U.S. firms often
print a CAGE code under "NCAGE".
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = {
    "cage": "CAGE|COMMERCIAL AND GOVERNMENT ENTITY",
    "ncage": "NCAGE|N-CAGE|NATO CAGE|NATO COMMERCIAL AND GOVERNMENT ENTITY|CAGE/NCAGE|NCAGE/CAGE",
    "uei": r"UEI|UEI SAM|UEI \(SAM\)|SAM UEI|UNIQUE ENTITY ID|UNIQUE ENTITY ID \(SAM\)"
    "|UNIQUE ENTITY IDENTIFIER",
    "duns": r"DUNS|D-U-N-S|DUNS\+4",
    "ein": "EIN|FEIN|TIN|TAX ID|FEDERAL TAX ID",
    "ssn": "SSN|SOCIAL SECURITY",
    "naics": "NAICS",
    "sic": "SIC",
    "zip": r"ZIP|ZIP\+4",
    "dodaac": "DODAAC|AAC|ACTIVITY ADDRESS",
    "nsn": "NSN|NATO STOCK|NATIONAL STOCK",
    "niin": "NIIN",
    "piid": "PIID|CONTRACT",
    "psc": "PSC|FSC",
    "eft": "EFT|EFT INDICATOR",
    "cnpj": "CNPJ",
}
_ENDING: Final = r"(?:\s+(?:CODES?|NUMBERS?|NO\.?|NR\.?|ID|IDENTIFIER|IS)){0,3}"
_GAP: Final = r"(?:\s*[:#=\u2013\u2014-]+\s*|\s+|\Z)"
_NAMED: Final = "|".join(
    f"(?P<{scheme}>{words})".replace(" ", r"\s+") for scheme, words in _WORDS.items()
)
_AT_START: Final = re.compile(f"(?:{_NAMED}){_ENDING}{_GAP}", re.IGNORECASE | re.ASCII)
_AT_END: Final = re.compile(rf"\s*[(\[](?:{_NAMED})(?:\s+CODE)?[)\]]*\Z", re.IGNORECASE | re.ASCII)
_LONGEST: Final = 60


def label_at_start(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Find a label in front of a code.

    Args:
        text: The text.
        start: Where to look, an index into `text`.
        end: Where the text ends.

    Returns:
        The index behind the label and the scheme it names, or `None`.

    Example:
        >>> label_at_start("CAGE code: 1ABC5", 0, 16)
        (11, 'cage')
    """
    found = _AT_START.match(text, start, end)
    return (found.end(), str(found.lastgroup)) if found else None


def label_at_end(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Find a label in brackets behind a code.

    Args:
        text: The text.
        start: Where the text starts.
        end: Where it ends.

    Returns:
        The index at which the label starts and the scheme it names, or `None`.

    Example:
        >>> label_at_end("1ABC5 (CAGE)", 0, 12)
        (5, 'cage')
    """
    found = _AT_END.search(text, max(start, end - _LONGEST), end)
    return (found.start(), str(found.lastgroup)) if found else None
