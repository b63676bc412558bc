"""The pages that name the works of others: what they say is what lock files and packages say."""

import json
import re
from pathlib import Path

import pytest

from site_build.facts import read_keyed
from site_build.host.products import scripts
from site_build.pages.notices import works as table
from site_build.pages.notices.texts import body, copyright_of, every_text, held, texts_of
from site_build.pages.notices.works import TOOL, Work, works
from site_build.site import NOTICES, NPM_LOCK, PYTHON_LOCK, ROOT, SITE
from site_tests.support.built import EVERY_PAGE, Element, anchors, links, target, text_of, tree

ADDRESS = "about/notices/"
TEXTS = "about/license-texts/"
WORKS = [work for work in works().values() if work.part != TOOL]


def lines(address: str) -> dict[str, Element]:
    """Give the lines of a page that can be opened, by the name in each."""
    return {
        text_of(summary[0]): line
        for line in tree(address).iter("details")
        for summary in line.iterfind("summary")
        if summary.find("b") is not None
    }


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.key)
def test_work(work: Work) -> None:
    """A work's line says version, license, owner, changes and source."""
    line = lines(ADDRESS)[" ".join(work.name.split())]
    said = text_of(line)
    whole = [work.version, work.license, *copyright_of(work), work.row.get("changed", "")]
    sources = [link for a in line.iter("a") if (link := a.get("href", "")).startswith("http")]

    assert [one for one in whole if " ".join(one.replace("`", "").split()) not in said] == []
    assert sources == [work.row["source"].replace("{version}", work.version)]
    assert not set("{}") & set(sources[0])
    for text in texts_of(work):
        assert f"license-{text.key.lower()}" in anchors(TEXTS)


def test_license_texts() -> None:
    """Each text is on the page of texts word for word, and no text is there twice."""
    shown = {name: "".join(line.itertext()) for name, line in lines(TEXTS).items()}
    texts = list(every_text())

    assert set(shown) == {text.title for text in texts}
    for text in texts:
        assert text.words in shown[text.title]
    assert len({body(text.words) for text in texts}) == len(texts)
    assert set(held().values()) <= set(texts)
    assert {path.stem for path in (NOTICES / "licenses").iterdir()} == set(held())


def test_texts_of_packages() -> None:
    """A text that a package brings is shown, or the one that is held here and says the same."""
    (mkdocs,), (octicons,) = (texts_of(works()[key]) for key in ("mkdocs", "octicons"))

    assert "Redistributions in binary form" in mkdocs.words
    assert octicons == held()["MIT"]
    assert "GitHub" in copyright_of(works()["octicons"])[0]


def test_versions_are_the_locked_ones() -> None:
    """The page names the version of each package that the lock file has."""
    npm = json.loads(NPM_LOCK.read_text(encoding="utf-8"))["packages"]
    pip = PYTHON_LOCK.read_text(encoding="utf-8")
    page = text_of(tree(ADDRESS))

    for work in works().values():
        if "npm" in work.row:
            assert work.version == npm[f"node_modules/{work.row['npm']}"]["version"]
        if "pip" in work.row:
            assert f"\n{work.row['pip']}=={work.version} " in pip
        assert f"{work.name} {work.version}".strip() in page


@pytest.fixture
def unread() -> None:
    """Forget the table before the test and after it."""
    table.works.cache_clear()


@pytest.mark.usefixtures("unread")
def test_other_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another version is installed than is locked, the build stops."""
    lock = tmp_path / "dev.txt"
    pinned = PYTHON_LOCK.read_text(encoding="utf-8")
    lock.write_text(re.sub(r"(?m)^mkdocs==\S+", "mkdocs==0.1", pinned), encoding="utf-8")
    monkeypatch.setattr(table, "PYTHON_LOCK", lock)

    with pytest.raises(ValueError, match=r"mkdocs is locked as 0\.1 and installed as"):
        works()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"found_as": "no such words"}, "zlib is no longer in"),
        ({"found_in": "no-such-file"}, "not enough values"),
    ],
)
@pytest.mark.usefixtures("unread")
def test_lost_work_is_refused(
    change: dict[str, str], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a work is no longer where its row says, the build stops."""
    rows = read_keyed(table.TABLE)
    changed = [{**row, **(change if row["id"] == "zlib" else {})} for row in rows]
    monkeypatch.setattr(table, "read_keyed", lambda _: changed)

    with pytest.raises(ValueError, match=reason):
        works()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"license_files": []}, "MkDocs has no license text"),
        ({"license_files": ["COPYING"]}, "mkdocs has no file licenses/COPYING"),
    ],
)
def test_missing_text_is_refused(change: dict[str, list[str]], reason: str) -> None:
    """A work without a license text stops the build."""
    work = works()["mkdocs"]
    changed = Work("mkdocs", "MkDocs", "look", "1", "MIT", {**work.row, **change})

    with pytest.raises(ValueError, match=reason):
        texts_of(changed)


def test_changing_scripts() -> None:
    """The scripts that change works of others are published as they are, and the page has them."""
    places = [target(ADDRESS, link) for link in links(ADDRESS)]

    assert "site_build/runtime/program.py" in scripts().values()
    for place, name in scripts().items():
        assert (place, "") in places
        assert (SITE / place).read_bytes() == (ROOT / name).read_bytes()


def test_nothing_of_the_search_that_is_replaced() -> None:
    """The theme's own search, which no page starts, is not passed on."""
    assert list(SITE.rglob("lunr*")) == []
    assert list(SITE.glob("assets/javascripts/workers/*")) == []


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_footer(address: str) -> None:
    """Every page's footer says which licenses are ours, and leads to the works of others."""
    (footer,) = [one for one in tree(address).iter("div") if one.get("class") == "md-copyright"]
    places = [target(address, a.get("href", "")) for a in footer.iter("a")]

    assert places == [(ADDRESS, "")]
    assert "Our code is under the MIT License" in text_of(footer)


def test_texts_are_not_ours() -> None:
    """The page of texts gives our license to our own words only; the search shows no such text."""
    index = (SITE / "search" / "index.json").read_text(encoding="utf-8")

    assert "License of our own words: CC BY 4.0" in text_of(tree(TEXTS))
    assert "License: CC BY 4.0" in text_of(tree(ADDRESS))
    assert "MERCHANTABILITY" not in index
    assert "Works of others" in index
