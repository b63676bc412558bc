"""What the service worker keeps, and what it refuses to keep or to pass on."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_build.host import static
from site_build.host.offline import NOT_KEPT, PAGES
from site_build.site import SITE
from site_tests.hosts.reader import BOTH_PLACES, RUNTIME, Reader, keep, until, versions_on
from site_tests.support.built import PREFIX
from site_tests.support.watch import Watch

pytestmark = pytest.mark.browser_context_args(service_workers="allow")


def test_kept_from_the_beginning(reader: Reader) -> None:
    """The first visit keeps the tool, home and what they need, and nothing of Python."""
    reader.read("about/how-it-works/")
    kept = reader.look()
    (pages,) = (name for name in kept if name.startswith("pages "))

    assert set(kept) == {"assets", pages}
    assert {*PAGES, "about/how-it-works/"} <= set(kept[pages])
    assert NOT_KEPT in kept[pages]
    paths = [path.relative_to(SITE).as_posix() for path in (SITE / "static").rglob("*.js")]
    scripts = {name.rpartition("/")[2] for name in set(paths) - set(static.late(paths))}
    assert scripts <= {name.rpartition("/")[2] for name in kept["assets"]}
    assert [name for names in kept.values() for name in names if name in RUNTIME] == []


def test_nothing_typed_is_kept(reader: Reader) -> None:
    """No address that is kept has a query or a fragment, where a code could be."""
    page = reader.read("validator/?h=K0999#code=K0999")
    reader.open("identifiers/uei/?h=855J5", page)
    reader.read("nations/#code=O2FP7", page)
    names = [name for names in reader.look().values() for name in names]

    assert "nations/" in names
    assert [name for name in names if "?" in name or "#" in name] == []


WRONG: list[Any] = [
    "https://example.org/cagecore/",
    "http://127.0.0.1:1/cagecore/",
    "data:text/plain,x",
    "blob:null/x",
    "http://",
]


@BOTH_PLACES
def test_keep(reader: Reader) -> None:
    """A page may ask for addresses of the site to be kept, in any form, and for no others."""
    page = reader.read()
    url = reader.host.url

    for wrong in [*WRONG, url.replace("http:", "https:"), *outside(url), f"{url}sw.js"]:
        assert keep(page, [wrong]) is False, wrong
    for nonsense in (None, 5, "nations/", {"url": "x"}):
        assert keep(page, nonsense) is False
    assert not is_kept(page, f"{url}nations/")
    # A browser counts the worker's script among what the page has loaded. That holds nothing up.
    assert keep(page, [f"{url}sw.js", f"{url}questions/faq/"]) is False
    assert is_kept(page, f"{url}questions/faq/")
    assert keep(page, [])
    read = {f"{url}nations/", f"{url}identifiers/cage/", f"{url}identifiers/uei/"}
    others = ("nations", "identifiers/cage/?x=1#y", "identifiers/uei/index.html")
    assert keep(page, [url + name for name in others])
    assert {address for address in read if is_kept(page, address)} == read
    assert [name for name in others if is_kept(page, url + name)] == []


def is_kept(page: Page, url: str) -> bool:
    """Say whether any cache has an address."""
    kept: bool = page.evaluate("async (url) => Boolean(await caches.match(url))", url)
    return kept


def outside(url: str) -> list[str]:
    """Give addresses on the same host outside the site; none where the site has the whole host."""
    around, prefix, _ = url.rpartition(PREFIX)
    return [f"{around}/", url.rstrip("/"), f"{url.rstrip('/')}-2/"] if prefix else []


def test_errors_are_never_kept(reader: Reader, watch: Watch) -> None:
    """What is missing or broken off is not kept, and asking for it says so."""
    watch.expect("404")
    page = reader.read()
    reader.open("no/such/page/").close()

    assert keep(page, [f"{reader.host.url}no/such/page/"]) is False
    reader.host.break_off()
    assert keep(page, [f"{reader.host.url}identifiers/"]) is False
    names = [name for names in reader.look().values() for name in names]
    assert set(names) & {"no/such/page/", "identifiers/"} == set()


def test_damaged_file_is_never_kept(reader: Reader) -> None:
    """A script that arrives with other bytes is not kept, and the next visit repairs it."""
    spoiled = "**/javascripts/validator/home.js"
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


SPOIL = """async ([shelf, url]) => {
  await (await caches.open(shelf)).put(url, new Response("spoiled"));
}"""
FORGET = """async () => {
  for (const name of await caches.keys()) await caches.delete(name);
}"""
ALL_KEPT = """async (urls) =>
  (await Promise.all(urls.map((url) => caches.match(url)))).every(Boolean)"""
TEXT = "async ([url, options]) => (await fetch(url, options)).text()"
IS_RIGHT = """async ([shelf, url, right]) =>
  (await (await (await caches.open(shelf)).match(url)).text()) === right"""


@pytest.mark.parametrize("mode", ["reload", "no-store"])
def test_damaged_copy_is_mended(reader: Reader, mode: str) -> None:
    """A request past all caches gets the file from the host, which replaces a damaged copy."""
    page = reader.read()
    (name,) = (name for name in RUNTIME if name.endswith("lock.json"))
    url, shelf = reader.host.url + name, f"{reader.prefix}assets"
    assert keep(page, [url])
    page.evaluate(SPOIL, [shelf, url])
    assert page.evaluate(TEXT, [url, {}]) == "spoiled"
    right = (SITE / name).read_text(encoding="utf-8")

    assert page.evaluate(TEXT, [url, {"cache": mode}]) == right
    until(page, IS_RIGHT, [shelf, url, right])
    reader.host.stop()
    assert page.evaluate(TEXT, [url, {"cache": mode}]) == right


def test_deleted_data_are_kept_anew(reader: Reader) -> None:
    """What a page loads after the site's data were deleted is kept again."""
    page = reader.read("identifiers/uei/")
    page.evaluate(FORGET)
    reader.read("identifiers/uei/", page)
    scripts = page.evaluate("[...document.querySelectorAll('script[src]')].map(({ src }) => src)")
    assert scripts
    until(page, ALL_KEPT, scripts)
    reader.host.stop()
    page.reload()

    expect(page.get_by_role("heading", level=1)).to_contain_text("What is a UEI")
    assert len(versions_on(page)) == 1


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
    """When there is no room for a beginning, the worker gives up and the site works as usual."""
    page = reader.outside()
    session = reader.context.new_cdp_session(page)
    origin = reader.host.around.rstrip("/")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
    reader.open("identifiers/cage/", page)

    assert keep(page, [page.url]) is False
    expect(page.get_by_role("heading", level=1)).to_contain_text("CAGE")
    assert page.evaluate("navigator.serviceWorker.getRegistration()") is None
