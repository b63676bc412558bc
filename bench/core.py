"""How much the library's answers cost, next to what readers know: `python -m bench.core`.

A full report is compared with python-stdnum's `luhn.validate`, which answers yes or no: for clean
codes, and for any text of up to a hundred characters. A column of a million clean codes is compared
with a plain `re.fullmatch` loop. Each figure is a ratio from one run in which both take turns. The
bars are there to notice accidents: a run that passes one says so and ends with status 1.
"""

from __future__ import annotations

import random
import re
import statistics
import string
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from stdnum import luhn

from cagecore import SCHEMES, check, classify_column
from cagecore.schemes.uei import expected_digit
from tests.helpers.reports import corpus, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_ROUNDS = 7
_CALLS = 50
_RANDOM_CODES = 60
_LONGEST = 100
_COLUMN_ROUNDS = 5
_COLUMN_SIZE = 1_000_000
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_DIGITS = string.digits
_CHARACTERS = _LETTERS + _DIGITS
_LUHN_NUMBER = "804735132"
"""Nine digits like a DUNS number, with the check digit that it asks for."""
_CLEAN_BAR, _TEXT_BAR, _COLUMN_BAR = 20, 200, 2


def _seconds(function: Callable[[str], object], argument: str) -> float:
    """Time one call, as the mean of many."""
    start = perf_counter()
    for _ in range(_CALLS):
        function(argument)
    return (perf_counter() - start) / _CALLS


def _reports(title: str, texts: Sequence[str], bar: float) -> bool:
    """Time a report of every text once a round, with `luhn.validate` just before it."""
    ratios: dict[str, list[float]] = {text: [] for text in texts}
    for _ in range(_ROUNDS):
        for text, found in ratios.items():
            base = _seconds(luhn.validate, _LUHN_NUMBER)
            found.append(_seconds(check, text) / base)
    medians = {text: statistics.median(found) for text, found in ratios.items()}
    dearest = max(medians, key=medians.__getitem__)
    return _show(
        f"a report of {len(medians)} {title} / luhn.validate",
        statistics.median(medians.values()),
        medians[dearest],
        bar,
        f"the dearest is {dearest!a}",
    )


def _show(title: str, middle: float, most: float, bar: float, words: str) -> bool:
    """Print a figure beside its bar; give whether it is below."""
    kept = most <= bar
    verdict = "within" if kept else "ABOVE"
    print(f"{title}: {middle:.1f} in the middle, {most:.1f} at most, {verdict} {bar:g}; {words}")
    return kept


def _clean_codes(source: random.Random) -> list[str]:
    """The real codes that the tests hold, every rule's example that is a code, and random codes."""
    real = [row["code"] for row in read_rows("ncage_examples.csv")]
    real += [row["uei"] for row in read_rows("uei_vectors.csv")]
    examples = [rule.example for scheme in SCHEMES.values() for rule in scheme.rules.values()]
    drawn = [draw() for draw in _shapes(source) for _ in range(_RANDOM_CODES)]
    codes = [*real, *examples, *drawn]
    return [code for code in dict.fromkeys(codes) if code.isalnum() and check(code).well_formed]


def _shapes(source: random.Random) -> Iterator[Callable[[], str]]:
    """What draws a code of each shape; not every one is well formed."""

    def draw(*parts: tuple[str, int]) -> Callable[[], str]:
        return lambda: "".join("".join(source.choices(chars, k=size)) for chars, size in parts)

    every = string.ascii_uppercase + _DIGITS
    yield draw((_DIGITS, 1), (_CHARACTERS, 3), (_DIGITS, 1))
    yield draw((string.ascii_uppercase, 1), (every, 3), (_DIGITS, 1))
    yield draw((_DIGITS, 1), (every, 3), (string.ascii_uppercase, 1))
    yield lambda: _uei(source)
    for size in (4, 5, 6, 9, 13):
        yield draw((_DIGITS, size))
        yield draw((_DIGITS, 2), ("0", size - 2))
    for size in (4, 6):
        yield draw((every, size))
    yield draw((every, 6), (_DIGITS, 2), (_LETTERS, 1), (every, 7))


def _uei(source: random.Random) -> str:
    """Draw a UEI whose check digit fits."""
    while True:
        code = "".join([*source.choices(_LETTERS, k=5), *source.choices(_CHARACTERS, k=6)])
        code += expected_digit(code)
        if SCHEMES["uei"].matches(code):
            return code


def _texts(source: random.Random) -> list[str]:
    """Texts as people type them, and texts made to be costly: codes, labels, rows of characters."""
    typed = [case.text for case in corpus() if len(case.text) <= _LONGEST]
    units = ["1ABC5 ", "N4YFFGL4CDX5/", "O", "1a", '="', "CAGE: ", "\u0421", " -", "7.6E+06 ", "I1"]
    rows = [(unit * _LONGEST)[:_LONGEST] for unit in units]
    drawn = ["".join(source.choices(string.printable, k=_LONGEST)) for _ in range(_RANDOM_CODES)]
    return list(dict.fromkeys([*typed, *rows, *drawn]))


def _column(source: random.Random) -> list[str]:
    """A third each of CAGE, NCAGE and UEI codes, shuffled."""
    column = []
    for number in range(_COLUMN_SIZE):
        middle = "".join(source.choices(_CHARACTERS, k=3))
        if number % 3 == 0:
            column.append(source.choice(_DIGITS) + middle + source.choice(_DIGITS))
        elif number % 3 == 1:
            column.append(source.choice(_LETTERS) + middle + source.choice(_DIGITS))
        else:
            column.append(_uei(source))
    source.shuffle(column)
    return column


def _columns(source: random.Random) -> bool:
    """Time a column against a loop that only matches the patterns."""
    column = _column(source)
    pattern = "|".join(SCHEMES[scheme].pattern for scheme in ("cage", "ncage", "uei"))
    ratios = []
    for _ in range(_COLUMN_ROUNDS):
        start = perf_counter()
        matched = sum(1 for code in column if re.fullmatch(pattern, code))
        middle = perf_counter()
        kinds = classify_column(column)
        ratios.append((perf_counter() - middle) / (middle - start))
    if matched != len(column) or None in kinds:
        message = "the column is not clean"
        raise RuntimeError(message)
    title = f"classify_column of {len(column):,} clean codes / a re.fullmatch loop"
    return _show(
        title,
        statistics.median(ratios),
        statistics.median(ratios),
        _COLUMN_BAR,
        f"from {min(ratios):.2f} to {max(ratios):.2f}",
    )


def main() -> int:
    """Print the comparisons; give 1 where a bar was passed."""
    source = random.Random(20260101)  # noqa: S311 - data for a benchmark
    kept = [
        _reports("clean codes", _clean_codes(source), _CLEAN_BAR),
        _reports(f"texts of up to {_LONGEST} characters", _texts(source), _TEXT_BAR),
        _columns(source),
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
