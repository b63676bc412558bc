"""What edition one has left: it kept whatever was asked for below its root, of any app."""

from pathlib import Path

import pytest

from site_build.host import offline
from site_build.site import SITE
from site_tests.hosts.reader import BOTH_PLACES, Reader
from site_tests.support.built import PREFIX, lists

pytestmark = pytest.mark.browser_context_args(service_workers="allow")

# Edition one's caches had these names, the site's path in the middle.
SHELVES = ("assets", "pages 0123456789abcdef", "next")
FILL = """async ([shelves, addresses]) => {
  for (const shelf of shelves) {
    const cache = await caches.open(shelf);
    for (const [address, type] of addresses) {
      const headers = { "Content-Type": type, Vary: "Cookie" };
      await cache.put(address, new Response("another app's", { headers }));
    }
  }
}"""
EVERYTHING = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const shelf = await caches.open(name);
    for (const request of await shelf.keys()) {
      const kept = await shelf.match(request, { ignoreVary: true });
      found.push([name, request.url, await kept.text()]);
    }
  }
  return found;
}"""
AFTER = ("assets", f"pages {'f' * 16}")
THEIRS = "what they keep themselves"


def litter(reader: Reader) -> list[list[str]]:
    """Name what another app's requests have put into the caches."""
    files = lists()["files"]
    script = next(name for name in files if name.endswith("/offline.js"))
    json, html = "application/json", "text/html"
    return [
        [reader.host.url + place, kind]
        for place, kind in {
            "app/": html,
            "app/profile": json,
            "app/profile?user=bob": json,
            "app/static/0123456789abcdef/app.js": "text/javascript",
            "static/0123456789abcdef/app.js": "text/javascript",
            "nations/": html,  # a login page in its place
            "nations/?user=bob": html,
            "developers/library/": json,
            "search/search_index.json": json,
            f"{script}?user=bob": "text/javascript",
        }.items()
    ]


def another_version(site: Path, folder: Path) -> Path:
    """Make a version of a site that differs in its worker only."""
    folder.mkdir()
    for path in site.iterdir():
        (folder / path.name).symlink_to(path)
    worker = folder / offline.NAME
    text = worker.read_text(encoding="utf-8")
    worker.unlink()
    worker.write_text(text.replace(lists(site)["version"], "f" * 16), encoding="utf-8")
    return folder


@BOTH_PLACES
def test_nothing_unlisted_is_left(
    reader: Reader, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """After the update the caches have what the new version lists, and nobody else's answer."""
    site = SITE if reader.host.url.endswith(PREFIX) else request.getfixturevalue("other")
    page = reader.read("identifiers/uei/")
    shelves = [reader.prefix + name for name in SHELVES]
    found = litter(reader)
    page.evaluate(FILL, [[*shelves, THEIRS], found])
    reader.update(another_version(site, tmp_path / "after"))
    reader.leave()

    kept = reader.outside().evaluate(EVERYTHING)
    ours = [one for one in kept if one[0] != THEIRS]
    assert {name for name, _, _ in ours} == {f"{reader.prefix}{name}" for name in AFTER}
    listed = {reader.host.url + place for place in (*lists(site)["pages"], *files(site))}
    assert {url for _, url, _ in ours} <= listed
    assert reader.host.url + "nations/" in {url for _, url, _ in ours}
    assert [one for one in ours if one[2] == "another app's"] == []
    assert sorted(url for name, url, _ in kept if name == THEIRS) == sorted(
        address for address, _ in found
    )


def files(site: Path) -> set[str]:
    """Name the files that a version lists."""
    known = lists(site)
    return {*known["files"], *known["fixed"]}
