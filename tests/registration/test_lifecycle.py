"""The statuses of records and how they change: complete, and in step with the diagrams."""

from __future__ import annotations

import pytest

from cagecore.registration.lifecycle import Status, Transition, statuses, transitions

STATUSES = {
    f"{kind}-{one.file}-{one.code}": (kind, one)
    for kind, rows in statuses().items()
    for one in rows
}
FIRST = {"Requested", "ID Assigned"}
"""The states that no record comes from."""
WAYS = {
    f"{record}-{one.start}-{one.end}": (record, one)
    for record, ways in transitions().items()
    for one in ways
}


@pytest.mark.parametrize(("kind", "status"), STATUSES.values(), ids=STATUSES)
def test_statuses_are_complete(kind: str, status: Status) -> None:
    """Each status says what it means, and what to do if anything can be done."""
    assert status.name
    assert status.meaning.endswith(".")
    assert bool(status.action) == (kind != "entity")
    assert bool(status.file) == (kind == "extract")


@pytest.mark.parametrize("kind", statuses())
def test_codes_are_unique(kind: str) -> None:
    """No code has two meanings in one file."""
    codes = [(one.file, one.code) for one in statuses()[kind]]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("record", "way"), WAYS.values(), ids=WAYS)
def test_transitions_are_complete(record: str, way: Transition) -> None:
    """Each transition says what causes it, and starts somewhere."""
    assert way.how.endswith(".")
    assert way.start in {one.end for one in transitions()[record]} | FIRST


def test_letters_of_the_diagram() -> None:
    """Every state of a registration that has a letter is drawn under its name."""
    names = {one.name.lower() for one in statuses()["sam"]}
    drawn = {one.end.lower() for one in transitions()["sam"]}
    assert drawn - {"id assigned"} <= names


def test_tables_cannot_be_changed() -> None:
    """Both tables are read-only."""
    with pytest.raises(TypeError):
        statuses()["new"] = ()  # type: ignore[index]  # that is the point
    with pytest.raises(TypeError):
        transitions()["new"] = ()  # type: ignore[index]  # that is the point
