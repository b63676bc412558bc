"""Texts for the laws: arbitrary ones, codes of each scheme, and codes damaged by people."""

from __future__ import annotations

import string
import sys

from hypothesis import strategies as st

from cagecore import SCHEMES
from cagecore.schemes.lookalikes import cnpj_expected_digits
from cagecore.schemes.uei import expected_digit
from cagecore.text.missing import PLACEHOLDERS

EXPECTABLE = [key for key, scheme in SCHEMES.items() if scheme.expectable]

DIGITS = string.digits
LETTERS = string.ascii_uppercase
CODE_CHARACTERS = DIGITS + LETTERS
SPACES = "\t\n\v\f\r \x85\u00a0\u1680\u2002\u2007\u2009\u2028\u2029\u202f\u205f\u3000"
"""White space of every kind that reaches a form from pages, spreadsheets and PDF files."""
UEI_CHARACTERS = "".join(char for char in CODE_CHARACTERS if char not in "IO")
# What occurs in and around codes, and what looks like part of one.
TROUBLE = (
    SPACES
    + "\"'`=()[]<>{},;:.!?*|/\\_~#$%&@^+-"
    + "\u2010\u2011\u2013\u2014\u2212\u2018\u2019\u201c\u201d\u2022\u00ab\u00b7"
    + "\ufeff\u200b\u200d\u00ad\u202e\u200f\ufe0f"
    + "\u0421\u0410\u0417\u0661\u06f5\u00b2\u00df\u0131\u017f\u212a\u00c9\u0301\u2460\u2160"
    + "\uff11\uff21\uff41\uff0f\uff1a\U0001d7cf\U0001f600\x00\x1b\x7f\ufffd\ue000\ud800\udcff"
)
# fmt: off
WORDS = [
    "CAGE", "NCAGE", "UEI", "DUNS", "D-U-N-S", "EIN", "SSN", "NAICS", "SIC", "ZIP+4", "CODE",
    "NUMBER", "NO.", "ID", "IS", "SAM", "(SAM)", "OR", "AND", "NATO", "UNIQUE", "ENTITY",
    "IDENTIFIER", "COMMERCIAL", "GOVERNMENT", "N", "A", "N/A", "T", "B", "D", "E+06", "E",
    "INF",
]
# fmt: on


def examples(number: int) -> int:
    """Give the number of texts to try a law with: all of them on Python 3.13, elsewhere a fifth.

    The other Pythons, and Pyodide, run the same code. They are tested for what Python itself may
    do differently.
    """
    newest = sys.version_info[:2] == (3, 13) and sys.platform != "emscripten"
    return number if newest else number // 5


any_text = st.text(st.characters(exclude_categories=()), max_size=40)
"""Any text at all, lone surrogates included."""


def _of(alphabet: str, size: int) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=size, max_size=size)


def _joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


cage_codes = _joined(_of(DIGITS, 1), _of(UEI_CHARACTERS, 3), _of(DIGITS, 1))
ncage_codes = _of(CODE_CHARACTERS.replace("O", ""), 5).filter(SCHEMES["ncage"].matches)
uei_codes = (
    _joined(_of(UEI_CHARACTERS.replace("0", ""), 1), _of(UEI_CHARACTERS, 10))
    .map(lambda start: start + expected_digit(start))
    .filter(SCHEMES["uei"].matches)
)
CODES: dict[str, st.SearchStrategy[str]] = {
    "cage": cage_codes,
    "ncage": ncage_codes,
    "uei": uei_codes,
    "duns": _of(DIGITS, 9) | _joined(_of(DIGITS, 9), _of(CODE_CHARACTERS, 4)),
    "naics": st.text(DIGITS, min_size=2, max_size=6),
    "zip": _of(DIGITS, 5) | _of(DIGITS, 9),
    "nsn": _of(DIGITS, 13),
    "ein": _of(DIGITS, 9),
    "niin": _of(DIGITS, 9),
    "ssn": _of(DIGITS, 9),
    "piid": _joined(
        _of(CODE_CHARACTERS, 6),
        _of(DIGITS, 2),
        _of(LETTERS.replace("I", "").replace("O", ""), 1),
        st.text(CODE_CHARACTERS, min_size=4, max_size=8),
    ),
    "dodaac": _joined(st.sampled_from(["", "DOD"]), _of(CODE_CHARACTERS, 5), _of(DIGITS, 1)),
    "psc": _of(DIGITS, 4) | _joined(_of(LETTERS, 1), _of(DIGITS, 3)),
    "sic": _of(DIGITS, 4),
    "eft": _joined(_of(CODE_CHARACTERS, 3), _of(DIGITS, 1)),
    "cnpj": _of(CODE_CHARACTERS, 12).map(lambda root: root + cnpj_expected_digits(root)),
    "nspa-request": st.from_regex(SCHEMES["nspa-request"].pattern, fullmatch=True),
}
"""Well formed codes of each scheme, without words such as NULL that stand for a missing value."""

any_code = st.one_of(*CODES.values())
pieces = st.one_of(
    any_code,
    any_code.map(str.lower),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.lower),
    st.sampled_from(sorted(PLACEHOLDERS)),
    st.text(TROUBLE, max_size=3),
    st.text(CODE_CHARACTERS + "l", max_size=6),
)
typed_text = st.lists(pieces, max_size=5).map("".join) | st.lists(pieces, max_size=5).map(" ".join)
"""Texts made of what people type: codes, labels, white space, punctuation, look-alikes."""


@st.composite
def damaged_codes(draw: st.DrawFn) -> str:
    """Write a code with one character lost, added, changed or swapped."""
    code = draw(any_code)
    place = draw(st.integers(0, len(code) - 1))
    char = draw(st.sampled_from([*CODE_CHARACTERS, *CODE_CHARACTERS, *TROUBLE]))
    kinds: list[str] = [
        code[:place] + code[place + 1 :],
        code[:place] + char + code[place:],
        code[:place] + char + code[place + 1 :],
        code[:place] + code[place : place + 2][::-1] + code[place + 2 :],
    ]
    return draw(st.sampled_from(kinds))


texts = st.one_of(any_text, typed_text, damaged_codes())
"""All of these."""
json_texts = texts.map(
    lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
)
"""Likewise, but two halves of a surrogate pair are the one character that JSON makes of them."""
code_like = st.text(CODE_CHARACTERS, min_size=1, max_size=18) | damaged_codes().filter(bool)
"""What is left of a text when it has been cleaned, or nearly that."""
