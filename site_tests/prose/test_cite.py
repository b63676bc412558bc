"""How to cite a page, and where to say that it is wrong."""

import re
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.exceptions import PluginError

from site_build.prose import as_of, errata
from site_build.site import DOCS
from site_tests.support.built import EVERY_PAGE, PAGES, URL, Element, meta, text_of, tree

TO_READ = [address for address in PAGES if address not in {"", "validator/"}]


def foot(address: str) -> list[Element]:
    """Give the footers of a page."""
    return [one for one in tree(address).iter("footer") if one.get("class") == "cc-foot"]


@pytest.mark.parametrize("address", TO_READ)
def test_cite_line(address: str) -> None:
    """A page to read ends with what it takes to cite it, including the page's own date."""
    (found,) = foot(address)
    (main,) = tree(address).iter("main")
    text = text_of(found)
    date = re.search(r"as of (\w+ \d{4})", text)
    own = re.search(r"\bChecked (\w+ \d{4})", _body(main))

    assert text.startswith(f"Cite this page: “{meta(address)['og:title']}”, ")
    assert f"{meta(address)['og:site_name']}, {URL}{address}, as of " in text
    assert "CC BY 4.0" in text
    assert date
    assert date[1] == (own[1] if own else as_of.newest_source())


def _body(main: Element) -> str:
    return "\n".join(text_of(paragraph) for paragraph in main.iter("p"))


@pytest.mark.parametrize("address", [page for page in EVERY_PAGE if page not in TO_READ])
def test_nothing_to_cite(address: str) -> None:
    """The home page, the validator and the pages of errors have no such line."""
    assert foot(address) == []


def test_no_report_without_an_address() -> None:
    """The site has no link to report an error, for the settings name no address."""
    found = [part.get("data-part") for page in TO_READ for one in foot(page) for part in one]

    assert set(found) == {"cite"}


def rendered_foot(setting: str) -> str:
    """Write the foot of a page with an address to report errors to."""
    templates = Environment(loader=FileSystemLoader(DOCS / ".overrides"), autoescape=True)
    page = SimpleNamespace(canonical_url="https://example.org/uei/", meta={}, markdown="")
    config = SimpleNamespace(site_name="Site", extra=SimpleNamespace(report_errors=setting))
    return templates.get_template("found/foot.html").render(
        page=page,
        config=config,
        titles=lambda *_: ("A & B", ""),
        as_of=as_of.as_of,
        long_ago=as_of.long_ago,
        report_errors=errata.address,
    )


def test_report_link() -> None:
    """Where an address is set, the foot leads there; a letter says which page it is about."""
    assert 'href="https://example.org/report/?a=1&amp;b=2"' in rendered_foot(
        "https://example.org/report/?a=1&b=2"
    )
    letter = 'href="mailto:facts@example.org?subject=A%20%26%20B%3A%20https%3A//example.org/uei/"'
    assert letter in rendered_foot("mailto:facts@example.org")
    assert "Report an error in a fact" in rendered_foot("mailto:facts@example.org")
    assert "Report" not in rendered_foot("")


@pytest.mark.parametrize("setting", ["javascript:alert(1)", "http://example.org/", "mailto:nobody"])
def test_report_address_is_safe(setting: str) -> None:
    """An address of another kind fails the build."""
    with pytest.raises(PluginError, match="REPORT_ERRORS"):
        errata.address(setting, "UEI", URL)


def test_dates() -> None:
    """The front matter comes before the page's own line, and that before the sources."""
    page = "# UEI\n\nAs of May 2026.\n"

    assert as_of.as_of({"as_of": "3 June 2026"}, page) == "3 June 2026"
    assert as_of.as_of({}, page) == "May 2026"
    assert as_of.as_of({}, "It was so. As of May 2026.") == as_of.newest_source()
    assert as_of.newest("December 2024 and January 2025") == "January 2025"
