"""A few lines of HTML: whatever Python writes into a page is escaped here and nowhere else.

Templates escape by `| e` what they write themselves.
"""

from __future__ import annotations

import re
from html import escape

from cagecore.wire import to_json

CODE = re.compile(r"`([^`]+)`")
SEAM = re.compile(r"(?<=[._])(?=\w)|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a program's name goes on with its next part."""
TAG = re.compile(r"<[^>]*>")
FOLDED = re.compile(r"</summary>.*?</details>", re.DOTALL)
CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
TEXT = "cc-text"
LONG = 50
"""The average of characters from which the cells of a column are text to read."""
MARKDOWN = re.compile(r"[*_`\[\]\\]")
"""Characters that Markdown would act on in the middle of a sentence."""


def text(words: str) -> str:
    """Escape a sentence for a page; what is between backticks becomes code.

    Args:
        words: The sentence.

    Returns:
        HTML that holds no line break, so that Markdown leaves it alone.

    Example:
        >>> text("Never `O` & never <I>")
        'Never <code>O</code> &amp; never &lt;I&gt;'
    """
    return CODE.sub(r"<code>\1</code>", escape(" ".join(words.split())))


def sentence(words: str) -> str:
    """Start words with a capital letter and leave the rest as it is.

    Args:
        words: The words.

    Returns:
        The same, with a capital in front.

    Example:
        >>> sentence("five digits")
        'Five digits'
    """
    return words[:1].upper() + words[1:]


def breakable(name: str) -> str:
    """Escape a program's name for something; it may be broken where its parts meet.

    Args:
        name: The name.

    Returns:
        HTML.

    Example:
        >>> breakable("entityEFTIndicator"), breakable("core.uei_sam")
        ('entity<wbr>EFT<wbr>Indicator', 'core.<wbr>uei_<wbr>sam')
    """
    return SEAM.sub("<wbr>", escape(name))


def visible(code: str) -> str:
    """Escape a code so that its spaces and other unseen characters can be seen.

    Args:
        code: A code as somebody may have typed it.

    Returns:
        HTML.

    Example:
        >>> visible(" 1ABC5")
        '<span class="cc-unseen">space</span>1ABC5'
    """
    last = len(code) - 1
    return "".join(
        _stand_in(char)
        if not char.isprintable() or (char == " " and place in {0, last})
        else MARKDOWN.sub(lambda found: f"&#{ord(found[0])};", escape(char))
        for place, char in enumerate(code)
    )


def _stand_in(char: str) -> str:
    """Show a character that cannot be seen by its name or number."""
    return tag("span", "space" if char == " " else f"U+{ord(char):04X}", class_="cc-unseen")


def tag(name: str, /, content: str = "", **attributes: str | None) -> str:
    """Write one element.

    Args:
        name: Its name.
        content: What is inside, already HTML.
        attributes: Its attributes. `class_` gives `class`, `data_x` gives `data-x`; `None` leaves
            one out.

    Returns:
        The element.

    Example:
        >>> tag("a", "SAM", href="https://sam.gov/?a=1&b=2", class_="out")
        '<a href="https://sam.gov/?a=1&amp;b=2" class="out">SAM</a>'
    """
    return f"{void(name, **attributes)}{content}</{name}>"


def void(name: str, /, **attributes: str | None) -> str:
    """Write an element that has nothing inside and no end.

    Args:
        name: Its name.
        attributes: Its attributes, as those of `tag`.

    Returns:
        The element.

    Example:
        >>> void("link", rel="icon", href="a.svg")
        '<link rel="icon" href="a.svg">'
    """
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    written = "".join(f' {key}="{escape(value)}"' for key, value in pairs if value is not None)
    return f"<{name}{written}>"


def data_block(part: str, data: object) -> str:
    r"""Write data that a script of the page reads.

    Args:
        part: What the script calls it.
        data: What JSON can hold.

    Returns:
        An element that no browser runs or shows, and that nothing in the data can end.

    Example:
        >>> data_block("greeting", "</script>")
        '<script type="application/json" data-part="greeting">"\\u003c/script>"</script>'
    """
    return f'<script type="application/json" data-part="{part}">{inert(data)}</script>'


def inert(data: object) -> str:
    r"""Write JSON that is safe in an element of a page.

    Args:
        data: What JSON can hold.

    Returns:
        JSON in which nothing can end the element.

    Example:
        >>> inert(["</script>"])
        '["\\u003c/script>"]'
    """
    return to_json(data).replace("<", r"\u003c")


def table(headings: list[str], rows: list[str], class_: str, caption: str = "") -> str:
    """Write a table whose rows turn into cards on a narrow screen.

    The roles repeat what the elements say: a browser forgets them when style sheets lay the rows
    out as blocks.

    Args:
        headings: The head of each column.
        rows: The rows, as `row` writes them.
        class_: Class of the table.
        caption: What is said of all rows, already HTML.

    Returns:
        The table, below its caption.
    """
    # Spaces between the cells keep their words apart where the search shows them as one text.
    text = _text_columns(rows, len(headings))
    head = " ".join(
        tag("th", heading, scope="col", role="columnheader", class_=TEXT if place in text else None)
        for place, heading in enumerate(headings)
    )
    parts = tag("thead", tag("tr", head, role="row"), role="rowgroup")
    parts += " " + tag("tbody", " ".join(rows), role="rowgroup")
    written = tag("table", parts, class_=f"cc-table {class_}", role="table")
    # A caption inside would have no role that such a table may have in it.
    return tag("p", caption, class_="cc-caption") + written if caption else written


def _text_columns(rows: list[str], columns: int) -> set[int]:
    """Say which columns hold text to read, and so need the most room."""
    every = [[TAG.sub("", FOLDED.sub("", cell)) for cell in CELL.findall(one)] for one in rows]
    whole = [cells for cells in every if len(cells) == columns]
    return {
        place
        for place in range(columns)
        if whole and sum(len(cells[place]) for cells in whole) > LONG * len(whole)
    }


def row(
    headings: list[str], cells: list[str], anchor: str | None = None, find: str | None = None
) -> str:
    """Write one row; its first cell names it.

    Args:
        headings: The head of each column, repeated in the cell for narrow screens.
        cells: The cells, already HTML.
        anchor: The row's own address on the page.
        find: What a script may find the row by.

    Returns:
        The row.
    """
    first = tag("th", cells[0], scope="row", role="rowheader", data_label=headings[0])
    pairs = zip(headings[1:], cells[1:], strict=True)
    rest = (tag("td", tag("div", cell), role="cell", data_label=head) for head, cell in pairs)
    return tag("tr", " ".join([first, *rest]), id=anchor, role="row", data_find=find)


def group(width: int, words: str, anchor: str | None = None) -> str:
    """Write a row that heads those below it, across all columns.

    Args:
        width: How many columns there are.
        words: What is said of the rows, already HTML.
        anchor: The row's own address on the page.

    Returns:
        The row.
    """
    head = tag("th", words, scope="rowgroup", role="rowheader", colspan=str(width))
    return tag("tr", head, id=anchor, role="row", class_="cc-group")


def fold(
    summary: str,
    content: str,
    anchor: str | None = None,
    class_: str | None = None,
    *,
    is_open: bool = False,
) -> str:
    """Write a line that opens.

    Args:
        summary: The line, already HTML.
        content: What it opens, already HTML.
        anchor: Its own address on the page.
        class_: Class of the element.
        is_open: Whether it comes open.

    Returns:
        The element.

    Example:
        >>> fold("Why", "Because", "why", is_open=True)
        '<details id="why" open=""><summary>Why</summary>Because</details>'
    """
    state = "" if is_open else None
    return tag("details", tag("summary", summary) + content, id=anchor, class_=class_, open=state)


def fact_list(pairs: dict[str, str]) -> str:
    """Write facts, each with what it is called.

    Args:
        pairs: Each fact by its name, already HTML; an empty one is left out.

    Returns:
        A description list.

    Example:
        >>> fact_list({"Shape": "Five digits", "Written": ""})
        '<dl class="cc-facts"><div><dt>Shape</dt> <dd>Five digits</dd></div></dl>'
    """
    # Spaces as between the cells of a table.
    items = (
        tag("div", f"{tag('dt', name)} {tag('dd', fact)}") for name, fact in pairs.items() if fact
    )
    return tag("dl", " ".join(items), class_="cc-facts")
