"""What the pages say, spelled and worded as the project wants."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from site_tests.support.built import EVERY_PAGE, Element, tree

VOCABULARY = Path(__file__).with_name("vocabulary.txt")
"""Words of the field that a speller takes for mistakes, one a line."""
SILENT = {"code", "pre", "script", "svg", "style", "nav", "kbd"}
"""Elements whose text is no prose; nor are a code taken apart and a list of titles."""
NO_PROSE = ("cc-anatomy", "cc-strip", "cc-sources", "cc-board")
NUMBERS = count()
CELLS = {"td", "th"}
BLOCKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "figcaption", "summary"}
# Praise, and words that only fill.
MARKETING = re.compile(
    r"\b(simply|seamless\w*|effortless\w*|powerful|cutting.edge|world.class|best.in.class|robust"
    r"|leverag\w+|unlock\w*|empower\w*|game.chang\w+|comprehensive|state.of.the.art|rest assured"
    r"|easy.to.use|user.friendly|in today.s|navigat\w+ the)\b",
    re.IGNORECASE,
)


def prose(element: Element) -> Iterator[str]:
    """Give the text of an element without codes, scripts, pictures and the numbers of notes."""
    if element.tag == "sup":
        return
    class_ = element.get("class") or ""
    # The letter above the terms that begin with it is none of their words.
    if element.tag in SILENT or class_.startswith(NO_PROSE) or class_ == "cc-letter":
        yield f" n{next(NUMBERS)} "  # something was here; its neighbors are no repetition
        return
    if element.tag in CELLS:
        yield f"\n\nCell {next(NUMBERS)}: "  # two cells may well say the same
    elif element.tag in BLOCKS:
        yield "\n\n"
    elif element.tag in {"br", "div", "span"}:
        yield " "
    yield element.text or ""
    for child in element:
        yield from prose(child)
        yield child.tail or ""


def words(address: str) -> str:
    """Give what a page says, one block a line."""
    (main,) = tree(address).iter("main")
    # The paragraph (c) of a clause is no copyright.
    lines = re.sub(r"\(([a-z])\)", r"[\1]", "".join(prose(main))).split("\n\n")
    return "\n\n".join(" ".join(line.split()) for line in lines if line.strip()) + "\n"


def run(*command: str | Path) -> str:
    """Run one of the checkers, and give what it found."""
    done = subprocess.run(  # noqa: S603 - our own pinned programs
        [sys.executable, "-m", *command], capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write what each page says into its own file."""
    folder = tmp_path_factory.mktemp("words")
    for address in EVERY_PAGE:
        name = re.sub(r"\W+", "-", address).strip("-") or "home"
        (folder / f"{name}.txt").write_text(words(address), encoding="utf-8")
    return folder


def test_spelling(texts: Path) -> None:
    """No word on any page is one of the common misspellings."""
    assert run("codespell_lib", f"--ignore-words={VOCABULARY}", texts) == ""


def test_a_mistake_is_found(tmp_path: Path) -> None:
    """The two checkers really look."""
    (tmp_path / "page.txt").write_text("We recieve the the code.\n", encoding="utf-8")

    assert "receive" in run("codespell_lib", tmp_path)
    assert "the the" in run("proselint", "check", tmp_path / "page.txt")


def test_style(texts: Path) -> None:
    """Nothing on any page is what proselint advises against."""
    found = run("proselint", "check", *sorted(texts.iterdir()))

    assert found == ""


def test_vocabulary_is_needed(texts: Path) -> None:
    """Each word of the vocabulary is on a page, and the spell checker stumbles over it."""
    known = VOCABULARY.read_text(encoding="utf-8").split()
    stumbled = re.findall(r": (\S+) ==>", run("codespell_lib", texts))

    assert known == sorted({word.lower() for word in stumbled})


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_no_marketing(address: str) -> None:
    """No page praises."""
    assert MARKETING.findall(words(address)) == []
