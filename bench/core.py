"""How much the library's answers cost, next to what readers know: `python -m bench.core`.

A full report is compared with python-stdnum's `luhn.validate` and `us.ein.validate`, which answer
yes or no: first the real codes that the tests hold, then random codes of each shape, then one code
for each way in which a text can be read. What the first report works out for all others, such as
the codes that read as a number, or what a nation's letters tell, is not in the figures. A column of
a million clean codes is compared with a plain `re.fullmatch` loop.
"""

from __future__ import annotations

import random
import re
import statistics
import string
from time import perf_counter
from typing import TYPE_CHECKING

from stdnum import luhn
from stdnum.us import ein

from cagecore import SCHEMES, check, classify_column
from cagecore.schemes.uei import expected_digit
from tests.helpers.reports import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ROUNDS = 15
_CALLS = 4000
_CALLS_OF_MANY = 500
_RANDOM_ROUNDS = 7
_RANDOM_CALLS = 200
_RANDOM_CODES = 150
_COLUMN_ROUNDS = 5
_COLUMN_SIZE = 1_000_000
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_DIGITS = "0123456789"
_SIGNS = _LETTERS + _DIGITS

_CODES = {
    "CAGE 1ABC5": "1ABC5",
    "CAGE 855J5": "855J5",
    "NCAGE K0999": "K0999",
    "NCAGE S4080": "S4080",
    "UEI ZQGGHJH74DW7": "ZQGGHJH74DW7",
    "three readings, 27340": "27340",
    "four readings, 804735132": "804735132",
    "the same, check digit fails": "037349885",
    "the same, a filler": "123456789",
    "the same, all zeros": "000000000",
    "the same, 3 codes suggested": "120000000",
    "DUNS+4 200000000A001": "200000000A001",
    "NAICS 541330": "541330",
    "DoDAAC W912DY": "W912DY",
    "PSC D310": "D310",
    "NSN 8405012345678": "8405012345678",
    "CNPJ 12345678000195": "12345678000195",
    "PIID W912DY21C0001": "W912DY21C0001",
    "PIID W912DY21C00011234": "W912DY21C00011234",
    "EFT A234": "A234",
    "NCAGE IREF0": "IREF0",
    "NCAGE ATLAS, a word": "ATLAS",
    "SIC 1234, 1 code suggested": "1234",
    "541000, 1 code suggested": "541000",
    "UEI 2QGGHJH74DW7, 1 suggested": "2QGGHJH74DW7",
    "UEI 50A00A0A0A07, its zeros": "50A00A0A0A07",
    "NCAGE IABC5, 1 code suggested": "IABC5",
    "NCAGE KIAA9, 1 code suggested": "KIAA9",
    "NCAGE BI305, 2 codes suggested": "BI305",
    "NCAGE LFIK4, 2 codes suggested": "LFIK4",
    "NCAGE IIII6, 2 codes suggested": "IIII6",
    "PIID N4YFFG14CDX41ABC5, 4": "N4YFFG14CDX41ABC5",
    "ZIP 12000, 3 codes suggested": "12000",
    "PSC 7E10, 5 codes suggested": "7E10",
    "ZIP 10000, 6 codes suggested": "10000",
    "SIC 1000, 7 codes suggested": "1000",
}
# Nine digits like a DUNS number, with the check digit that it asks for.
_LUHN_NUMBER = "804735132"
_EIN_NUMBER = "91-1144442"


def _seconds(function: Callable[[str], object], argument: str, calls: int = _CALLS) -> float:
    """Time one call, as the mean of many."""
    start = perf_counter()
    for _ in range(calls):
        function(argument)
    return (perf_counter() - start) / calls


def _real_codes() -> list[str]:
    """The real codes that the tests hold, as their sources print them."""
    codes = [row["code"] for row in read_rows("ncage_examples.csv")]
    return codes + [
        row["uei"]
        for row in read_rows("uei_vectors.csv")
        if row["structure_and_checksum_ok"] == "yes"
    ]


def _ratios(codes: Sequence[str], rounds: int, calls: int) -> dict[str, float]:
    """Time every code once a round, with `luhn.validate` just before it."""
    ratios: dict[str, list[float]] = {code: [] for code in codes}
    for _ in range(rounds):
        for code, found in ratios.items():
            base = _seconds(luhn.validate, _LUHN_NUMBER, calls)
            found.append(_seconds(check, code, calls) / base)
    return {code: statistics.median(found) for code, found in ratios.items()}


def _real() -> None:
    ratios = _ratios(_real_codes(), _ROUNDS, _CALLS_OF_MANY)
    worst = max(ratios, key=ratios.__getitem__)
    print(f"A full report of {len(ratios)} real codes / luhn.validate")
    print(f"  in the middle                  {statistics.median(ratios.values()):>8.2f}")
    print(f"  at most, {worst:<22}{ratios[worst]:>8.2f}\n")


def _random_codes(source: random.Random) -> dict[str, Callable[[], str]]:
    """By name, what draws a code of a shape; not every one is well formed."""

    def draw(*parts: tuple[str, int]) -> Callable[[], str]:
        return lambda: "".join("".join(source.choices(signs, k=size)) for signs, size in parts)

    every = string.ascii_uppercase + _DIGITS
    piid = (every, 6), (_DIGITS, 2), (_LETTERS, 1)
    return {
        "CAGE": draw((_DIGITS, 1), (_SIGNS, 3), (_DIGITS, 1)),
        "NCAGE, a letter first": draw((string.ascii_uppercase, 1), (every, 3), (_DIGITS, 1)),
        "NCAGE, a letter last": draw((_DIGITS, 1), (every, 3), (string.ascii_uppercase, 1)),
        "NCAGE, a letter at each end": draw((string.ascii_uppercase, 1), (every, 4)),
        "UEI": lambda: _uei(source),
        **{f"{size} digits": draw((_DIGITS, size)) for size in (4, 5, 6, 9, 13)},
        "4 letters and digits": draw((every, 4)),
        "6 letters and digits": draw((every, 6)),
        **{f"PIID of {size}": draw(*piid, (every, size - 9)) for size in (13, 14, 16, 17)},
    }


def _random() -> None:
    source = random.Random(20260102)  # noqa: S311 - data for a benchmark
    print(f"{_RANDOM_CODES} random codes of a shape  / luhn.validate, in the middle and at most")
    for name, draw in _random_codes(source).items():
        codes: set[str] = set()
        while len(codes) < _RANDOM_CODES:
            code = draw()
            if check(code).well_formed:
                codes.add(code)
        ratios = _ratios(sorted(codes), _RANDOM_ROUNDS, _RANDOM_CALLS)
        worst = max(ratios, key=ratios.__getitem__)
        middle = statistics.median(ratios.values())
        print(f"  {name:<30} {middle:>8.2f} {ratios[worst]:>8.2f}, {worst}")
    print()


def _reports() -> None:
    """Time every subject once a round, so that a slow moment of the machine hits all of them."""
    subjects: dict[str, tuple[Callable[[str], object], str]] = {
        "luhn.validate": (luhn.validate, _LUHN_NUMBER),
        "us.ein.validate": (ein.validate, _EIN_NUMBER),
        **{name: (check, code) for name, code in _CODES.items()},
    }
    rounds = [
        {name: _seconds(*subject) for name, subject in subjects.items()} for _ in range(_ROUNDS)
    ]
    print("A full report                  / luhn.validate  / us.ein.validate")
    for name in _CODES:
        ratios = [
            statistics.median(times[name] / times[base] for times in rounds)
            for base in ("luhn.validate", "us.ein.validate")
        ]
        print(f"  {name:<30} {ratios[0]:>8.2f} {ratios[1]:>16.2f}")


def _uei(source: random.Random) -> str:
    while True:
        signs = [*source.choices(_LETTERS, k=5), *source.choices(_SIGNS, k=6)]
        code = "".join(signs)
        code += expected_digit(code)
        if SCHEMES["uei"].matches(code):
            return code


def _column() -> list[str]:
    """A third each of CAGE, NCAGE and UEI codes, shuffled; the same on every run."""
    source = random.Random(20260101)  # noqa: S311 - data for a benchmark
    column = []
    for number in range(_COLUMN_SIZE):
        middle = "".join(source.choices(_SIGNS, k=3))
        if number % 3 == 0:
            column.append(source.choice(_DIGITS) + middle + source.choice(_DIGITS))
        elif number % 3 == 1:
            column.append(source.choice(_LETTERS) + middle + source.choice(_DIGITS))
        else:
            column.append(_uei(source))
    source.shuffle(column)
    return column


def _fullmatch_loop(column: Sequence[str], pattern: str) -> int:
    return sum(1 for code in column if re.fullmatch(pattern, code))


def _columns() -> None:
    column = _column()
    pattern = "|".join(SCHEMES[scheme].pattern for scheme in ("cage", "ncage", "uei"))
    ratios = []
    for _ in range(_COLUMN_ROUNDS):
        start = perf_counter()
        matched = _fullmatch_loop(column, pattern)
        middle = perf_counter()
        kinds = classify_column(column)
        ratios.append((perf_counter() - middle) / (middle - start))
    if matched != len(column):
        message = "the column is not clean"
        raise RuntimeError(message)
    agree = sum(kind == check(code).scheme for kind, code in zip(kinds, column, strict=True))
    print(f"\nclassify_column over {len(column):,} clean codes")
    print(f"  / a re.fullmatch loop          {statistics.median(ratios):>8.2f}")
    print(f"  agrees with check()            {agree:,} of {len(column):,}")


def main() -> None:
    """Print the comparisons."""
    _real()
    _random()
    _reports()
    _columns()


if __name__ == "__main__":
    main()
