"""The pages on getting and keeping a code: every row of the data is there, with its address."""

from site_build.facts import read_toml
from site_tests.support.built import anchors, text_of, tree

STATUSES = read_toml("statuses.toml")
DUTIES = read_toml("duties.toml")["duty"]
ROUTES = read_toml("routes.toml")["route"]


def test_statuses() -> None:
    """Each status has a row with an anchor, and the page says what it means."""
    expected = {f"sam-status-{row['code'].lower().replace(' ', '-')}" for row in STATUSES["sam"]}
    expected |= {f"cage-status-{row['code'].lower()}" for row in STATUSES["cage"]}
    expected |= {f"ncage-status-{row['code'].lower()}" for row in STATUSES["ncage"]}
    expected |= {f"entity-type-{row['code'].lower()}" for row in STATUSES["entity"]}
    expected |= {f"sam-extract-{row['file']}-{row['code'].lower()}" for row in STATUSES["extract"]}
    page = text_of(tree("keep/life-cycle/"))

    assert expected <= anchors("keep/life-cycle/")
    assert all(row["name"] in page for rows in STATUSES.values() for row in rows)


def test_duties() -> None:
    """Each duty has a row with an anchor, and the page says when it is due."""
    page = text_of(tree("keep/life-cycle/"))

    assert {f"duty-{row['id']}" for row in DUTIES} <= anchors("keep/life-cycle/")
    assert all(row["when"] in page and row["what"] in page for row in DUTIES)


def test_routes() -> None:
    """Each route is a fold on the page that the data names, with its title and steps."""
    for row in ROUTES:
        page = text_of(tree(row["page"]))
        assert f"route-{row['id']}" in anchors(row["page"])
        assert all(words in page for words in (row["title"], *row["steps"]))
