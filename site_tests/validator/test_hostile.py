"""Whatever is pasted: nothing breaks, nothing is executed, nothing is lost."""

import json
import re

import pytest
from playwright.sync_api import expect

from cagecore.wire.reports import MOST_CELLS
from site_tests.support.checker import Checker, fragment

MARKUP = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}}${7*7}<%= 7 %>",
    "<iframe srcdoc='<script>alert(1)'>",
    "</textarea><b>bold</b>",
]
ODD = {
    "NUL": "1AB\0C5",
    "lone surrogate": "1AB\ud800C5",
    "pair of surrogates": "1AB\U0001d7d8C5",
    "right to left": "\u202e1ABC5\u0661",
    "combining marks": "1" + "\u0301" * 50 + "ABC5",
    "byte-order mark": "\ufeff1ABC5",
    "private and unassigned": "\ue000\U000e0001\U0010ffff",
    "prototype": "__proto__",
    "constructor": "constructor",
}
COUNT = "document.querySelectorAll('img, svg, script, iframe, b').length"


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_text(checker: Checker, text: str) -> None:
    """Markup makes no element and runs no script; it is shown as it was typed."""
    before = checker.page.evaluate(COUNT)
    checker.check(text)

    assert checker.page.evaluate(COUNT) == before
    expect(checker.field).to_have_value(text)
    assert text.replace(" ", "") in checker.result.inner_text().replace(" ", "").replace("\n", "")
    checker.check(f"{text}\n{text}")
    checker.rows.first.get_by_role("button").click()
    expect(checker.detail).to_be_visible()
    assert checker.page.evaluate(COUNT) == before


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_the_address_is_text(checker: Checker, text: str) -> None:
    """A link that carries markup shows it as text, too."""
    before = checker.page.evaluate(COUNT)
    checker.page.evaluate("hash => { location.hash = hash; }", fragment(text, text))
    checker.wait_for_result()

    expect(checker.field).to_have_value(text)
    expect(checker.choice).to_have_value("")
    assert checker.page.evaluate(COUNT) == before


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_characters(checker: Checker, text: str) -> None:
    """Characters that no keyboard has get a report on exactly what was put in.

    Places are counted in characters and not in UTF-16 units: there is one cell for each.
    """
    # Neither the clipboard nor the keyboard carries all of these; a script of another page could.
    checker.page.evaluate(
        """json => {
          const field = document.querySelector("#cc-code");
          field.value = JSON.parse(json);
          field.form.requestSubmit();
        }""",
        json.dumps(text),
    )
    checker.wait_for_result()
    cells = checker.section("Character by character").get_by_role("list").first
    expect(cells.get_by_role("listitem")).to_have_count(len(text))
    checker.result.get_by_role("button", name="Copy as JSON").click()
    expect(checker.status).to_have_text("Copied.")

    # JSON writes what the clipboard cannot hold as escapes.
    assert json.loads(checker.clipboard())["input"] == text
    kept = checker.page.evaluate("JSON.stringify(document.querySelector('#cc-code').value)")
    assert json.loads(kept) == text


@pytest.mark.parametrize(
    "text",
    ["A" * 100_000, "1ABC5 " * 17_000, "K" + "\u200b" * 99_999, "<b>" * 33_000, "é" * 100_000],
    ids=["letters", "codes", "invisible", "markup", "accents"],
)
def test_very_long_text(checker: Checker, text: str) -> None:
    """100 kB in one line are checked, shown in part, and kept whole, for Back as well."""
    checker.paste(text)
    checker.wait_for_result()
    said = "Did you mean 1ABC5?" if "1ABC5" in text else "This is not a known code"
    expect(checker.verdict).to_have_text(said)

    expect(checker.field).to_have_value(text)
    shown = checker.section("Character by character").get_by_role("list").first
    assert shown.get_by_role("listitem").count() < 150
    assert "…" in shown.inner_text()

    checker.check("1ABC5")
    checker.page.go_back()
    expect(checker.field).to_have_value(text)


MEGABYTE = 1_000_000
PUT = """([unit, size]) => {
  const field = document.querySelector("#cc-code");
  field.value = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  field.form.requestSubmit();
}"""
"""Playwright types a text of this length for minutes."""


@pytest.mark.parametrize(
    "unit",
    ["9", "O", "1ABC5 ", "lb", "e\u0301", "\u0421", "1\u200b", "1-", "CAGE: 1ABC5 ", "='"],
    ids=ascii,
)
@pytest.mark.parametrize("expected", ["Any kind", "CAGE or NCAGE"])
def test_megabyte(checker: Checker, unit: str, expected: str) -> None:
    """A text of a megabyte is checked in full, whatever it is and whatever the field is for."""
    checker.choice.select_option(expected)
    checker.page.evaluate(PUT, [unit, MEGABYTE])
    checker.wait_for_result()

    expect(checker.by).to_have_text("Full check, by every rule")
    assert checker.result.locator(".cc-cell:not(.cc-cell--gap)").count() <= MOST_CELLS


def test_too_long_text(checker: Checker) -> None:
    """A longer text is not tried: the page says what the limit is, also when one comes back."""
    words = (
        "This text is too long to check here: 1,000,001 characters,"
        " and at most 1,000,000 characters can be checked at once."
    )
    checker.page.evaluate(PUT, ["1ABC5", MEGABYTE + 1])
    expect(checker.message).to_have_text(re.compile(re.escape(words)))
    expect(checker.status).to_contain_text(words)
    expect(checker.result).to_be_hidden()
    expect(checker.page.locator("[data-state='ready']")).to_be_visible()
    assert checker.page.evaluate("document.querySelector('#cc-code').value.length") == MEGABYTE + 1

    checker.check("1ABC5")
    checker.page.go_back()
    expect(checker.message).to_have_text(re.compile(re.escape(words)))
    expect(checker.result).to_be_hidden()


def test_too_long_list(checker: Checker) -> None:
    """What is checked of a list at once has the same limit."""
    checker.page.evaluate(PUT, ["1ABC5 " * 2000 + "\n", MEGABYTE + 100_000])

    expect(checker.message).to_contain_text("These lines are too long to check here: ")
    expect(checker.result).to_be_hidden()


def test_very_long_list(checker: Checker) -> None:
    """20,000 pasted lines leave the page usable, with every line still in the field."""
    text = "\n".join(["1ABC5"] * 20_000)
    checker.paste(text)
    expect(checker.rows).to_have_count(200)

    expect(checker.result).to_contain_text("The list has 20,000 lines")
    assert checker.page.evaluate("document.querySelector('#cc-code').value.length") == len(text)


def test_very_long_lines(checker: Checker) -> None:
    """Two lines of 50 kB each become two rows that are cut short."""
    checker.paste("\n".join(["A" * 50_000] * 2))
    expect(checker.rows).to_have_count(2)

    assert len(checker.rows.first.inner_text()) < 1000
