"""The first look by the patterns: at once, in step with the core, and with nothing moving."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from site_build.runtime.manifest import manifest
from site_tests.scripts.near_codes import CHECK_DIGITS, near_codes
from site_tests.support.arrival import VALIDATOR, arrive, hold_back
from site_tests.support.checker import Checker, fragment, on_line
from site_tests.support.faults import Hold
from site_tests.visits.shifts import note, note_from_the_start, noted

RETIRED = "Well formed as a DUNS number, but U.S. awards no longer use it"
SNAPSHOT = "**/runtime/*/snapshot.bin.gz"
BY_PATTERNS, BY_RULES = "First look, by the patterns", "Full check, by every rule"
CODES = 500

# Both answers for each text: scheme where the shape is right, whether it is, and the nation. The
# core's come from the page's own client; a shape is right where no shape rule complains.
COMPARE = """async ([texts, complete]) => {
  const here = document.querySelector("script[src$='/validator.js']").src;
  const { FirstLook } = await import(new URL("patterns.js", here));
  const { Client } = await import(new URL("../core/client.js", here));
  const data = part => JSON.parse(document.querySelector(`[data-part='${part}']`).text);
  const firstLook = new FirstLook(data("patterns"));
  const runtime = data("runtime");
  const client = new Client({
    open: early.open,
    folder: new URL(runtime.site + runtime.folder, document.baseURI).href,
    paths: runtime.paths,
    setupTimeout: 120_000,
    askTimeout: 120_000,
  });
  const { answers } = await client.ask({ type: "check", texts, expect: null });
  const looks = texts.map((text) => firstLook.at(text, null));
  const differences = [];
  looks.forEach(({ report: look, plain, complete: decided }, place) => {
    if (!plain) return;
    const { report } = answers[place];
    const shape = report.well_formed || (report.readings[0]?.findings ?? []).every(
      ({ rule, severity }) => severity !== "error" || complete.includes(rule));
    const fits = Boolean(report.scheme) && shape;
    const core = [fits ? report.scheme : null, fits, fits ? report.nation : null];
    const patterns = [look.scheme, look.well_formed, look.nation];
    if (decided && look.well_formed !== report.well_formed) differences.push([texts[place]]);
    if (String(core) !== String(patterns)) differences.push([texts[place], core, patterns]);
  });
  const plain = looks.filter((look) => look.plain).length;
  return { differences: differences.slice(0, 10), plain };
}"""


def test_patterns_agree_with_the_core(page: Page) -> None:
    """In the browser, too, both give the same scheme, shape and nation for a code."""
    texts = near_codes(CODES)
    on_line(page, "{ saveData: true }")  # the page itself starts nothing
    Checker(page).open()
    found: Any = page.evaluate(COMPARE, [texts, CHECK_DIGITS])

    assert found["differences"] == []
    assert found["plain"] > CODES * 0.8


@pytest.mark.parametrize("screen", [(375, 720), (1280, 900)], ids=["phone", "desk"])
@pytest.mark.parametrize(
    ("text", "look", "verdict"),
    [
        ("K0999", "Well formed as an NCAGE code", "Well formed as an NCAGE code"),
        ("27340", "Well formed as a CAGE code", "Well formed as a CAGE code"),
        ("ZQGGHJH74DW7", "The shape of a UEI; check digit to come", "Well formed as a UEI"),
        ("N4YFFGL4CDX6", "The shape of a UEI; check digit to come", "Not well formed as a UEI"),
        ("O2FP7", "Not the shape of a known code", "Did you mean 02FP7?"),
        ("541330", "This looks like a NAICS code", "This looks like a NAICS code"),
        ("037349885", RETIRED, RETIRED),
        (" cage: 1abc5", "This takes the full check", "Well formed as a CAGE code"),
        ("N/A", "This takes the full check", "Nothing to check"),
    ],
)
def test_hand_over(page: Page, screen: tuple[int, int], text: str, look: str, verdict: str) -> None:
    """The patterns speak before the core is there; when it takes over, the focus stays.

    The page and the status say which of the two has spoken. From the first picture to the end of
    the full check nothing moves.
    """
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    note_from_the_start(page)
    checker = Checker(page)
    module, hold = hold_back(page, VALIDATOR), hold_back(page, SNAPSHOT)
    arrive(page, f"validator/{fragment(text)}")
    expect(checker.field).to_be_visible()
    module.let_go()
    expect(checker.verdict).to_have_text(look)
    expect(checker.by).to_have_text(BY_PATTERNS)
    expect(checker.status).to_contain_text(f"First look: {look}.")
    door = checker.result.get_by_role("link", name="Where to look it up")
    expect(door).to_have_attribute("href", re.compile("/use/look-up/$"))
    expect(checker.verdict).to_be_in_viewport()
    checker.field.focus()
    before = checker.verdict.bounding_box()
    hold.let_go()
    checker.wait_for_result()
    expect(checker.by).to_have_text(BY_RULES)

    expect(checker.verdict).to_have_text(verdict)
    expect(checker.status).to_contain_text(f"{BY_RULES}: {verdict}")
    expect(checker.field).to_be_focused()
    after = checker.verdict.bounding_box()
    assert before
    assert after
    assert (before["x"], before["y"]) == (after["x"], after["y"])
    assert noted(page) == []


def test_hand_over_of_a_list(page: Page) -> None:
    """A list gets its count at once and its table with the full check, in its place."""
    checker = Checker(page)
    hold = Hold()
    page.route(SNAPSHOT, hold)
    checker.open(fragment("K0999\n855J5\nO2FP7\nCAGE: 1ABC5\nZQGGHJH74DW7"))
    expect(checker.verdict).to_have_text(
        "5 lines: 2 well formed, 1 not well formed, 2 for the full check."
    )
    note(page)
    hold.let_go()
    expect(checker.rows).to_have_count(5)

    expect(checker.by).to_have_text(BY_RULES)
    assert noted(page) == []


def test_focus_inside_the_first_look(page: Page) -> None:
    """A reader at a link of the first look ends up at the same link of the full report."""
    checker = Checker(page)
    hold = Hold()
    page.route(SNAPSHOT, hold)
    checker.open("#code=K0999")
    checker.wait_for_look()
    nation = checker.result.get_by_role("link", name="United Kingdom")
    nation.focus()
    hold.let_go()
    expect(checker.by).to_have_text(BY_RULES)

    expect(nation).to_be_focused()


def test_texts_sent_while_loading(page: Page) -> None:
    """Each text gets its first look while the core loads, and the newest one the full check."""
    checker = Checker(page)
    hold = Hold()
    page.route(SNAPSHOT, hold)
    checker.open()
    for text, kind in (("855J5", "a CAGE code"), ("K0999", "an NCAGE code")):
        checker.field.fill(text)
        checker.field.press("Enter")
        checker.wait_for_look()
        expect(checker.verdict).to_have_text(f"Well formed as {kind}")
        expect(checker.status).to_contain_text("The full check follows as soon as it is loaded.")
    hold.let_go()
    checker.wait_for_result()

    expect(checker.by).to_have_text(BY_RULES)
    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")


def test_progress(page: Page) -> None:
    """While the runtime loads, a bar and bytes show how much of it has come."""
    checker = Checker(page)
    hold = Hold()
    page.route(SNAPSHOT, hold)
    checker.open()
    total = sum(file["packed"] for file in manifest()["paths"]["snapshot"].values()) / 1e6
    expect(checker.progress).to_have_text(
        re.compile(rf"^Loading the full check: [1-9]\.\d of {total:.1f} MB\. What you type is")
    )
    expect(checker.bar).to_be_visible()
    shown = float(checker.bar.evaluate("bar => bar.value"))
    hold.let_go()
    checker.wait_until_ready()

    assert 0 < shown < 1
    expect(checker.bar).to_be_hidden()


def test_marks(page: Page) -> None:
    """The page leaves a mark when the patterns can answer, and one when the core can."""
    checker = Checker(page)
    checker.open("#code=K0999")
    checker.wait_for_result()
    marks = page.evaluate(
        "performance.getEntriesByType('mark').map(mark => mark.name)"
        ".filter(name => name.startsWith('validator:'))"
    )

    assert marks == ["validator:patterns", "validator:core"]
