"""The file `_headers`: what hosts that read it send with each file of the site."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from site_build.host import headers
from site_build.host.header_rules import headers_for, parse
from site_build.site import SITE
from site_tests.support.built import EVERY_PAGE, PREFIX, directives, policies

RULES = parse((SITE / headers.NAME).read_text(encoding="utf-8"))
FILES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file())
POLICY = "Content-Security-Policy"

FRESH = "no-cache"
KEPT = "public, max-age=31536000, immutable"


def sent(path: str) -> dict[str, str]:
    """Give the headers of a path below the site's root."""
    return headers_for(RULES, PREFIX + path)


@pytest.mark.parametrize("path", ["", "validator/", "no/such/page/", "sw.js", "assets/logo.svg"])
def test_safety(path: str) -> None:
    """Whatever is asked for, the answer carries the policy and its companions."""
    found = sent(path)

    assert "frame-ancestors 'none'" in found[POLICY]
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] == "no-referrer"
    assert found["Cross-Origin-Opener-Policy"] == "same-origin"
    assert found["Cross-Origin-Resource-Policy"] == "same-origin"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(
        found["Permissions-Policy"].split(", ")
    )


def test_nothing_is_said_of_other_paths() -> None:
    """All rules are for paths below the site's own."""
    assert [rule.path for rule in RULES if not rule.path.startswith(PREFIX)] == []


def test_policy_lets_every_page_work() -> None:
    """The one policy of the header is that of the pages, with the scripts of all of them."""
    header = directives(sent("")[POLICY])
    assert header.pop("frame-ancestors") == {"'none'"}
    pages = [
        directives(meta.get("content", "")) for address in EVERY_PAGE for meta in policies(address)
    ]

    assert len(pages) == len(EVERY_PAGE)
    assert header == {
        name: {source for page in pages for source in page[name]} for name in pages[0]
    }
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & {
        one for all_ in header.values() for one in all_
    }


@pytest.mark.parametrize("path", [path for path in FILES if path != headers.NAME])
def test_every_file_has_one_cache_rule(path: str) -> None:
    """Each file is either kept for a year or requested again; no two rules apply to one file."""
    assert sent(path)["Cache-Control"] in {FRESH, KEPT}


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_pages_are_fresh(address: str) -> None:
    """A page is requested again each time, by the address that its readers use."""
    assert sent(address)["Cache-Control"] == FRESH


def test_what_is_kept() -> None:
    """What is kept for a year is the runtime and whatever has a hash in its name."""
    kept = {path for path in FILES if sent(path).get("Cache-Control") == KEPT}
    theme = {path for path in kept if path.startswith("assets/")}

    assert {path for path in FILES if path.startswith(("runtime/", "static/"))} == kept - theme
    assert {"bundle", "main", "palette"} == {
        path.rpartition("/")[2].partition(".")[0] for path in theme
    }
    assert {"sw.js", "search/index.json", "index.html"} & kept == set()


def test_too_many_rules_fail_the_build(tmp_path: Path) -> None:
    """A file that a host would read only in part stops the build."""
    for number in range(headers.MOST_RULES):
        (tmp_path / f"{number}.txt").touch()

    with pytest.raises(PluginError, match="_headers has 101 rules"):
        headers.write(tmp_path, "/")
