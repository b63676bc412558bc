"""The site without a connection: what was read, and the validator, still open.

The host goes down in these tests, with every connection to it; that is what a browser sees of a
lost line or a server that is gone.
"""

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from site_build.host.offline import NOT_KEPT
from site_build.site import SITE
from site_tests.hosts.reader import BOTH_PLACES, RUNTIME, Reader, keep, until, versions_on
from site_tests.support.checker import Checker
from site_tests.support.faults import Hold
from site_tests.support.waiting import wait_until
from site_tests.support.watch import Watch

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

READ = ("", "identifiers/uei/", "nations/", "about/how-it-works/")
UNREAD = ("identifiers/cage/", "questions/myths/", "404.html")
TITLE = "This page is not on your machine"


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
    expect(checker.verdict).to_have_text("Did you mean 02FP7?")


def search(page: Page) -> Locator:
    """Search for a page, and give the first that is found."""
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("unique entity")
    found = page.locator(".md-search-result").get_by_role("link")
    first = found.filter(has_text="What is a UEI").first
    expect(first).to_be_visible()
    return first


@BOTH_PLACES
def test_search(reader: Reader) -> None:
    """Once used, the search finds its index on the reader's machine, and its results open."""
    page = reader.read("identifiers/uei/")
    search(page)
    reader.close()
    reader.host.stop()

    page = reader.open()
    search(page).click()
    page.wait_for_url("**/identifiers/uei/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")


@BOTH_PLACES
def test_pages_that_were_not_read(reader: Reader, watch: Watch) -> None:
    """A page that was never read says so, at its address, and names the pages that are kept.

    An address that is no page of the site's is left to the browser.
    """
    reader.read("identifiers/uei/")
    reader.close()
    reader.host.stop()
    watch.expect("503")

    for address in UNREAD:
        page = reader.open(address)
        main = page.get_by_role("main")
        expect(main.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(main.get_by_role("listitem")).to_have_text(["Home", "Check a code", "UEI"])
        assert len(versions_on(page)) == 1
        assert page.url == reader.host.url + address
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        reader.open("no/such/page/")
    main.get_by_role("link", name="UEI").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")


def test_host_that_shortens_addresses(reader: Reader, watch: Watch) -> None:
    """Where the host redirects 503.html to 503, as some do, everything is still kept."""
    reader.host.shorten()
    page = reader.read("identifiers/uei/")
    with page.expect_response("**/503") as answer:
        # The worker leaves this one to the network.
        page.evaluate("fetch('../../503.html', { method: 'HEAD' })")
    assert answer.value.ok
    reader.close()
    reader.host.stop()
    watch.expect("503")

    page = reader.open("identifiers/uei/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")
    for address in ("identifiers/cage/", NOT_KEPT):
        page = reader.open(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


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


def test_slow_line(reader: Reader) -> None:
    """Where the network does not answer, the kept page does, and so does the search index."""
    page = reader.read("identifiers/uei/")
    search(page)
    reader.read("nations/", page)
    hold = Hold()
    reader.context.route("**/identifiers/uei/", hold)
    reader.context.route("**/search/index.json", hold)
    reader.open("identifiers/uei/", page)

    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")
    assert page.evaluate("fetch('../../search/index.json').then(({ ok }) => ok)")
    hold.drop()


def test_fault_of_the_host(reader: Reader, watch: Watch) -> None:
    """Where the host answers with an error, the kept page is shown; without one, the host's."""
    watch.tolerate("502")
    page = reader.read("identifiers/uei/")
    for address in ("uei", "cage"):
        reader.context.route(
            f"**/identifiers/{address}/", lambda route: route.fulfill(status=502, body="A fault")
        )
    reader.open("identifiers/uei/", page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")
    reader.open("identifiers/cage/", page)

    expect(page.get_by_text("A fault")).to_be_visible()


def test_line_that_is_slow_and_nothing_kept(reader: Reader) -> None:
    """A page that is not kept is waited for as long as it takes."""
    page = reader.read()
    hold = Hold()
    reader.context.route("**/identifiers/cage/", hold)
    (worker,) = reader.context.service_workers
    worker.evaluate("() => { globalThis.setTimeout = (late) => late(); }")  # its patience is over
    page.evaluate("place => { location.href = place; }", f"{reader.host.url}identifiers/cage/")
    wait_until(page, lambda: hold.waiting, "the page is asked of the host")
    assert worker.evaluate("caches.match('/').then(() => true)")
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


@pytest.mark.parametrize(
    ("place", "seen"),
    [("identifiers/uei/", None), ("validator/#code=K0999", "Full check, by every rule")],
)
def test_worker_keeps_out_of_the_way(reader: Reader, place: str, seen: str | None) -> None:
    """The worker starts when the page has loaded, and the validator has answered."""
    page = reader.context.new_page()
    page.add_init_script(
        """
        const { register } = ServiceWorkerContainer.prototype;
        ServiceWorkerContainer.prototype.register = function (...given) {
          const by = document.querySelector(".cc-by")?.textContent ?? null;
          globalThis.seenThen = [document.readyState, by];
          return register.apply(this, given);
        };
        """
    )
    reader.open(place, page)
    until(page, "() => 'seenThen' in globalThis")

    assert page.evaluate("seenThen") == ["complete", seen]
