"""The pages as files: heads, headings, and the tables that are made from the core's own data."""

import re
from collections import Counter

import pytest

from cagecore import wire
from site_build.prose.ratings import TAGS
from site_build.runtime.wheel import find_wheel
from site_build.site import SITE
from site_tests.support.built import EVERY_PAGE, PAGES, Element, links, target, text_of, tree

CATALOGUE = wire.catalogue()
SCHEME_PAGES = sorted({rule["anchor"].partition("#")[0] for rule in CATALOGUE["rules"].values()})
# Words about a code that no offline check can back up.
TOO_MUCH = re.compile(r"\b(valid|invalid|registered|active) (code|CAGE|NCAGE|UEI|number)s?\b")


def tables(address: str, class_: str) -> list[Element]:
    """Give the tables of a page with a class."""
    return [t for t in tree(address).iter("table") if class_ in (t.get("class") or "").split()]


def main(address: str) -> Element:
    """Give the content of a page."""
    (found,) = tree(address).iter("main")
    return found


def rows(table: Element) -> list[list[str]]:
    """Give the text of each cell below the head."""
    return [
        [text_of(cell) for cell in row if cell.tag in {"td", "th"}]
        for body in table.iter("tbody")
        for row in body.iter("tr")
    ]


def head(address: str) -> tuple[str, str]:
    """Give the title and the description of a page."""
    (title,) = tree(address).iterfind("head/title")
    (description,) = [
        meta.get("content", "")
        for meta in tree(address).iterfind("head/meta")
        if meta.get("name") == "description"
    ]
    return text_of(title), description


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_one_main_heading(address: str) -> None:
    """Each page has one heading of the first level, with words in it, and says its language."""
    headings = list(tree(address).iter("h1"))

    assert len(headings) == 1
    assert text_of(headings[0])
    assert tree(address).get("lang") == "en"


def test_titles_and_descriptions() -> None:
    """Each page has a title and a description that no other page has."""
    heads = [head(address) for address in PAGES]

    for values in zip(*heads, strict=True):
        assert [value for value, number in Counter(values).items() if number > 1] == []
        assert all(len(value) > 10 for value in values)


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_nothing_inline(address: str) -> None:
    """No element has an inline style or event handler: a strict policy forbids both."""
    inline = [
        (element.tag, name)
        for element in tree(address).iter()
        for name in element.keys()  # noqa: SIM118 - an element is no dictionary
        if name == "style" or name.startswith("on")
    ]
    ours = [
        element.tag
        for part in tree(address).iter()
        if "cc-" in (part.get("class") or "")
        for element in part.iter()
        if element.tag in {"script", "style"} and element.get("type") != "application/json"
    ]

    assert inline == []
    assert ours == []


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_words(address: str) -> None:
    """No page calls a code valid or registered, which no check of the text can establish."""
    assert TOO_MUCH.findall(text_of(main(address))) == []


def test_no_marker_is_left() -> None:
    """Every place where a page asks for data was filled in."""
    for address in EVERY_PAGE:
        path = SITE / address
        text = (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")
        assert "<!-- cagecore" not in text
        assert "[@" not in text


@pytest.mark.parametrize("address", SCHEME_PAGES)
def test_rules(address: str) -> None:
    """A page has a row for every rule that lives on it: title, example, weight and explanation."""
    here = {
        key: rule for key, rule in CATALOGUE["rules"].items() if rule["anchor"].startswith(address)
    }
    listed = {row.get("id"): row for row in tree(address).iter("tr") if row.get("id") in here}

    if address != "identifiers/lookalikes/":
        assert list(listed) == list(here)
    assert set(listed) == set(here)
    for key, rule in here.items():
        title, example, weight, why = (
            text_of(cell) for cell in listed[key] if cell.tag in {"td", "th"}
        )
        assert title == rule["title"].replace("`", "")
        assert example
        assert weight.lower() == rule["severity"]
        assert why.startswith(" ".join(rule["explanation"].replace("`", "").split()))


def test_ids_of_rules() -> None:
    """The ids of rules are for programs: a page for developers has them all, no other has any."""
    table_pages = {address for address in PAGES if tables(address, "cc-rule-ids")}
    listed = [row[0] for one in tables("developers/", "cc-rule-ids") for row in rows(one)]
    said = {address: text_of(main(address)) for address in SCHEME_PAGES}

    assert table_pages == {"developers/"}
    assert sorted(listed) == sorted(CATALOGUE["rules"])
    assert [
        (address, key)
        for address, words in said.items()
        for key in CATALOGUE["rules"]
        if re.search(rf"(?<![\w./-]){key}(?![\w/-])", words)
    ] == []


def test_nations() -> None:
    """The table of nations holds every structure, each in its own row."""
    (table,) = tables("nations/", "cc-structures")
    listed = Counter((row[1].split()[0], row[0]) for row in rows(table))
    structures = CATALOGUE["structures"]

    assert listed.total() == len(structures)
    for one in structures:
        assert any(
            pattern == one["pattern"] and name.startswith(" ".join(one["name"].split()))
            for pattern, name in listed
        )


def test_kinds() -> None:
    """Every kind of code is in a table that compares it with others, and its pattern in another."""
    listed = [
        row[0].lower()
        for address in ("identifiers/", "identifiers/lookalikes/")
        for table in tables(address, "cc-kinds")
        for row in rows(table)
    ]
    tags = "|".join(tag for tag in TAGS.values() if tag)
    kinds = {re.sub(f" ({tags})$", "", kind) for kind in listed}
    patterns = {row[1] for table in tables("developers/", "cc-patterns") for row in rows(table)}

    assert kinds == {scheme["name"].lower() for scheme in CATALOGUE["schemes"].values()}
    assert patterns == {scheme["pattern"] for scheme in CATALOGUE["schemes"].values()}


@pytest.mark.parametrize(
    "scheme", [key for key, one in CATALOGUE["schemes"].items() if one["examples"]]
)
def test_examples(scheme: str) -> None:
    """Each real code of the data is on its scheme's page, and leads to the validator."""
    known = CATALOGUE["schemes"][scheme]
    tried = {
        place[1].partition("&")[0]
        for link in links(known["page"])
        if (place := target(known["page"], link)) is not None and place[0] == "validator/"
    }

    assert {f"code={example['code']}" for example in known["examples"]} <= tried


def test_wheel() -> None:
    """The wheel is offered at its stable address, byte for byte, with the line that installs it."""
    wheel = find_wheel()
    places = [target("developers/", link) for link in links("developers/")]

    assert (f"downloads/{wheel.name}", "") in places
    assert (SITE / "downloads" / wheel.name).read_bytes() == wheel.read_bytes()
    assert f"pip install {wheel.name}" in text_of(main("developers/"))
    assert CATALOGUE["version"] in wheel.name


@pytest.mark.parametrize(
    ("address", "examples"),
    [("developers/", 4), ("developers/library/", 10), ("developers/command-line/", 3)],
)
def test_examples_in_python_hold(address: str, examples: int) -> None:
    """What a page shows of Python is what Python gives."""
    import doctest  # noqa: PLC0415 - used here only

    code = "\n".join(
        "".join(block.itertext())
        for block in tree(address).iter("code")
        if ">>>" in "".join(block.itertext())
    )
    runner = doctest.DocTestRunner(verbose=False)
    test = doctest.DocTestParser().get_doctest(code, {}, address, None, 0)
    said: list[str] = []
    result = runner.run(test, out=said.append)

    assert result.attempted > examples
    assert "".join(said) == ""
