"""The words that people print beside a code, such as `CAGE:` or `(UEI)`.

A label says which scheme its writer had in mind. It is a hint, never proof: U.S. firms often
print a CAGE code under "NCAGE".
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = {
    "cage": "CAGE|FSCM|COMMERCIAL AND GOVERNMENT ENTITY",
    "ncage": "NCAGE|N-CAGE|NSCM|NATO CAGE|NATO COMMERCIAL AND GOVERNMENT ENTITY",
    "either": "CAGE/NCAGE|NCAGE/CAGE|CAGE OR NCAGE|UEI/CAGE|CAGE/UEI",
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
# Bounded everywhere: a label is sought again after each layer of wrapping that is taken away.
_ENDING: Final = r"(?:[ _-]{0,4}(?:CODES?|CODE\(S\)|NUMBERS?|NO\.?|NR\.?|ID|IDENTIFIER|IS)){0,3}"
_GAP: Final = r"(?: {0,4}[:#=\u2013\u2014-]{1,4} {0,4}| {1,4}|(?=[(\[])|\Z)"
_NAMED: Final = "|".join(
    # The longest first, or "UEI" would leave "(SAM)" standing.
    f"(?P<{scheme}>{'|'.join(sorted(words.split('|'), key=len, reverse=True))})".replace(
        " ", " {1,4}"
    )
    for scheme, words in _WORDS.items()
)
_AT_START: Final = re.compile(f"(?:{_NAMED}){_ENDING}{_GAP}", re.IGNORECASE | re.ASCII)
_AT_END: Final = re.compile(
    rf"(?: {{0,4}}[(\[]| [- ]{{0,4}})(?:{_NAMED})(?: CODE)?[)\]]{{0,4}}\Z", re.IGNORECASE | re.ASCII
)
# Longer than any label can be, so that the end of the window is never taken for that of the text.
_LONGEST: Final = 120


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing else.

    Args:
        text: The text.

    Returns:
        Whether it is.

    Example:
        >>> is_label("CAGE"), is_label("CAGE 1")
        (True, False)
    """
    return text.isalpha() and _AT_START.fullmatch(text) is not None


def _scheme(found: re.Match[str]) -> str | None:
    return None if found.lastgroup == "either" else found.lastgroup


def label_at_start(text: str, start: int, end: int) -> tuple[int, str | None] | None:
    """Find a label in front of a code.

    Args:
        text: The text.
        start: Where to look, an index into `text`.
        end: Where the text ends.

    Returns:
        The index behind the label and the scheme it names, if one; `None` without a label.

    Example:
        >>> label_at_start("CAGE code: 1ABC5", 0, 16)
        (11, 'cage')
    """
    found = _AT_START.match(text, start, min(end, start + _LONGEST))
    return (found.end(), _scheme(found)) if found else None


def label_at_end(text: str, start: int, end: int) -> tuple[int, str | None] | None:
    """Find a label in brackets behind a code.

    Args:
        text: The text.
        start: Where the text starts.
        end: Where it ends.

    Returns:
        The index at which the label starts and the scheme it names, if one; `None` without.

    Example:
        >>> label_at_end("1ABC5 (CAGE)", 0, 12)
        (5, 'cage')
    """
    found = _AT_END.search(text, max(start, end - _LONGEST), end)
    return (found.start(), _scheme(found)) if found else None
