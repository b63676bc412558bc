"""What a report is: frozen, and able to travel."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import pytest

from cagecore import (
    InvalidCodeError,
    Report,
    cage,
    check,
)
from cagecore.report import Finding

if TYPE_CHECKING:
    from collections.abc import Callable


def test_report_repeats_its_best_reading() -> None:
    """The report's own fields are those of its first reading; without readings they are empty."""
    report = check("dg119")
    assert report.best is report.readings[0]
    assert (report.code, report.scheme, report.nation, report.issuer, report.well_formed) == (
        "DG119",
        "ncage",
        "DEU",
        "NCB-DEU",
        True,
    )
    empty = Report("", (), (), ())
    assert empty.best is None
    assert (empty.code, empty.scheme, empty.nation, empty.issuer, empty.well_formed) == (
        None,
        None,
        None,
        None,
        False,
    )


def test_reports_are_frozen() -> None:
    """Nobody can change a report, so it can be shared."""
    finding = Finding("cage-length", "error", "published", "X.", 0, 1, None)
    for frozen, name in ((check("1ABC5"), "input"), (finding, "start")):
        with pytest.raises(AttributeError):
            setattr(frozen, name, None)


@pytest.mark.parametrize("error", [pickle.dumps, copy.copy], ids=["pickle", "copy"])
def test_errors_travel(error: Callable[[object], object]) -> None:
    """The exception can be pickled and copied, report and all."""
    with pytest.raises(InvalidCodeError) as caught:
        cage.validate("1AB\u04215")
    again = error(caught.value)
    again = pickle.loads(again) if isinstance(again, bytes) else again  # noqa: S301 - made here
    assert isinstance(again, InvalidCodeError)
    assert (again.report, str(again)) == (caught.value.report, str(caught.value))
