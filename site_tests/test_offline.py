"""The site without a connection: what was read, and the validator, open all the same.

The host goes down in these tests, with every connection to it; that is what a browser sees of a
lost line or a server that is gone.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from site_build.offline import NOT_KEPT, PAGES
from site_build.serve import SITE
from site_tests.built import PREFIX
from site_tests.checker import Checker
from site_tests.faults import Hold
from site_tests.host import Host
from site_tests.reader import RUNTIME, Reader, keep, until, versions_on
from site_tests.watch import Watch

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

READ = ("", "identifiers/uei/", "nations/", "about/how-it-works/")
UNREAD = ("identifiers/cage/", "no/such/page/")
TITLE = "This page is not on your machine"


BOTH_PLACES = pytest.mark.parametrize("host", [PREFIX, "/"], indirect=True)


@pytest.fixture
def host(request: pytest.FixtureRequest, tmp_path: Path, other: Path) -> Iterator[Host]:
    """Give a host with the site under its prefix, or at its root where a test asks for it."""
    prefix = getattr(request, "param", PREFIX)
    host = Host(tmp_path, prefix)
    host.deploy(other if prefix == "/" else SITE)
    yield host
    host.stop()


@pytest.fixture
def reader(context: BrowserContext, watch: Watch, host: Host) -> Iterator[Reader]:
    """Give a reader, and fail the test when something unexpected went wrong on a page."""
    watch.move(host.url)
    yield Reader(context, host)
    watch.verify()


@BOTH_PLACES
def test_pages_that_were_read(reader: Reader) -> None:
    """Every page that was read opens in a new tab with its styles and scripts, host gone."""
    seen = {}
    for address in READ:
        page = reader.read(address)
        seen[address] = page.get_by_role("main").inner_text()
    reader.close()
    reader.host.stop()

    for address in READ:
        page = reader.open(address)
        assert page.get_by_role("main").inner_text() == seen[address]
        assert len(versions_on(page)) == 1
        assert page.evaluate("[...document.styleSheets].every((one) => one.cssRules.length > 0)")


@BOTH_PLACES
def test_validator(reader: Reader) -> None:
    """The validator, once it has kept Python, starts and checks a code with the host gone."""
    checker = Checker(reader.read("validator/"))
    checker.wait_until_ready()
    assert keep(checker.page, [reader.host.url + name for name in RUNTIME])
    reader.close()
    reader.host.stop()

    checker = Checker(reader.open("validator/#code=O2FP7"))
    checker.wait_for_result()
    expect(checker.verdict).to_have_text("Not well formed as an NCAGE code")


def search(page: Page) -> Locator:
    """Search for a page, and give the first that is found."""
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("unique entity")
    found = page.locator(".md-search-result").get_by_role("link")
    first = found.filter(has_text="Unique Entity ID").first
    expect(first).to_be_visible()
    return first


@BOTH_PLACES
def test_search(reader: Reader) -> None:
    """Once used, the search finds its index on the reader's machine, and what it finds opens."""
    page = reader.read("identifiers/uei/")
    search(page)
    reader.close()
    reader.host.stop()

    page = reader.open()
    search(page).click()
    page.wait_for_url("**/identifiers/uei/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Unique Entity ID")


@BOTH_PLACES
def test_pages_that_were_not_read(reader: Reader, watch: Watch) -> None:
    """A page that was never read says so, at any address, and names the pages that are kept."""
    reader.read("identifiers/uei/")
    reader.close()
    reader.host.stop()
    watch.expect("503")

    for address in UNREAD:
        page = reader.open(address)
        main = page.get_by_role("main")
        expect(main.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(main.get_by_role("listitem")).to_have_text(["Home", "Validator", "UEI"])
        assert len(versions_on(page)) == 1
        assert page.url == reader.host.url + address
    main.get_by_role("link", name="UEI").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Unique Entity ID")


def test_back_online(reader: Reader, watch: Watch) -> None:
    """A page that could not be shown is there after a reload, as soon as the host is back."""
    reader.read()
    reader.host.stop()
    watch.expect("503")
    page = reader.open("identifiers/cage/")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    reader.host.start()
    page.reload()

    expect(page.get_by_role("heading", level=1)).to_contain_text("CAGE")


def test_kept_from_the_beginning(reader: Reader) -> None:
    """The first visit keeps the tool, home and what they need, and nothing of Python."""
    reader.read("about/how-it-works/")
    kept = reader.look()
    (pages,) = (name for name in kept if name.startswith("pages "))

    assert set(kept) == {"assets", pages}
    assert {*PAGES, "about/how-it-works/"} <= set(kept[pages])
    assert NOT_KEPT in kept[pages]
    scripts = {path.name for path in (SITE / "static").rglob("*.js")}
    assert scripts <= {name.rpartition("/")[2] for name in kept["assets"]}
    assert [name for names in kept.values() for name in names if name in RUNTIME] == []


def test_nothing_typed_is_kept(reader: Reader) -> None:
    """No address that is kept has a query or a fragment, where a code could stand."""
    page = reader.read("validator/?h=K0999#code=K0999")
    reader.read("identifiers/uei/?h=855J5", page)
    reader.read("nations/?code=O2FP7#x", page)
    names = [name for names in reader.look().values() for name in names]

    assert "nations/" in names
    assert [name for name in names if "?" in name or "#" in name] == []


def test_slow_line(reader: Reader) -> None:
    """Where the network does not answer, the kept page does, and the search index, too."""
    page = reader.read("identifiers/uei/")
    search(page)
    reader.read("nations/", page)
    hold = Hold()
    reader.context.route("**/identifiers/uei/", hold)
    reader.context.route("**/search_index.json", hold)
    reader.open("identifiers/uei/", page)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Unique Entity ID")
    assert page.evaluate("fetch('../../search/search_index.json').then(({ ok }) => ok)")
    hold.drop()


def test_line_that_is_slow_and_nothing_kept(reader: Reader) -> None:
    """A page that is not kept is waited for as long as it takes."""
    page = reader.read()
    hold = Hold()
    reader.context.route("**/identifiers/cage/", hold)
    page.evaluate("place => { location.href = place; }", f"{reader.host.url}identifiers/cage/")
    page.wait_for_timeout(5000)  # longer than the worker's own patience
    hold.let_go()

    expect(page.get_by_role("heading", level=1)).to_contain_text("CAGE")


def test_pages_are_fresh(reader: Reader) -> None:
    """With a connection a page is as the host has it now, not as it was kept."""
    page = reader.read("about/how-it-works/")
    reader.read("about/how-it-works/", page)
    text = (SITE / "about/how-it-works/index.html").read_text(encoding="utf-8")
    reader.context.route(
        "**/about/how-it-works/",
        lambda route: route.fulfill(
            body=text.replace("What it cannot know", "What it can never know"),
            content_type="text/html",
        ),
    )
    reader.open("about/how-it-works/", page)

    expect(page.get_by_role("heading", name="What it can never know")).to_be_visible()


WRONG: list[Any] = [
    "https://example.org/cagecore/",
    "http://127.0.0.1:1/cagecore/",
    "data:text/plain,x",
    "blob:null/x",
    "http://",
]


@BOTH_PLACES
def test_keep(reader: Reader) -> None:
    """A page may ask for addresses of the site to be kept; others, and nonsense, are refused."""
    page = reader.read()
    url = reader.host.url

    for wrong in [*WRONG, url.replace("http:", "https:"), *outside(url)]:
        assert keep(page, [wrong, f"{url}nations/"]) is False, wrong
    for nonsense in (None, 5, "nations/", {"url": "x"}):
        assert keep(page, nonsense) is False
    assert not is_kept(page, f"{url}nations/")
    assert keep(page, [])
    assert keep(page, [f"{url}nations/", f"{url}identifiers/cage/?x=1#y"])
    assert is_kept(page, f"{url}nations/")
    assert is_kept(page, f"{url}identifiers/cage/")


def is_kept(page: Page, url: str) -> bool:
    """Tell whether any cache has an address."""
    kept: bool = page.evaluate("async (url) => Boolean(await caches.match(url))", url)
    return kept


def outside(url: str) -> list[str]:
    """Give addresses of the same host beside the site; none where it has the whole host."""
    around, prefix, _ = url.rpartition(PREFIX)
    return [f"{around}/", url.rstrip("/"), f"{url.rstrip('/')}-2/"] if prefix else []


def test_errors_are_never_kept(reader: Reader, watch: Watch) -> None:
    """What is missing, moved or broken off is not kept, and asking for it says so."""
    watch.expect("404")
    page = reader.read()
    reader.open("no/such/page/").close()

    assert keep(page, [f"{reader.host.url}no/such/page/"]) is False
    assert keep(page, [f"{reader.host.url}nations"]) is False  # leads to nations/
    reader.host.break_off()
    assert keep(page, [f"{reader.host.url}identifiers/"]) is False
    names = [name for names in reader.look().values() for name in names]
    assert set(names) & {"no/such/page/", "nations", "nations/", "identifiers/"} == set()


def test_damaged_file_is_never_kept(reader: Reader) -> None:
    """A script that arrives with other bytes is not kept, and the next visit mends it."""
    spoiled = "**/javascripts/home.js"
    reader.context.route(
        spoiled, lambda route: route.fulfill(body="export {};", content_type="text/javascript")
    )
    page = reader.open()
    assert keep(page, [reader.host.url]) is False
    kept = [name for names in reader.look().values() for name in names]
    assert [name for name in kept if "home.js" in name] == []
    reader.context.unroute(spoiled)
    reader.read("", page)

    page.get_by_label("Check a code").fill("K0999")
    page.get_by_label("Check a code").press("Enter")
    page.wait_for_url("**/validator/#code=K0999")


ASK = """async ([address, options]) => { await fetch(address, options); }"""


@pytest.mark.parametrize(
    "options",
    [{"method": "HEAD"}, {"method": "POST", "body": "x"}, {"headers": {"Range": "bytes=0-9"}}],
    ids=["HEAD", "POST", "Range"],
)
def test_other_requests_are_left_alone(reader: Reader, watch: Watch, options: object) -> None:
    """What is not a plain request for a whole file goes past the worker."""
    watch.tolerate("501")  # the host takes no POST
    page = reader.read()
    with page.expect_response("**/nations/") as answer:
        page.evaluate(ASK, [f"{reader.host.url}nations/", options])

    assert not answer.value.from_service_worker
    assert "nations/" not in [name for names in reader.look().values() for name in names]


def test_quota_exceeded(reader: Reader) -> None:
    """When the disk is full, pages work, the worker says that nothing was kept, and goes on."""
    page = reader.read()
    (worker,) = reader.context.service_workers
    worker.evaluate(
        """() => {
          const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
          Cache.prototype.put = full;
        }"""
    )
    reader.open("identifiers/cage/", page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("CAGE")
    assert keep(page, [f"{reader.host.url}identifiers/cage/"]) is False
    assert keep(page, [page.evaluate("document.scripts[document.scripts.length - 1].src")])
    reader.open("", page)

    assert len(versions_on(page)) == 1


def test_no_room_from_the_beginning(reader: Reader) -> None:
    """When there is no room for the first of it, the worker gives up and the site is as ever."""
    page = reader.outside()
    session = reader.context.new_cdp_session(page)
    origin = reader.host.around.rstrip("/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
    reader.open("identifiers/cage/", page)

    assert keep(page, [page.url]) is False
    expect(page.get_by_role("heading", level=1)).to_contain_text("CAGE")
    assert page.evaluate("navigator.serviceWorker.getRegistration()") is None


def expect_site_as_ever(page: Page, url: str) -> None:
    """See that the site works without a service worker, and says that nothing is kept."""
    page.goto(f"{url}identifiers/uei/")
    assert keep(page, [page.url]) is False
    page.get_by_role("link", name="Home").first.click()
    page.get_by_label("Check a code").fill("K0999")
    page.get_by_label("Check a code").press("Enter")
    checker = Checker(page)
    checker.wait_for_result()
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")


@pytest.mark.browser_context_args(service_workers="block")
def test_refused_by_the_browser(page: Page, base_url: str) -> None:
    """Where a browser refuses the worker, as private windows do, the site works without."""
    expect_site_as_ever(page, base_url)


def test_unknown_to_the_browser(page: Page, base_url: str) -> None:
    """Where a browser has no service workers, as on plain http, the site works without."""
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    expect_site_as_ever(page, base_url)


def test_worker_that_does_not_arrive(page: Page, base_url: str, watch: Watch) -> None:
    """Where the worker's script is missing or broken, the site works without."""
    watch.tolerate("404", "sw.js")
    page.context.route("**/sw.js", lambda route: route.fulfill(status=404))
    expect_site_as_ever(page, base_url)


def test_worker_keeps_out_of_the_way(reader: Reader) -> None:
    """The worker starts after the page has loaded: none of the page's requests waits for it."""
    page = reader.context.new_page()
    page.add_init_script(
        """
        const { register } = ServiceWorkerContainer.prototype;
        ServiceWorkerContainer.prototype.register = function (...given) {
          globalThis.stateThen = document.readyState;
          return register.apply(this, given);
        };
        """
    )
    reader.open("identifiers/uei/", page)
    until(page, "() => 'stateThen' in globalThis")

    assert page.evaluate("stateThen") == "complete"
