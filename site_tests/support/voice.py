"""The laws of the site's voice: each gives what breaks it, or says whether it holds."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import codespell_lib

from cagecore import wire
from cagecore.facts.sources import sources
from site_tests.support.built import Element, text_of
from site_tests.support.sentences import sentences_in, words

LONG, TOO_LONG = 25, 40
"""Words: few sentences of a page have more than the first number, none more than the second."""
SHARE = 0.05
"""How many sentences of a page may be long; one may always be."""
LABEL = 4
"""A cell or an item of fewer words is a label, and no sentence to count."""
EARLY = 60
"""How many words a reader has read at most when the page has spoken to them."""
FIRST = 300
"""How many characters the first paragraph of a page has at most."""

CATALOG = wire.catalogue()
NAMED = {**CATALOG["rules"], **CATALOG["schemes"]}
KEYS = [
    key
    for key, source in sources().items()
    # A key of one word may be a word of the page; some are in a title, or the id of a rule, too.
    if "-" in key and key not in NAMED and key not in f"{source.title} {source.publisher}"
]

PROPER = re.compile(r"(?:National|Ministry of|Kongsberg|European|NATO) Defence|MoD \w+")
"""Names of others, spelled as they spell them."""
BRITISH = Path(codespell_lib.__file__).parent / "data" / "dictionary_en-GB_to_en-US.txt"

UNWANTED = {
    # what, as a pattern: (what to say, where it is the right word)
    r"firms?": ("company", r"(?:law|accounting|audit) firms?|firm[- ](?:fixed|price|offer)"),
    r"papers|(?:a|an|any|each|every|no|one|same|such|that|the|this|which|\d) paper": (
        "documents",
        r"white papers?",
    ),
    r"(?:not|un) ?settled": ("open question", ""),
    r"signs?": (
        "character, letter, digit (or icon)",
        (
            r"signs? (?:in|on|up|off|out|a|an|and|for|it|the|with|your)\b"
            r"|(?:not|never|to|must|may|can|could|will|you|who|and|or|they) signs?"
            r"|(?:trade ?mark|plus|minus|equals|number|pound|dollar|at|hash|percent) signs?"
            r"|no sign (?:of|that|was)|only sign|signs? (?:of|that)"
        ),
    ),
    r"stands? for": (
        "is, names, means",
        r"\bwhat (?:\w+ ){1,2}stands? for|what (?:does|do) .* stand for|^stands for$",
    ),
    r"stands?": ("is", r"stands? (?:for|alone|out|by|behind|in for)|stand-|how things stand"),
    r"behind": (
        "after",
        r"behind (?:a |the )?(?:log-?in|password)|(?:data|contract|entity|stands?) behind",
    ),
    r"parted|parting|parts (?:a|an|each|it|its|one|the|them|two|what|words)": ("separates", ""),
    r"(?:is|are|was|were|be|been|being) told": ("given, named, shown", r"told (?:apart|that|to)"),
    r"duties and terms": ("deadlines", ""),
    r"nations?": (
        "country (nation only in “nation of the structure”, and as NATO’s own word)",
        r"NATO|Tier [12]|[Ss]ponsored|structure|United Nations",
    ),
    r"has no words|(?:copy|copies) (?:that )?we read": (
        "the text we have does not mention …",
        "",
    ),
    r"high confidence|confidence: ?high|how sure": ("nothing: only what is weak needs a word", ""),
}
"""Words that the site does not use, with those to use in their place.

The third column says where such a word is right. A reading of the whole sentence decides for
*nation*, one around the word for all others.
"""
WHOLE = {"nations?"}
FIELDS = re.compile(r"\b(?:nations?|confidence|[Hh]ow sure)\b")
"""What the library calls its fields, where its docstrings have to name them."""


def keys_in(text: str) -> list[str]:
    """Give the names by which the tables call their sources."""
    return [key for key in KEYS if re.search(rf"(?<![\w./-]){key}(?![\w/-])", text)]


def long_ones(found: Iterable[str], limit: int) -> list[str]:
    """Give the sentences with more than some words, with their number."""
    return [f"{words(one)}: {one}" for one in found if words(one) > limit]


def allowed(found: Iterable[str]) -> int:
    """Say how many sentences of a page may be long."""
    return max(1, int(SHARE * sum(words(one) >= LABEL for one in found)))


def british(found: Iterable[str]) -> list[str]:
    """Give the words that are not spelled as Americans do, with how they do, and the sentence."""
    return [
        f"{word} → {_american()[word.lower()]}: {sentence}"
        for sentence in found
        for word in re.findall(r"[A-Za-z]+", PROPER.sub("", sentence))
        if word.lower() in _american()
    ]


def unwanted(found: Iterable[str]) -> list[str]:
    """Give the unwanted words, with what to say in their place, and the sentence."""
    return [
        f"{hit[0]} → {instead}: {sentence}"
        for sentence in found
        for word, (instead, right) in UNWANTED.items()
        for hit in re.finditer(rf"(?<![\w/])(?:{word})(?![\w/])", sentence, re.IGNORECASE)
        if not _right(word, right, sentence, hit)
    ]


def own_prose(element: Element) -> Iterator[str]:
    """Give the sentences of an element that are in no table, picture or heading."""
    if element.tag in {"table", "figure", "h1", "h2", "h3", "h4", "nav"}:
        return
    if element.tag in {"p", "li"}:
        if element.get("class") != "cc-checked":
            yield from sentences_in(element)
        return
    for child in element:
        yield from own_prose(child)


def beginning(found: Iterable[str], limit: int) -> str:
    """Give the first words of a page."""
    return " ".join(" ".join(found).split()[:limit])


def speaks(text: str) -> bool:
    """Tell whether a text speaks to its reader."""
    return re.search(r"\byou(?:rs?|rself)?\b", text, re.IGNORECASE) is not None


def first_paragraph(element: Element) -> str:
    """Give the first paragraph, which is not the line that dates the page."""
    found = (one for one in element.iter("p") if one.get("class") != "cc-checked")
    return text_of(next(found))


def has_answer(element: Element) -> bool:
    """Tell whether an answer is in a box above the first heading below the title."""
    for one in element.iter():
        if one.get("class") == "cc-answer":
            return True
        if one.tag == "h2":
            break
    return False


@cache
def _american() -> dict[str, str]:
    """Give American spellings by the British ones."""
    lines = BRITISH.read_text(encoding="utf-8").splitlines()
    return {theirs: ours for theirs, _, ours in (one.partition("->") for one in lines)}


def _right(word: str, right: str, sentence: str, hit: re.Match[str]) -> bool:
    """Tell whether a word is the right one where it is."""
    if not right:
        return False
    places = re.finditer(right, sentence, re.IGNORECASE)
    if word in WHOLE:
        return any(places)
    return any(one.start() < hit.end() and hit.start() < one.end() for one in places)


def with_code(element: Element) -> Iterator[str]:
    """Give the text of an element without samples of programs."""
    if element.tag not in {"pre", "script"}:
        yield element.text or ""
        for child in element:
            yield from with_code(child)
            yield child.tail or ""
