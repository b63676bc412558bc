"""How a page is laid out: its height, the length of its lines, its tables and its folds."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from site_tests.visits.axe import FRAMES, WIDE
from site_tests.visits.layout import PHONE

# Running text: what is wider than 75 zeros. Tables, pictures and lines of code may be wider.
LONG_LINES = """() => {
  const found = [];
  const probe = document.createElement("span");
  Object.assign(probe.style, { position: "absolute", width: "100ch" });
  const zero = (element) => {
    element.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width / 100;
  };
  for (const element of document.querySelectorAll("article :is(p, li, dd, blockquote)")) {
    if (element.closest("table, figure, .cc-sources, [data-part]")) continue;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const used = range.getBoundingClientRect().width / zero(element);
    if (used > 75.5) found.push(`${Math.round(used)}: ${element.textContent.trim().slice(0, 60)}`);
  }
  return found;
}"""

# A cell that is a word or a number, or a code or two, needs no room to be read in.
TABLES = """() => [...document.querySelectorAll("article table")].map((table) => {
  const rows = [...table.rows].filter((row) => row.cells.length > 1);
  const columns = Math.max(0, ...rows.map((row) => row.cells.length));
  const body = rows.filter((row) => row.parentElement.localName === "tbody");
  const lengths = [...Array(columns).keys()].map((place) => {
    const cells = body.map((row) => (row.cells[place]?.innerText ?? "").trim());
    return cells.map((words) => words.length);
  });
  const average = (some) => some.reduce((sum, one) => sum + one, 0) / Math.max(1, some.length);
  const long = body.some((row) => [...row.cells].some((cell) => {
    return cell.innerText.trim().split(/\\s+/).length > 3;
  }));
  const width = table.getBoundingClientRect().width;
  const head = rows[0] ? [...rows[0].cells] : [];
  const widths = head.map((cell) => cell.getBoundingClientRect().width);
  const isLong = lengths.map((some) => average(some) > 60);
  const isText = head.map((cell, place) => cell.classList.contains("cc-text")
    || (!table.className && isLong[place]));
  const share = widths.reduce((sum, one, place) => sum + (isText[place] ? one : 0), 0) / width;
  return {
    name: `${table.className}: ${(table.tHead?.innerText ?? "").replace(/\\s+/g, " ")}`,
    columns, long, text: isText.some(Boolean), share,
    unmarked: isLong.some((one, place) => one && !isText[place]),
  };
})"""

# A word that goes on in the next line. Only an address in full is longer than a phone is wide.
BROKEN_WORDS = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (around.closest("pre, svg, script, .md-clipboard") || !around.checkVisibility()) continue;
    // What only screen readers are to read, as the headings of a table on a phone, is cut to a dot.
    const cut = [around.closest(".cc-heard"), around.closest("thead")].filter(Boolean);
    if (cut.some((one) => getComputedStyle(one).clipPath !== "none")) continue;
    const words = node.data.replace(/\\S+:\\/\\/\\S+/g, (address) => " ".repeat(address.length));
    for (const { index, 0: word } of words.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.add(word);
    }
  }
  return [...found];
}"""

FOLDS = "[...document.querySelectorAll('article details')]"
CLOSE = f"{FOLDS}.forEach((fold) => {{ fold.open = false; }})"
OPEN_TABLES = f"{FOLDS}.forEach((fold) => {{ fold.open = fold.querySelector('table') !== null; }})"
OPEN = f"{FOLDS}.forEach((fold) => {{ fold.open = true; }})"
HIDDEN = f"""{FOLDS}.filter((fold) => {{
  const inside = [...fold.children].filter((one) => one.localName !== "summary");
  return !inside.some((one) => one.checkVisibility({{ contentVisibilityAuto: true }})
    && one.getBoundingClientRect().height > 0);
}}).map((fold) => fold.querySelector("summary").textContent.trim().slice(0, 60))"""
# The first and the last place in a fold that has a name, and the last that is deep in one.
PLACES = """[...new Set([
  ...["article details[id]", "article details > :not(summary)[id]", "article details [id]"]
    .map((selector) => [...document.querySelectorAll(selector)].at(-1)),
  document.querySelector("article details[id]"),
])].filter((place) => place && !place.closest("svg, defs")).map((place) => place.id)"""
ARRIVE = """place => new Promise((done) => {
  addEventListener("hashchange", () => setTimeout(() => {
    const element = document.getElementById(place);
    let hidden = !element.checkVisibility({ contentVisibilityAuto: true });
    for (let fold = element.closest("details"); fold;
      fold = fold.parentElement.closest("details")) hidden ||= !fold.open;
    done(hidden);
  }), { once: true });
  location.hash = place;
})"""


@dataclass(frozen=True)
class Shape:
    """How a page is laid out.

    Attributes:
        height: Its height in px in a wide window, as it comes: with its folds closed.
        long_lines: The beginnings of texts with lines that are too long.
        tables: Its tables: `name`, `columns`, whether a cell is `long`, whether columns are marked
            as `text` and what `share` they have, and whether one should be and is `unmarked`.
        broken_words: Words that a phone breaks in two, with all folds open.
        unopened: Places in folds that stay hidden when an address leads there.
        unprinted: The folds of which print would show nothing but their line.
        folds: How many folds there are.
    """

    height: int
    long_lines: list[str]
    tables: list[dict[str, Any]]
    broken_words: list[str]
    unopened: list[str]
    unprinted: list[str]
    folds: int


def shape(page: Page) -> Shape:
    """Look at a page that is open and has not been touched; afterwards its folds are open."""
    page.set_viewport_size({"width": WIDE, "height": 800})
    height = page.evaluate("document.documentElement.scrollHeight")
    folds = page.evaluate(f"{FOLDS}.length")
    page.evaluate(CLOSE)
    unopened = [place for place in page.evaluate(PLACES) if page.evaluate(ARRIVE, place)]
    page.evaluate(CLOSE)
    page.emulate_media(media="print")
    page.evaluate(FRAMES)
    # Not what the theme's script has opened, but what is printed without it.
    page.evaluate(CLOSE)
    unprinted = page.evaluate(HIDDEN)
    page.emulate_media(media="screen")
    page.evaluate(FRAMES)
    page.evaluate(OPEN_TABLES)
    tables = page.evaluate(TABLES)
    page.evaluate(OPEN)
    long_lines = page.evaluate(LONG_LINES)
    page.set_viewport_size({"width": PHONE, "height": 800})
    broken_words = page.evaluate(BROKEN_WORDS)
    page.set_viewport_size({"width": WIDE, "height": 800})
    return Shape(height, long_lines, tables, broken_words, unopened, unprinted, folds)
