"""The page on publishing: its figures are those of the site, its rules those of the site's host."""

import re

import pytest
from mkdocs.exceptions import PluginError

from site_build.host import headers, sizes
from site_build.media import TYPES, compressed
from site_build.pages.developers.file_sizes import MARK, fill
from site_build.site import SITE
from site_tests.support.built import Element, text_of, tree

ADDRESS = "developers/publish/"
FILES = sorted(path for path in SITE.rglob("*") if path.is_file() and path.name != headers.NAME)


def name(path: object) -> str:
    """Give the path of a file below the site's root."""
    return str(path).removeprefix(f"{SITE}/")


def rows() -> list[list[str]]:
    """Give the table of files, row by row."""
    (table,) = [one for one in tree(ADDRESS).iter("table") if "cc-files" in one.get("class", "")]
    return [[text_of(cell) for cell in row] for row in table.iter("tr")][1:]


def nginx() -> str:
    """Give the words for nginx."""
    codes = ["".join(code.itertext()) for code in tree(ADDRESS).iter("code")]
    (config,) = [code for code in codes if code.startswith("map ")]
    return config


def test_files() -> None:
    """Each row counts its files and adds up their sizes; the rows list all that is kept."""
    kept = 0
    for what, count, together, largest, cache in rows():
        found = [
            compressed(path)
            for path in FILES
            if headers.cache(name(path)) == cache
            and name(path).startswith(f"{what.partition('/')[0]}/")
        ]
        kept += len(found) if cache == headers.KEPT else 0
        assert len(found) == int(count)
        assert sizes.amount(sum(found)) == together
        assert sizes.amount(max(found)) == largest

    assert kept == len([path for path in FILES if headers.cache(name(path)) == headers.KEPT])
    assert {"runtime", "assets", "search", "downloads"} <= {
        row[0].partition("/")[0] for row in rows()
    }


def test_no_mark_is_left() -> None:
    """The table is in the page, and the page was filled in once."""
    assert MARK not in (SITE / ADDRESS / "index.html").read_text(encoding="utf-8")
    with pytest.raises(PluginError, match="no page asks"):
        fill(SITE)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (499, "0 kB"),
        (1_500, "2 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (5_249_999, "5.2 MB"),
    ],
)
def test_amounts(size: int, words: str) -> None:
    """Sizes are whole kilobytes, or megabytes with a decimal; 1 kB is 1,000 bytes."""
    assert sizes.amount(size) == words


def test_nginx_keeps_no_more_than_the_rules() -> None:
    """What a browser may keep for a year from nginx, it may keep by the site's own rules."""
    (pattern,) = re.findall(r'"~(.+)" "public', nginx())
    kept = {name(path) for path in FILES if re.search(pattern, f"/some/path/{name(path)}")}

    assert kept == {name(path) for path in FILES if name(path).startswith(("runtime/", "static/"))}
    assert {headers.cache(path) for path in kept} == {headers.KEPT}
    assert f'"{headers.KEPT}";' in nginx()
    assert f'default "{headers.FRESH}";' in nginx()


def test_nginx_sends_the_types_and_headers() -> None:
    """From nginx come the types of the site's own server, and the same safety headers."""
    block = nginx().partition("types {")[2].partition("}")[0]
    known = {
        f".{ending}": kind
        for kind, *endings in (line.rstrip(";").split() for line in block.strip().splitlines())
        for ending in endings
    }
    server = {key: kind.partition(";")[0] for key, kind in TYPES.items()}
    (texts,) = re.findall("charset_types (.+);", nginx())

    assert known | {"": "application/octet-stream"} == server
    assert {path.suffix for path in FILES} <= set(known)
    assert {"text/html", *texts.split()} == {
        server[key] for key, kind in TYPES.items() if kind.endswith("; charset=utf-8")
    }
    for header, value in headers.SAFETY.items():
        assert f'add_header {header} "{value}" always;' in nginx()
    assert "frame-ancestors 'none'" in nginx()


def test_types() -> None:
    """The table of types says what the site's own server sends."""
    (table,) = [one for one in tree(ADDRESS).iter("table") if "cc-types" in one.get("class", "")]
    cells: list[list[Element]] = [list(row) for row in table.iter("tr")][1:]

    assert {text_of(file): text_of(kind) for file, kind, _ in cells}.items() <= (TYPES.items())
    assert {".html", ".css", ".js"} <= {text_of(file) for file, *_ in cells}
