"""The table of nations as files to download."""

import csv
import json
from typing import Any

from cagecore import wire
from cagecore.facts.nations import ABROAD
from site_build.facts import read_csv
from site_build.pages.nations.files import as_csv
from site_build.site import SITE
from site_tests.support.built import links, target

CATALOGUE = wire.catalogue()
STRUCTURES: list[dict[str, Any]] = CATALOGUE["structures"]


def test_downloads() -> None:
    """Both files hold the library's own rows, and the page links them."""
    written = (SITE / "downloads/ncage-structures.csv").read_bytes().decode()
    known = json.loads((SITE / "downloads/ncage-structures.json").read_bytes())
    cited = {key for one in STRUCTURES for key in (*one["sources"], one["example_source"]) if key}
    linked = {place[0] for link in links("nations/") if (place := target("nations/", link))}

    rows = list(csv.DictReader(written.splitlines()))
    assert [row.pop("national") == "true" for row in rows] == [
        one["national"] for one in STRUCTURES
    ]
    assert rows == read_csv("structures.csv")
    assert "\r" not in written
    assert known["structures"] == json.loads(json.dumps(STRUCTURES))
    assert known["as_of"] == max(one["as_of"] for one in STRUCTURES)
    assert any(ABROAD in note for note in known["notes"])
    assert known["licence"] == "CC BY 4.0"
    sources = {key: CATALOGUE["sources"][key] for key in cited}
    assert known["sources"] == json.loads(json.dumps(sources))
    assert {f"downloads/ncage-structures.{ending}" for ending in ("csv", "json")} <= linked


def test_files_are_the_same_on_every_build() -> None:
    """Written again, the file has the same bytes."""
    path = SITE / "downloads/ncage-structures.csv"

    assert as_csv().encode() == path.read_bytes()
