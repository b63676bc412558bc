"""What the built pages say, in sentences: no quotations, no samples of code, no list of notes."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from cagecore.facts.sources import sources
from site_tests.support.built import UNREAD, Element, tree

BLOCKS: Final = re.compile(
    r"""(?x)
    address|article|aside|blockquote|br|button|caption|dd|details|div|dl|dt|fieldset|
    figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr|label|legend|li|main|ol|option|
    p|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul
    """
)
"""What begins and ends a sentence: the cell, the item and the heading as well as the paragraph."""
SILENT: Final = frozenset({"nav", "pre", "script", "style", "svg", "template"})
"""What is no prose: menus, samples of code, and drawings, whose words are also beside them."""
NO_PROSE: Final = ("cc-anatomy", "cc-board", "cc-sources", "cc-strip")
"""Parts of a page that are no prose either: codes taken apart, and the list of notes."""
CODE, QUOTED = "[code]", "“…”"
"""What is read for a piece of code, which is one word, and for a quotation, which is none."""
LABELS: Final = frozenset({"b", "small", "span", "strong"})
"""What is a label of its own where no space is before it but that of the style sheet."""
QUOTES: Final = frozenset({"blockquote", "q"})
CODES: Final = frozenset({"code", "kbd", "samp"})
MARKED: Final = re.compile(r"“[^“”]*?([.!?]?)”")
ABBREVIATIONS: Final = re.compile(
    r"""(?x)
    Art|Ave|Blvd|Bros|cf|Cir|cl|Cl|Co|Corp|Ct|Dept|Doc|Dr|ed|Ed|etc|Exec|Fed|ff|fig|Gen|Inc|
    Jr|Ltd|Mr|Mrs|Ms|Nos|Op|p|para|Para|pp|Pub|Rd|Ref|Reg|Rev|Sec|sec|Sr|St|Ste|Stat|Supp|
    v|vol|vs
    """
)
"""What ends with a period that ends no sentence, unless one of `STARTERS` follows; without it."""
INITIALS: Final = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
"""The same of initials: `U.S`, `e.g`, and a single letter."""
STARTERS: Final = re.compile(
    r"""(?x)
    A|After|All|An|And|Ask|At|Before|But|By|Can|Codes|DLA|Do|Each|Every|Everyone|Everything|
    For|From|GSA|Here|How|If|In|It|Its|Look|Most|NSPA|No|Nobody|None|Not|Nothing|Now|
    On|One|Only|Or|Other|Others|Outside|SAM|See|Since|So|Some|Such|That|The|Then|There|These|
    They|This|Those|To|Two|Type|Unlike|Until|Use|We|What|When|Where|Which|Who|Why|With|
    Without|You|Your
    """
)
"""Words with which a sentence begins after such a period."""
END: Final = re.compile(r"[.!?][”’)\]]*\s+(?=[“(\[]*[A-Z0-9…[])")
ENDED: Final = re.compile(r"[\w.!?]$")
WORD: Final = re.compile(r"\w")
BREAK: Final = "\n\n"


def main_of(address: str) -> Element:
    """Give what a page says, without what is around it on all pages."""
    (main,) = tree(address).iter("main")
    return main


@cache
def sentences(address: str) -> tuple[str, ...]:
    """Give the sentences of a page; a cell, an item, a heading or a button ends one.

    Args:
        address: The page's.

    Returns:
        Text with single spaces, which has `QUOTED` for a quotation and `CODE` for code.
    """
    return tuple(sentences_in(main_of(address)))


def sentences_in(element: Element) -> Iterator[str]:
    """Give the sentences in an element.

    Args:
        element: Anything of a page.

    Yields:
        As `sentences` does.
    """
    for block in "".join(_read(element)).split(BREAK):
        yield from split(block)


def split(block: str) -> list[str]:
    """Split a paragraph into its sentences.

    Args:
        block: Its text.

    Returns:
        The sentences, each of which has a word. What is quoted in “…” is taken out of them.
    """
    text = MARKED.sub(r"“…\1”", _untitled(" ".join(block.split())))
    found, start = [], 0
    for end in END.finditer(text):
        before = text[start : end.start()].rsplit(None, 1)[-1:] or [""]
        after = re.match(r"\W*(\w+)", text[end.end() :])
        if text[end.start()] == "." and _goes_on(before[0].lstrip("(“["), after and after[1]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return [one for one in [*found, text[start:].strip()] if WORD.search(one)]


def words(sentence: str) -> int:
    """Count the words of a sentence; code is one, and what is quoted is none."""
    return sum(1 for one in sentence.split() if WORD.search(one))


def _goes_on(before: str, after: str | None) -> bool:
    """Tell whether a period is one of an abbreviation, with the sentence going on after it."""
    if before == "No":
        return (after or "").isdigit()
    short = ABBREVIATIONS.fullmatch(before) or INITIALS.fullmatch(before)
    return short is not None and not STARTERS.fullmatch(after or "")


@cache
def _titles() -> re.Pattern[str]:
    """Match the titles and publishers of the sources, which are names and no words of ours."""
    names = {name for one in sources().values() for name in (one.title, one.publisher)}
    whole = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)")


def _untitled(text: str) -> str:
    """Leave a source's title of several words out of a sentence, as a quotation is."""
    return _titles().sub(lambda name: QUOTED if " " in name[0] else name[0], text)


def _read(element: Element) -> Iterator[str]:
    """Give an element's text with `BREAK` where a sentence begins or ends."""
    # What is in a drawing has the name of its language before its own.
    name = str(element.tag).rpartition("}")[2]
    if element.tag in UNREAD or name in SILENT:
        return
    if (element.get("class") or "").startswith(NO_PROSE):
        yield BREAK
        return
    if name in CODES:
        yield CODE
        return
    edge = BREAK if BLOCKS.fullmatch(name) else ""
    yield edge
    if name in QUOTES:
        yield QUOTED
    else:
        yield element.text or ""
        before = element.text or " "
        for child in element:
            if child.tag in LABELS and ENDED.search(before):
                yield BREAK
            yield from _read(child)
            yield child.tail or ""
            before = child.tail or "."
    yield edge
