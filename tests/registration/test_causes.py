"""The causes of a failed validation: complete, and tied to the checks that refuse them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cagecore.registration.causes import Cause, Check, causes, checks

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.mark.parametrize("table", [causes(), checks()], ids=["causes", "checks"])
def test_keys_are_permanent(table: Mapping[str, Cause | Check]) -> None:
    """Each row has a key that can be an anchor, and holds that key itself."""
    assert table
    for key, row in table.items():
        assert re.fullmatch("[a-z]+(-[a-z]+)*", key)
        assert row.id == key


@pytest.mark.parametrize("check", checks().values(), ids=checks())
def test_checks_are_complete(check: Check) -> None:
    """Each check says what it takes and what it does not."""
    for words in (check.name, check.looks_at, check.when, check.time):
        assert words
    assert check.takes
    assert check.refused


@pytest.mark.parametrize("cause", causes().values(), ids=causes())
def test_causes_are_complete(cause: Cause) -> None:
    """Each cause can be recognized, has steps to take, and names only known checks."""
    for words in (cause.title, cause.looks_like, cause.why, cause.first):
        assert words
    assert cause.first.endswith(".")
    assert len(cause.first.split()) <= 16
    assert cause.steps
    assert set(cause.refused_by) <= set(checks())


def test_every_check_refuses_something() -> None:
    """No check is in the table without a cause."""
    assert {key for cause in causes().values() for key in cause.refused_by} == set(checks())


def test_the_two_checks_differ() -> None:
    """IRS papers work for entity validation and do not work for DLA."""
    assert any("IRS" in paper for paper in checks()["evs"].takes)
    assert any("IRS" in paper for paper in checks()["dla"].refuses)
    assert not any("IRS" in paper for paper in checks()["dla"].takes)


def test_addresses() -> None:
    """What a check refuses includes addresses, but none that it accepts conditionally."""
    dla = checks()["dla"]
    assert "a P.O. box" in dla.refused
    assert not {"a home office", "a business incubator"}.intersection(dla.refused)
    assert all(one.answer for check in checks().values() for one in check.addresses)


def test_tables_cannot_be_changed() -> None:
    """Both tables are read-only."""
    for table in (causes(), checks()):
        with pytest.raises(TypeError):
            table["new"] = None  # type: ignore[index]  # that is the point
