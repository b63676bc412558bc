"""Many codes at once: the same kinds as one by one."""

from __future__ import annotations

import pytest

from cagecore import (
    check,
    classify_column,
)
from tests.helpers.reports import corpus


def test_classify_column() -> None:
    """A column's kinds are those that check() gives, None where a text is not well formed."""
    texts = [case.text for case in corpus()]
    reports = [check(text) for text in texts]
    kinds = [report.scheme if report.well_formed else None for report in reports]
    assert classify_column(texts) == kinds
    assert {"cage", "ncage", "uei", None} <= set(kinds)


def test_classify_column_takes_any_iterable() -> None:
    """The texts may come one by one, and there may be none."""
    assert classify_column(iter(["1ABC5", "K0999", "N4YFFGL4CDX6"])) == ["cage", "ncage", None]
    assert classify_column([]) == []
    with pytest.raises(TypeError, match="many texts, not a str"):
        classify_column("1ABC5")
