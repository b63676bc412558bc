"""Where the pages lead: every link and fragment resolves, every rule and source is there."""

from itertools import chain

import pytest

from cagecore import wire
from site_build.site import SITE
from site_tests.support.built import EVERY_PAGE, PAGES, anchors, links, target, text_of, tree

CATALOGUE = wire.catalogue()
VALIDATOR = "validator/"


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_links_resolve(address: str) -> None:
    """Whatever a page links to inside the site is there, and so is the place on the page."""
    found = [place for link in links(address) if (place := target(address, link)) is not None]
    missing = [page for page, _ in found if not (SITE / page).is_file() and not is_page(page)]
    lost = [
        f"{page}#{fragment}"
        for page, fragment in found
        if is_page(page)
        and fragment
        and fragment not in anchors(page)
        and not (page == VALIDATOR and fragment.startswith("code="))
    ]

    assert found
    assert missing == []
    assert lost == []


def is_page(address: str) -> bool:
    """Say whether an address is that of a page: a folder with its slash."""
    return (SITE / address / "index.html").is_file() and (not address or address.endswith("/"))


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_links_elsewhere_are_safe(address: str) -> None:
    """Links to other sites use https, and nothing but a link leaves the site."""
    for element in tree(address).iter():
        for name in ("href", "src", "action", "srcset", "data", "poster", "content"):
            link = element.get(name, "")
            if "//" in link and target(address, link) is None:
                assert (element.tag, name) == ("a", "href")
                assert link.startswith("https://")


def test_every_page_is_linked() -> None:
    """Every page of the sitemap can be reached from another one."""
    linked = {
        place[0]
        for address in PAGES
        for link in links(address)
        if (place := target(address, link)) is not None and place[0] != address
    }

    assert set(PAGES) - linked == set()


@pytest.mark.parametrize("rule", CATALOGUE["rules"])
def test_rule_has_its_anchor(rule: str) -> None:
    """The id of a rule is the anchor of the row that its title heads, on the page of its scheme."""
    page, _, anchor = CATALOGUE["rules"][rule]["anchor"].partition("#")
    (row,) = [element for element in tree(page).iter() if element.get("id") == anchor]
    head = row.find("th")

    assert anchor == rule
    assert row.tag == "tr"
    assert head is not None
    assert text_of(head) == " ".join(CATALOGUE["rules"][rule]["title"].replace("`", "").split())


@pytest.mark.parametrize("address", PAGES)
def test_sources(address: str) -> None:
    """Every place of a page that is named for a source is one of a known source."""
    listed = {name.removeprefix("source-") for name in anchors(address) if "source-" in name}

    assert listed <= set(CATALOGUE["sources"])
    # One page lists them all, whoever cites them.
    assert address != "about/sources/" or listed == set(CATALOGUE["sources"])


def test_every_source_of_a_rule_is_listed() -> None:
    """Each rule's source is listed on the rule's page."""
    for rule in CATALOGUE["rules"].values():
        page = rule["anchor"].partition("#")[0]
        if rule["source"]:
            assert f"source-{rule['source']}" in anchors(page)


@pytest.mark.parametrize("scheme", CATALOGUE["schemes"].values(), ids=CATALOGUE["schemes"])
def test_every_scheme_has_its_place(scheme: dict[str, str]) -> None:
    """Each scheme leads to a page, and to its own section where the page covers others, too."""
    page, _, part = scheme["anchor"].partition("#")
    assert page == scheme["page"]
    assert page in PAGES
    shared = [one for one in CATALOGUE["schemes"].values() if one["page"] == page]
    assert part in anchors(page) if len(shared) > 1 else not part


def test_anchors_are_unique() -> None:
    """No page has two places with the same name."""
    for address in EVERY_PAGE:
        names = [name for element in tree(address).iter() if (name := element.get("id"))]
        assert sorted(set(names)) == sorted(names)


def test_labels_point_somewhere() -> None:
    """Each label and each description names an element that is there."""
    for address in EVERY_PAGE:
        named = chain.from_iterable(
            element.get(name, "").split()
            for element in tree(address).iter()
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls")
        )
        assert set(named) <= anchors(address)
