"""The voice of the site: laws over all pages, and over what the library and the tools say.

No browser is needed: `python -m pytest -q site_tests/prose/test_voice.py` reads the built pages.
"""

from collections.abc import Callable

import pytest

from site_tests.support import voice
from site_tests.support.built import EVERY_PAGE, PAGES
from site_tests.support.said import said
from site_tests.support.sentences import main_of, sentences

SPOKEN_TO = [one for one in PAGES if one.split("/")[0] in {"get", "keep"}]
BOXED = [
    *(one for one in PAGES if one.split("/")[0] in {"get", "keep", "start"}),
    # A list of rules for text as typed belongs to the tools.
    *(one for one in PAGES if one.startswith("identifiers/") and one != "identifiers/text/"),
    # The vendor files and the countries begin with a tool; questions, myths, glossary and
    # time line are lists, which have no one answer.
    *("use/clauses/", "use/look-up/", "use/several-codes/"),
]


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_no_key_in_the_text(address: str) -> None:
    """The names by which the tables call their sources are in no sentence and no cell."""
    found = voice.keys_in(" ".join(voice.with_code(main_of(address))))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_no_sentence_is_too_long(address: str) -> None:
    """No sentence is too long to be understood when it is read once."""
    found = voice.long_ones(sentences(address), voice.TOO_LONG)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_few_sentences_are_long(address: str) -> None:
    """Most sentences are short."""
    found = voice.long_ones(sentences(address), voice.LONG)

    assert len(found) <= voice.allowed(sentences(address)), "\n".join(found)


@pytest.mark.parametrize("address", SPOKEN_TO)
def test_speaks_to_the_reader(address: str) -> None:
    """A page that says what to do says it to the reader, from its beginning."""
    early = voice.beginning(voice.own_prose(main_of(address)), voice.EARLY)

    assert voice.speaks(early), early


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_american_spelling(address: str) -> None:
    """Words are spelled as in the country whose codes these are."""
    found = voice.british(sentences(address))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_no_unwanted_word(address: str) -> None:
    """Words are those of the trade."""
    found = voice.unwanted(sentences(address))

    assert not found, "\n".join(found)


@pytest.mark.parametrize("address", [one for one in PAGES if one])
def test_first_paragraph_is_short(address: str) -> None:
    """What a page begins with is read at a glance."""
    first = voice.first_paragraph(main_of(address))

    assert len(first) <= voice.FIRST, first


@pytest.mark.parametrize("address", BOXED)
def test_answer_comes_first(address: str) -> None:
    """A page that answers a question has the answer in a box at its top."""
    assert voice.has_answer(main_of(address))


@pytest.mark.parametrize("law", [voice.british, voice.unwanted])
def test_library_and_tools_speak_alike(law: Callable[[list[str]], list[str]]) -> None:
    """Messages, docstrings and tables keep to the words and the spelling of the pages."""
    found = [
        f"{path}: {one}"
        for path, sentence in said()
        for one in law([voice.FIELDS.sub("", sentence)])
    ]

    assert not found, "\n".join(found)
