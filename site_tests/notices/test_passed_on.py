"""Whatever the site passes on has a row in the table of works, and no row is without its work."""

import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import pytest

from site_build.facts import read_keyed
from site_build.pages.notices.works import TABLE, TOOL, works
from site_build.runtime.wheel import find_wheel
from site_tests.notices import evidence

ROWS: list[dict[str, Any]] = read_keyed(TABLE)
SEEN: dict[str, Callable[[], set[str]]] = {
    "modules": evidence.built_in,
    "packages": evidence.in_archive,
    "platform": evidence.platform,
    "system": evidence.system_libraries,
    "vendored": evidence.copied_by_pyodide,
    "bundled": lambda: evidence.in_the_bundles() | evidence.in_the_banners(),
    "icons": evidence.icons,
}
"""Fields of a row, and what the site's files show of each kind."""
UNSEEN = {
    # CPython and Emscripten say so of themselves; their files have no trace that names them.
    *("cfuhash", "dlmalloc", "dtoa", "freebsd-gus", "hiwire", "mimalloc", "minilz4", "musl"),
    *("siphash", "uvloop"),
    # World Atlas says so of itself.
    "natural-earth",
    # What only made the site, called by other programs than ours.
    *("pygments", "pyodide-build"),
}
"""Works that only reading about the others has brought up."""


@cache
def seen(field: str) -> set[str]:
    """Give what the site's files show of a kind."""
    return SEEN[field]()


@cache
def read_by_the_build() -> set[str]:
    """Give the packages that the build reads."""
    return evidence.read_by_the_build()


@cache
def origins() -> set[str]:
    """Give the works that the site's files are from."""
    return evidence.origins()


def named(rows: Iterable[dict[str, Any]], field: str) -> list[str]:
    """Give what rows name in a field."""
    return [name for row in rows for name in row.get(field, [])]


def unnamed(rows: list[dict[str, Any]]) -> list[str]:
    """Give what the site passes on and no row names."""
    packages = {row.get("npm") or row.get("pip") for row in rows}
    kept = {row["id"] for row in rows if row["part"] != TOOL}
    found = [f"{field}: {one}" for field in SEEN for one in seen(field) - set(named(rows, field))]
    found += [f"package: {one}" for one in read_by_the_build() - packages]
    return sorted(found + [f"file: {one}" for one in origins() - kept])


def test_everything_is_named() -> None:
    """Each file, module, library, bundled package and icon set of the site is of a named work."""
    assert all(map(seen, SEEN))
    assert len(origins()) > 3
    assert len(read_by_the_build()) > 8
    assert unnamed(ROWS) == []


@pytest.mark.parametrize("key", [row["id"] for row in ROWS if row["id"] not in UNSEEN])
def test_missing_row_is_noticed(key: str) -> None:
    """Without its row, a work is passed on that nothing names."""
    assert unnamed([row for row in ROWS if row["id"] != key]) != []


def test_unseen_works_are_few() -> None:
    """The works without a trace are those that are listed as such, with the reason."""
    keys = [row["id"] for row in ROWS]

    assert {key for key in keys if not unnamed([r for r in ROWS if r["id"] != key])} == UNSEEN


@pytest.mark.parametrize("field", SEEN)
def test_no_row_is_left_over(field: str) -> None:
    """What a row says can be seen in the site is there, and in one row only."""
    assert sorted(named(ROWS, field)) == sorted(seen(field) & set(named(ROWS, field)))


def test_works_are_where_the_rows_say() -> None:
    """Each work that a row says is in a file was found there, with its version if it has one."""
    versions = {key: work.version for key, work in works().items()}

    assert versions["zlib"].count(".") == 2
    assert versions["emscripten"].count(".") == 2
    assert all(version for key, version in versions.items() if "inside" not in works()[key].row)


def test_wheel_has_nothing_of_others() -> None:
    """The wheel holds the package and its description, and no other folder."""
    wheel = find_wheel()
    with zipfile.ZipFile(wheel) as archive:
        folders = {name.split("/")[0] for name in archive.namelist()}

    assert folders == {"cagecore", f"{wheel.name.rsplit('-py3', 1)[0]}.dist-info"}
