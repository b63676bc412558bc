"""The content security policy: every page has its own, and nothing on the page breaks it."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError
from playwright.sync_api import Page, expect

from site_build.host import csp
from site_build.site import SITE
from site_tests.support.built import EVERY_PAGE, directives, policies, tree
from site_tests.support.checker import ADDRESS, Checker


def scripts(address: str) -> set[str]:
    """Give the sources that allow the scripts in a page, read by another parser."""
    return {
        f"'sha256-{b64encode(sha256((element.text or '').encode()).digest()).decode()}'"
        for element in tree(address).iter("script")
        if element.get("src") is None and element.get("type") not in csp.DATA
    }


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_every_page_has_its_policy(address: str) -> None:
    """A page's policy allows its own scripts and nothing else, and Python on the validator only."""
    (meta,) = policies(address)
    python = address == ADDRESS

    assert len(scripts(address)) >= 2
    assert directives(meta.get("content", "")) == {
        "default-src": {"'none'"},
        "base-uri": {"'none'"},
        "connect-src": {"'self'"},
        "form-action": {"'none'"},
        "img-src": {"'self'", "data:"},
        "script-src": {
            "'self'",
            *scripts(address),
            *(["'wasm-unsafe-eval'", "blob:"] if python else []),
        },
        "style-src": {"'self'"},
        "worker-src": {"'self'", *(["blob:"] if python else [])},
    }


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_policy_comes_first(address: str) -> None:
    """Nothing that a policy is about comes before it, and the charset is where browsers look."""
    head = next(tree(address).iter("head"))
    path = SITE / address

    assert [element.tag for element in head[:2]] == ["meta", "meta"]
    assert head[0].get("charset") == "utf-8"
    assert head[1] in policies(address)
    page = path / "index.html" if path.is_dir() else path
    assert b"charset" in page.read_bytes()[:1024]


def site_of(folder: Path, body: str) -> Path:
    """Make a site of one page, in its own folder."""
    page = folder / "some" / "page" / "index.html"
    page.parent.mkdir(parents=True)
    head = '<!doctype html>\n<html><head><meta charset="utf-8"></head>\n'
    page.write_text(f"{head}<body>\n{body}\n</body></html>\n", encoding="utf-8")
    return page


FORBIDDEN = {
    "style attribute": '<p style="color: red">',
    "style element": "<style>p { color: red }</style>",
    "style of a picture": "<svg><style>p { color: red }</style></svg>",
    "event handler": '<img src="a.png" ONERROR="alert(1)">',
    "script in a link": '<a href=" java&#10;script:alert(1)">',
    "script in a form": '<button formaction="JavaScript:alert(1)">',
}


@pytest.mark.parametrize("body", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_forbidden_markup_fails_the_build(tmp_path: Path, body: str) -> None:
    """What a browser would drop stops the build, with its page and line."""
    site_of(tmp_path, f"<p>\n{body}")

    with pytest.raises(PluginError, match=r"^some/page/index\.html, line 5: .+ is not allowed"):
        csp.protect(tmp_path)


def test_page_without_charset_fails_the_build(tmp_path: Path) -> None:
    """A page that has no place for its policy stops the build."""
    page = site_of(tmp_path, "")
    page.write_text("<!doctype html><p>bare", encoding="utf-8")

    with pytest.raises(PluginError, match=r"some/page/index\.html"):
        csp.protect(tmp_path)


def test_policy_is_written_once(tmp_path: Path) -> None:
    """A second run changes nothing, and a run after a change of the page leaves no old hash."""
    page = site_of(tmp_path, "<script>one()</script>")
    csp.protect(tmp_path)
    first = page.read_text(encoding="utf-8")
    csp.protect(tmp_path)
    assert page.read_text(encoding="utf-8") == first
    page.write_text(first.replace("one()", "two()"), encoding="utf-8")
    csp.protect(tmp_path)
    second = page.read_text(encoding="utf-8")

    assert csp.source("one()") in first
    assert csp.source("two()") in second
    assert csp.source("one()") not in second
    assert second.count("Content-Security-Policy") == 1


@pytest.mark.parametrize("address", ["", "identifiers/uei/", ADDRESS, "404.html"])
def test_use_of_a_page_breaks_no_policy(page: Page, address: str) -> None:
    """Search, the switch to dark and the tabs work within the policy."""
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.get_by_title("Switch to dark mode").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("textbox", name="Search").press_sequentially("check digit")
    expect(page.get_by_role("dialog", name="Search").get_by_role("link").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Look up").click()

    page.wait_for_url("**/use/look-up/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_use_of_the_tools_breaks_no_policy(page: Page) -> None:
    """From the field on the home page to the report of a list: all within the policy."""
    page.goto("")
    page.get_by_label("Check a code").fill("K0999")
    page.get_by_label("Check a code").press("Enter")
    checker = Checker(page)
    checker.wait_for_result()
    checker.check("K0999\nO2FP7\n<img src=x onerror=alert(1)>")
    checker.rows.nth(1).get_by_role("button").click()

    expect(checker.detail).to_be_visible()
