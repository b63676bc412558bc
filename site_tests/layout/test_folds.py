"""Folds: what an address leads to is open, readers open one or all, and none needs a script."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from site_build.site import SITE

PAGE = "about/license-texts/"
FOLD = "license-mit"
NESTED = """<details id="outer"><summary>Outer</summary><p>Room</p>
<details id="inner"><summary>Inner</summary><p id="deep">Deep</p>
</details></details>"""
NO_SCRIPT = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.fixture
def nested(page: Page) -> Page:
    """Give a page that has a fold in a fold."""
    html = (SITE / PAGE / "index.html").read_text(encoding="utf-8")
    body = html.replace("</h1>", f"</h1>{NESTED}", 1)

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html", body=body)

    page.route(re.compile(f"/{PAGE}$"), answer)
    return page


@pytest.mark.parametrize("place", ["outer", "inner", "deep"])
@pytest.mark.parametrize("arrival", ["load", "hashchange", "again"])
def test_address_opens_its_fold(nested: Page, place: str, arrival: str) -> None:
    """Every fold around the place is open and the place in view, however a reader comes there."""
    nested.goto(f"{PAGE}#{place}" if arrival != "hashchange" else PAGE)
    if arrival == "hashchange":
        nested.evaluate("place => { location.hash = place; }", place)
    if arrival == "again":
        nested.evaluate("document.querySelectorAll('details').forEach(one => one.open = false)")
        nested.evaluate("scrollTo(0, 900)")
        nested.evaluate(
            """place => {
          const link = Object.assign(document.createElement("a"), { href: `#${place}` });
          document.body.append(link);
          link.click();
        }""",
            place,
        )

    expect(nested.locator("#outer")).to_have_attribute("open", "")
    for fold in nested.locator(f"details:has(#{place}), details#{place}").all():
        expect(fold).to_have_attribute("open", "")
    expect(nested.locator(f"#{place}")).to_be_in_viewport()
    expect(nested.locator(f"#{FOLD}")).not_to_have_attribute("open", "")


def test_reader_opens_one(page: Page) -> None:
    """The address names the fold that a reader has opened, until it is closed."""
    page.goto(PAGE)
    summary = page.locator(f"#{FOLD} > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{FOLD}")).to_have_attribute("open", "")
    expect(page).to_have_url(re.compile(f"{PAGE}#{FOLD}$"))
    summary.click()
    expect(page.locator(f"#{FOLD}")).not_to_have_attribute("open", "")
    expect(page).to_have_url(re.compile(f"{PAGE}$"))


def test_reader_opens_all(page: Page) -> None:
    """One button opens all folds of a long list and closes them again."""
    page.goto(PAGE)
    closed = page.locator("article details:not([open])")
    count = closed.count()
    assert count > 10
    page.get_by_role("button", name="Open all").first.click()
    expect(closed).to_have_count(0)
    page.get_by_role("button", name="Close all").first.click()
    expect(closed).to_have_count(count)


@NO_SCRIPT
def test_without_script(page: Page) -> None:
    """Folds open without a script, and no button is there that would do nothing."""
    page.goto(PAGE)
    words = page.locator(f"#{FOLD} > :not(summary)").first
    expect(words).to_be_hidden()
    page.locator(f"#{FOLD} > summary").click()
    expect(words).to_be_visible()
    expect(page.get_by_role("button", name="Open all")).to_have_count(0)
