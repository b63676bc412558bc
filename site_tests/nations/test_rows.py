"""The rows of the table of nations: what each shows, opens and says on any screen."""

from playwright.sync_api import Page, expect

from site_tests.nations.table import NO_SCRIPT, STRUCTURES, TOTAL, Nations, by_name
from site_tests.visits.layout import NARROW, STICKING_OUT, stretch


@NO_SCRIPT
def test_without_script(page: Page) -> None:
    """Without script the table is whole, and nothing of the tool shows."""
    nations = Nations(page, "#find=germany")

    expect(nations.rows).to_have_count(TOTAL)
    expect(nations.field).to_be_hidden()
    expect(nations.rows.get_by_text("K0999", exact=True)).to_be_visible()
    expect(page.locator("table.cc-structures thead").get_by_role("button")).to_have_count(0)


def test_on_a_phone(page: Page) -> None:
    """At 320 px nothing sticks out, the buttons can be seen, and the cards obey the filter."""
    stretch(page, NARROW)
    nations = Nations(page, "#find=tier 2")
    nations.expect_number(sum(one["status"] == "Tier 2" for one in STRUCTURES))
    for button in page.locator("table.cc-structures thead").get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 24
    nations.sort("Pattern")

    assert nations.cells("Pattern") == sorted(nations.cells("Pattern"))
    assert page.evaluate(STICKING_OUT) == []
    nations.field.fill("atlantis")
    expect(nations.rows).to_have_count(0)


def test_row_opens_on_a_phone(page: Page) -> None:
    """On a phone a row is a line with country and pattern; a tap brings the rest."""
    page.set_viewport_size({"width": 375, "height": 800})
    nations = Nations(page, "#find=germany")
    row = nations.rows.first
    expect(row.get_by_text("C***#", exact=True)).to_be_visible()
    expect(row.get_by_text("Its national bureau")).to_be_hidden()
    box = row.bounding_box()
    assert box
    assert box["height"] < 48

    row.locator("summary").click()
    expect(row.get_by_text("Its national bureau")).to_be_visible()
    expect(row.get_by_text("bureau number (NCB) 12")).to_be_visible()
    expect(row.get_by_role("link", name="NSPA’s portal")).to_be_visible()
    assert page.evaluate(STICKING_OUT) == []


def test_every_row_says_where_to_apply(page: Page) -> None:
    """Each row gives its country's standing and says where to apply, and cites what it rests on."""
    nations = Nations(page)
    said = nations.rows.locator("details").all_text_contents()

    assert len(said) == TOTAL
    for words, one in zip(said, sorted(STRUCTURES, key=by_name), strict=True):
        assert one["name"] in words
        assert one["note"] in words
        assert one["as_of"] in words
        assert f"(NCB) {one['ncb']}" in words or not one["ncb"]
        assert ("SAM.gov" in words) == (one["issuer"] == "DLA")
        assert ("NSPA’s portal" in words) == (one["issuer"] != "DLA")
    expect(nations.rows.locator("details .cc-ref")).to_have_count(TOTAL)
