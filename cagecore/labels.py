"""The words that people print beside a code, such as `CAGE:` or `(UEI)`.

A label says which scheme its writer had in mind. It is a hint, never proof: U.S. firms often
print a CAGE code under "NCAGE".
"""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = {
    "cage": "CAGE|FSCM|CODE IDENT|CODE IDENTIFICATION|COMMERCIAL AND GOVERNMENT ENTITY"
    "|COMMERCIAL AND GOVERNMENT ENTITY (CAGE)",
    "ncage": "NCAGE|N-CAGE|NSCM|NATO CAGE|NATO-CAGE|NATO COMMERCIAL AND GOVERNMENT ENTITY"
    "|NATO COMMERCIAL AND GOVERNMENT ENTITY (NCAGE)",
    "either": "CAGE/NCAGE|NCAGE/CAGE|CAGE OR NCAGE|UEI/CAGE|CAGE/UEI|CAGE (NCAGE)|NCAGE (CAGE)"
    "|CAGE CODE/NCAGE|CAGE CODE (NCAGE)|CAGE CODE OR NCAGE",
    "uei": "UEI|UEI SAM|UEI-SAM|UEI (SAM)|SAM UEI|SAM UNIQUE ENTITY ID|UNIQUE ENTITY ID"
    "|UNIQUE ENTITY ID (SAM)|UNIQUE ENTITY IDENTIFIER|UNIQUE ENTITY IDENTIFIER (UEI)"
    "|UNIQUE ENTITY ID (UEI)|UNIQUE ENTITY IDENTIFIER (SAM)|UEI (UNIQUE ENTITY ID)"
    "|UEI (UNIQUE ENTITY IDENTIFIER)",
    "duns": "DUNS|D-U-N-S|DUNS+4",
    "ein": "EIN|FEIN|TIN|TAX ID|FEDERAL TAX ID|EMPLOYER ID|EMPLOYER IDENTIFICATION",
    "ssn": "SSN|SOCIAL SECURITY",
    "naics": "NAICS",
    "sic": "SIC",
    "zip": "ZIP|ZIP+4",
    "dodaac": "DODAAC|DOD|AAC|ACTIVITY ADDRESS",
    "nsn": "NSN|NATO STOCK|NATIONAL STOCK",
    "niin": "NIIN",
    "piid": "PIID|CONTRACT|AWARD ID|PROCUREMENT INSTRUMENT",
    "psc": "PSC|FSC|PRODUCT SERVICE CODE|PRODUCT OR SERVICE CODE|PRODUCT AND SERVICE CODE"
    "|PRODUCT/SERVICE CODE",
    "eft": "EFT|EFT INDICATOR",
    "cnpj": "CNPJ",
}
_EITHER: Final = "either"


def _plain(words: str) -> str:
    return re.sub("[^A-Z0-9+]", "", words.upper())


_SCHEMES: Final = {_plain(word): key for key, line in _WORDS.items() for word in line.split("|")}
_SCHEMES["CAGEC"] = "cage"


def _pattern(word: str) -> str:
    """Make the pattern of a label: its blanks may be none, as in `ueiSAM`, or underscores.

    A bracket that closes may be gone with those around the label.
    """
    words = "[ _]{0,4}".join(map(re.escape, word.split()))
    return words.replace("/", "[ _]{0,4}/[ _]{0,4}").replace(r"\)", r"\)?")


# "Code" as it is printed in other languages.
_FOREIGN_CODE: Final = (
    "C[O\u00d3\u00f3]DIGO|CODICE|COD|K[O\u00d3\u00f3]DU?|KODE|KOODI|\u30b3\u30fc\u30c9|\ucf54\ub4dc"
    "|[\u041a\u043a][\u041e\u043e][\u0414\u0434]"
)
# Bounded everywhere: a label is sought again after each layer of wrapping that is taken away.
_BEFORE_NAME: Final = (
    f"(?:(?:CODE|{_FOREIGN_CODE}|N(?:\\.?[\u00b0\u00ba]\\.?|[OR]\\.)"
    "|N[U\u00da\u00fa]M(?:B?ER|[E\u00c9\u00e9]RO))[ _]{1,4})?"
    r"(?:(?:VENDOR|SUPPLIER|CONTRACTOR|MANUFACTURER|MF[RG]\.?|COMPANY|RECIPIENT|AWARDEE)"
    "[ _]{0,4})?"
)
_ENDING: Final = (
    rf"(?:[)\]]?[ _-]{{0,4}}(?:[\u00ae\u2122]|{_FOREIGN_CODE}|NUMMER|\u756a\u53f7"
    r"|CODE\(S\)|\(S\)|CODES?|(?<=_)CD|NUMBERS?|NUM|NO\.?|NR\.?|N[\u00b0\u00ba]|ID|IDENTIFIER"
    "|IS|REQUESTED_FOR_SAM)){0,3}"
)
_GAP: Final = (
    "(?:[\"'\u201d)\\]]{0,2} {0,4}[:#=\u2013\u2014-]{1,4} {0,4}"
    r"|[)\]]{1,2} {0,4}|[ _]{1,4}|(?=[(\[])|\Z)"
)
# The longest first, or "UEI" would leave "(SAM)" standing, and "CAGE" the rest of "CAGE or NCAGE".
_NAMED: Final = "|".join(
    _pattern(word) for word in sorted("|".join(_WORDS.values()).split("|"), key=len, reverse=True)
)
# Words that may be codes themselves, such as the heading of a numbered column: only a mark makes
# labels of them.
_MARKED: Final = (
    "(?P<marked>CAGEC|(?:N?CAGE|UEI|DUNS)(?=[ _#-]{0,2}[0-9]))"
    r"[ _#-]{0,2}[0-9]{0,2} {0,4}[:=]{1,4} {0,4}(?=\w)"
)
_AT_START: Final = re.compile(
    f"{_MARKED}"
    f"|{_BEFORE_NAME}(?:(?P<name>{_NAMED}){_ENDING}{_GAP}|CODE {{0,4}}[:=#]{{1,4}} {{0,4}})",
    re.IGNORECASE | re.ASCII,
)
# Labels behind a code are sought backwards from the end, so that nothing is looked at twice.
_DEMAN: Final = "|".join(
    _pattern(word[::-1])
    for word in sorted("|".join(_WORDS.values()).split("|"), key=len, reverse=True)
)
_AT_END: Final = re.compile(
    rf"[)\]]{{0,4}}(?:EDOC )?(?P<name>{_DEMAN})(?:[(\[] {{0,4}}|[- ]{{0,4}} )",
    re.IGNORECASE | re.ASCII,
)
# Longer than any label can be, so that the end of the window is never taken for that of the text.
_LONGEST: Final = 120


_GROWN_TOGETHER: Final = re.compile("(?:N?CAGE|UEI|DUNS)([0-9A-Z]{1,20})")


def without_label(code: str) -> str | None:
    """Take away a label that has grown together with what follows it.

    Args:
        code: Clean text in one word.

    Returns:
        What follows; `None` without a label.

    Example:
        >>> without_label("CAGE1ABC5"), without_label("1ABC5")
        ('1ABC5', None)
    """
    found = _GROWN_TOGETHER.fullmatch(code)
    return found[1] if found else None


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


def _scheme(name: str | None) -> str | None:
    scheme = _SCHEMES[_plain(name)] if name else None
    return None if scheme == _EITHER else scheme


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
    if start == end or not text[start].isalpha():
        return None
    found = _AT_START.match(text, start, min(end, start + _LONGEST))
    return (found.end(), _scheme(found["marked"] or found["name"])) if found else None


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
    if start == end or not (text[end - 1].isalnum() or text[end - 1] in ")]"):
        return None
    found = _AT_END.match(text[max(start, end - _LONGEST) : end][::-1])
    return (end - found.end(), _scheme(found["name"][::-1])) if found else None
