"""Answers that are not the page, though they come with status 200: none is kept in its place."""

from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_build.host import offline
from site_build.site import SITE
from site_tests.hosts.answer import HTML, Answer
from site_tests.hosts.reader import RUNTIME, Reader, keep, versions_on
from site_tests.hosts.versions import NOT_HERE, Version
from site_tests.support.watch import Watch

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

UEI = "identifiers/uei/"
TEXTS = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const shelf = await caches.open(name);
    for (const request of await shelf.keys()) texts.push(await (await shelf.match(request)).text());
  }
  return texts;
}"""
PORTAL = "<!doctype html><title>Log in</title><form action=/login>The portal</form>"


def page_of(place: str, site: Path = SITE) -> bytes:
    """Give a page of the site as it was built."""
    path = site / place
    return (path / "index.html" if path.is_dir() else path).read_bytes()


def typed(kind: str, **headers: str) -> dict[str, str]:
    """Give headers with a type."""
    return {"Content-Type": kind, **headers}


REAL = page_of(UEI)
NO_PAGE = {
    "login": Answer(PORTAL.encode()),
    "maintenance": Answer(b"<h1>Back soon</h1>", typed("text/html")),
    "filter that names our scripts": Answer(REAL[: REAL.index(b"<body")] + PORTAL.encode()),
    "half": Answer(REAL[: len(REAL) // 2], announced=False),
    "all but its end": Answer(REAL[: REAL.rindex(b"data-page")], announced=False),
    "another page": Answer(page_of("")),
    "missing page": Answer(page_of("404.html")),
    "another type": Answer(REAL, typed("text/plain")),
    "no type": Answer(REAL, {}),
    "not to be stored": Answer(REAL, typed(HTML, **{"Cache-Control": "private, no-store"})),
    "other for each reader": Answer(REAL, typed(HTML, Vary="*")),
    "moved": Answer(b"", {"Location": "../../nations/"}, HTTPStatus.FOUND),
    "moved to a query": Answer(b"", {"Location": "./?session=1"}, HTTPStatus.FOUND),
    "no content": Answer(b"", typed(HTML), HTTPStatus.NO_CONTENT),
}


def kept_texts(page: Page) -> list[str]:
    """Give the content of every cache."""
    texts: list[str] = page.evaluate(TEXTS)
    return texts


def test_what_is_no_page(reader: Reader, watch: Watch) -> None:
    """No such answer is kept in any cache, and none replaces the page that was kept."""
    watch.tolerate("")  # pages of strangers ask for what is not there
    page = reader.read("nations/")
    tab = reader.context.new_page()
    before = sorted(kept_texts(page))
    for name, answer in NO_PAGE.items():
        reader.host.impose(UEI, answer)
        if answer.status != HTTPStatus.NO_CONTENT:  # a browser stays where it is
            reader.open(UEI, tab)
        assert keep(page, [reader.host.url + UEI]) is False, name
        reader.host.impose("nations/", answer)
        page.evaluate("fetch('.').then((found) => found.text())")
        reader.host.relieve()
    tab.close()

    assert sorted(kept_texts(page)) == before
    reader.host.stop()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Countries and their NCAGE codes")
    reader.open(UEI, page)
    expect(page.get_by_role("heading", level=1)).to_have_text(NOT_HERE)


@pytest.mark.parametrize("form", ["index.html", "../uei"])
def test_host_that_leads_to_another_form(reader: Reader, form: str) -> None:
    """Where a host leads from a page's address to another form of it, that is still the page."""
    page = reader.read("nations/")
    reader.host.impose(UEI, Answer(b"", {"Location": form}, HTTPStatus.FOUND))
    reader.host.impose("identifiers/uei", Answer(REAL))
    assert keep(page, [reader.host.url + UEI])
    reader.host.stop()

    reader.open(UEI, page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")


def test_answer_to_a_query(reader: Reader) -> None:
    """What comes for a query is shown, and not kept, though it is the page."""
    page = reader.read("nations/")
    answer = page_of(UEI).replace(b"What is a UEI", b"What is a UEI of Bob")
    reader.host.impose(f"{UEI}?user=bob", Answer(answer))
    reader.open(f"{UEI}?user=bob", page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI of Bob")
    reader.host.relieve()
    reader.read("about/how-it-works/", page)  # what is kept is kept in turn
    assert [text for text in kept_texts(page) if "ID of Bob" in text] == []


@pytest.mark.parametrize("name", ["login", "half", "another page", "not to be stored"])
def test_update_before_a_stranger(
    reader: Reader, old: Version, same: Path, name: str, watch: Watch
) -> None:
    """An update that gets something else for a page does not take over; the old one stays whole."""
    watch.tolerate("")
    page = reader.read(UEI)
    answer = NO_PAGE[name]
    if name == "half":
        text = page_of(offline.NOT_KEPT, same)
        answer = Answer(text[: len(text) // 2], announced=False)
    reader.host.deploy(same)
    reader.host.impose(offline.NOT_KEPT, answer)
    reader.look_for_update(page)
    reader.wait_for_worker(active="activated")
    reader.host.stop()
    page.reload()

    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")
    assert versions_on(page) == {old.hash}


def test_page_of_another_deploy(reader: Reader, old: Version, new: Version, same: Path) -> None:
    """A page of a third deploy, that comes in between two, stops the update as well."""
    page = reader.read(UEI)
    reader.host.deploy(same)
    reader.host.impose(offline.NOT_KEPT, Answer(page_of(offline.NOT_KEPT, new.site)))
    reader.look_for_update(page)
    reader.wait_for_worker(active="activated")

    assert versions_on(page) == {old.hash}


def test_carried_over_before_a_portal(
    reader: Reader, same: Path, old: Version, watch: Watch
) -> None:
    """A page that a portal answers for while an update is installed is kept as it was."""
    watch.tolerate("404")  # nothing is where the portal leads
    reader.read(UEI)
    reader.read("nations/")
    reader.host.impose(UEI, Answer(b"", {"Location": "../../login"}, HTTPStatus.FOUND))
    reader.update(same)
    reader.leave()
    reader.host.stop()

    page = reader.open(UEI)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")
    assert versions_on(page) == {old.hash}


def test_files_are_kept_by_their_bytes(reader: Reader) -> None:
    """A file is kept whatever its host says about it, and never with a single other byte."""
    page = reader.read("nations/")
    (lock,) = (name for name in RUNTIME if name.endswith("lock.json"))
    index = "search/search_index.json"
    for name in (lock, index):
        right = (SITE / name).read_bytes()
        for wrong in (Answer(PORTAL.encode()), Answer(right[:-1] + b" ", announced=False)):
            reader.host.impose(name, wrong)
            assert page.evaluate("(url) => fetch(url).then(({ ok }) => ok)", reader.host.url + name)
            assert keep(page, [reader.host.url + name]) is False
        kept = Answer(right, typed("text/plain", **{"Cache-Control": "no-store"}))
        reader.host.impose(name, kept)
        assert keep(page, [reader.host.url + name])
    assert [text for text in kept_texts(page) if PORTAL in text] == []


def test_file_under_a_query(reader: Reader) -> None:
    """A file with a query is not what is listed, and its request goes past the worker."""
    page = reader.read("nations/")
    script = page.evaluate("document.querySelector('script[data-service-worker]').src")
    with page.expect_response("**/*?user=bob") as answer:
        page.evaluate("(url) => fetch(url).then((found) => found.text())", f"{script}?user=bob")

    assert not answer.value.from_service_worker
