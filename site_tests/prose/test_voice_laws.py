"""Each law of the site's voice finds what breaks it, in words made up for the purpose."""

import re
from pathlib import Path

import html5lib
import pytest

from site_tests.support.built import Element
from site_tests.support.said import said
from site_tests.support.sentences import sentences_in, split, words
from site_tests.support.voice import (
    EARLY,
    UNWANTED,
    allowed,
    beginning,
    british,
    first_paragraph,
    has_answer,
    keys_in,
    long_ones,
    own_prose,
    speaks,
    unwanted,
)


def page(html: str) -> Element:
    """Read a piece of a page."""
    root: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return root


def test_a_key_is_found() -> None:
    """A key is found in a sentence, and not as a part of an address or of a longer word."""
    assert keys_in("As far-52-204-7, says.") == ["far-52-204-7"]
    assert keys_in("a.gov/far-52-204-7, my-far-52-204-7") == []


def test_a_long_sentence_is_found() -> None:
    """Words are counted; code is one, and a quotation is none."""
    read = sentences_in(page("<p>One <code>a b c</code> two “not these. Nor these” three.</p>"))

    assert [words(one) for one in read] == [4]
    assert long_ones(["one two three"], 2) == ["3: one two three"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so. It is not.", ["It is so.", "It is not."]),
        ("Read 52.204-7 first, e.g. the U.S. text of Acme Inc. there.", 1),
        ("It is in the U.S. The rest is not.", ["It is in the U.S.", "The rest is not."]),
        ("See 165 Fed. Cl. 650, No. 4 and Rev. 3 of it.", 1),
        ("It says no. No. The rest is Acme Inc. It is not.", 4),
        ("Is it? “Yes.” Then go!", ["Is it?", "Then go!"]),
        ("It says “no.” You go on.", 2),
        ("· → ·", []),
    ],
)
def test_sentences_are_told_apart(text: str, expected: int | list[str]) -> None:
    """A period ends a sentence, but not after an abbreviation or in a number."""
    read = split(text)

    assert (len(read) if isinstance(expected, int) else read) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>One thing</p><p>two things</p>",
        "<ul><li>One thing<li>two things</ul>",
        "<table><tr><td>One thing<td>two things</table>",
        "<h2>One thing</h2>two things",
        "<p>One thing<br>two things</p>",
        "<dl><dt>One thing<dd>two things</dl>",
        "<details><summary>One thing</summary>two things</details>",
        "<p><b>One thing</b><span>two things</span></p>",
        "<p>One thing<sup>1</sup></p><svg><text>no prose</text></svg><p>two things</p>",
        "<p>One thing</p><pre>no prose</pre><blockquote>nor this</blockquote>two things",
    ],
)
def test_blocks_end_sentences(html: str) -> None:
    """A cell, an item, a heading and a term end a sentence without a period."""
    assert [one.strip() for one in sentences_in(page(html))] == ["One thing", "two things"]


def test_share_of_long_sentences() -> None:
    """One may be long on a short page, one of twenty on a long one; labels do not count."""
    sentence = "This one has five words."

    assert allowed([sentence] * 39) == 1
    assert allowed([sentence] * 40) == 2
    assert allowed(["A label"] * 400) == 1


def test_a_page_that_speaks_to_nobody_is_found() -> None:
    """What is in a table speaks to nobody, and no more does what comes late."""
    rest = page("<p class=cc-checked>You</p><h2>You</h2><table><td><p>you</table><p>One two three.")

    assert beginning(own_prose(rest), 2) == "One two"
    assert not speaks(beginning(own_prose(rest), EARLY))
    assert speaks("Ask your bureau.")


def test_british_spelling_is_found() -> None:
    """It is found in words of ours, not in code, a quotation or a name."""
    text = "<code>colour</code> of the Ministry of Defence, “grey, a colour”, or a colour"
    (found,) = british(sentences_in(page(text)))

    assert found.startswith("colour → color: [code] of")


CASES = [
    ("A firm may ask.", "A firm-fixed-price contract with a law firm."),
    ("Send the papers.", "On paper, or as a white paper."),
    ("That is not settled.", "They settled the case."),
    ("The first sign is a digit.", "You sign the letter, or sign in with a plus sign."),
    ("The letter stands for a country.", "The list says what it stands for."),
    ("The code stands in a cell.", "Tell them how things stand."),
    ("Letters behind the first are rare.", "It is behind a login."),
    ("A hyphen parts the two.", "It has two parts."),
    ("The kind is told first.", "The two cannot be told apart."),
    ("Duties and terms", "Your duties"),
    ("Each nation has one.", "A Tier 2 nation has one."),
    ("The copy that we read has no words on it.", "The text does not mention it."),
    ("High confidence", "A high price"),
]
"""A sentence with an unwanted word, and one where it is the right one."""


@pytest.mark.parametrize(("wrong", "right"), CASES)
def test_an_unwanted_word_is_found(wrong: str, right: str) -> None:
    """Each unwanted word is found, and is left alone where it is the right one."""
    assert unwanted([wrong])
    assert unwanted([right]) == []
    assert unwanted(split(f"They say “{wrong}”")) == []


def test_every_unwanted_word_is_used() -> None:
    """No row of the table is without a case above."""
    wrong = " ".join(one for one, _ in CASES)

    assert all(re.search(rf"\b(?:{word})\b", wrong, re.IGNORECASE) for word in UNWANTED)


def test_a_long_first_paragraph_is_found() -> None:
    """The line that dates a page is not its first paragraph."""
    read = page("<p class=cc-checked>Checked</p><p>One<sup>1</sup> two.</p><p>Three.</p>")

    assert first_paragraph(read) == "One two."


def test_a_page_without_an_answer_is_found() -> None:
    """An answer counts above the first heading below the title."""
    assert has_answer(page("<h1>A</h1><div class=cc-answer>B</div><h2>C</h2>"))
    assert not has_answer(page("<h1>A</h1><h2>C</h2><div class=cc-answer>B</div>"))
    assert not has_answer(page("<h1>A</h1><p>B</p>"))


def test_the_library_is_heard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Strings of modules, scripts and tables are heard; names, comments and examples are not."""
    files = {
        "a.py": '"""Say it.\n\n>>> colour at\ngrey\n"""\nX = f"Two {1} `no so` ones", "key"',
        "b.js": '// no comment\nf("Three ones", `Four ${a + b}`, "key")\n',
        "c.toml": 'a = "Five ones"\n[[b]]\nc = ["Six ones"]\n',
        "d.csv": 'x,"Seven, eight"\n',
        "e.md": "No such file\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr("site_tests.support.said.DOCS", tmp_path / "docs")
    monkeypatch.setattr("site_tests.support.said.LIBRARY", tmp_path)
    monkeypatch.setattr("site_tests.support.said.SCRIPTS", tmp_path / "docs")

    assert [sentence for _, sentence in said()] == [
        "Say it.",
        "Two [code] [code] ones",
        "Three ones",
        "Four [code]",
        "Five ones",
        "Six ones",
        "Seven, eight",
    ]
