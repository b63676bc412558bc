"""The page on publishing: its figures are those of the site, its rules those of the site's host."""

import pytest
from mkdocs.exceptions import PluginError

from site_build.host import headers, sizes
from site_build.media import TYPES, compressed
from site_build.pages.developers.file_sizes import MARK, fill
from site_build.site import SITE
from site_tests.support.built import EVERY_PAGE, Element, links, target, text_of, tree

ADDRESS = "developers/publish/"
FILES = sorted(path for path in SITE.rglob("*") if path.is_file() and path.name != headers.NAME)


def name(path: object) -> str:
    """Give the path of a file below the site's root."""
    return str(path).removeprefix(f"{SITE}/")


def rows() -> list[list[str]]:
    """Give the table of files, row by row."""
    (table,) = [one for one in tree(ADDRESS).iter("table") if "cc-files" in one.get("class", "")]
    return [[text_of(cell) for cell in row] for row in table.iter("tr")][1:]


def test_files() -> None:
    """Each row counts its files and adds up their sizes; the rows list all that is kept."""
    kept = 0
    for what, together, largest, cache in rows():
        found = [
            compressed(path)
            for path in FILES
            if headers.cache(name(path)) == cache
            and name(path).startswith(f"{what.partition('/')[0]}/")
        ]
        kept += len(found) if cache == headers.KEPT else 0
        assert together == f"{len(found)}: {sizes.amount(sum(found))}"
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


def test_types() -> None:
    """The table of types says what the site's own server sends."""
    (table,) = [one for one in tree(ADDRESS).iter("table") if "cc-types" in one.get("class", "")]
    cells: list[list[Element]] = [list(row) for row in table.iter("tr")][1:]

    assert {text_of(file): text_of(kind) for file, kind, _ in cells}.items() <= (TYPES.items())
    assert {".html", ".css", ".js"} <= {text_of(file) for file, *_ in cells}


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_order_of_upload(address: str) -> None:
    """What a page cannot do without is in the folders that are uploaded first."""
    found = {place[0] for link in links(address) if (place := target(address, link)) is not None}
    parts = {name for name in found if name.endswith((".css", ".js", ".svg", ".png", ".wasm"))}

    assert parts
    assert {name.partition("/")[0] for name in parts} <= {"runtime", "static", "assets"}
