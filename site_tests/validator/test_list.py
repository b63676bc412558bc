"""A pasted list: line by line, up to 200 lines, and nothing of it lost."""

import json

import pytest
from playwright.sync_api import expect

from cagecore import check, wire
from site_tests.support.checker import Checker

WARNED = "Page 2"
CHANGED = [
    *("00198", "44E73", "7.6E-06", "4042.0", "4,042", "7025151982621", "12345678000195"),
    *("DEC10", "10-Dec", "December 10", "12-10", "1/2", "12:30", "5 P", "TRUE", "false"),
    *("=1+1", "\uff1d1+1", "\uff11\uff12\uff13", '"1ABC5"', "#N/A", "10%", "(5)", "$ 5", " 27340"),
]
"""What a spreadsheet takes for a number, a date or a formula."""
KEPT = ["1ABC5", "K0999", "27340", "0", "855000198", "ZQGGHJH74DW7", "MARK5", "TRUEX", "PAGE 2"]
FIVE = ["K0999", "O2FP7", "", "N/A", "<b>855J5</b>"]


def many(number: int) -> list[str]:
    """Make lines of which no two are the same, all well formed."""
    return [f"1A{place:03d}" for place in range(number)]


def test_five_lines(checker: Checker) -> None:
    """Each line gets a row: its number, text, verdict, kind and first finding; a blank one too."""
    checker.paste("\n".join(FIVE))
    expect(checker.rows).to_have_count(5)
    rows = [row.get_by_role("cell").all_inner_texts() for row in checker.rows.all()]

    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row[1] for row in rows] == ["K0999", "O2FP7", "empty line", "N/A", "<b>855J5</b>"]
    assert [row[2] for row in rows] == [
        "Well formed",
        "Not well formed",
        "Nothing to check",
        "Nothing to check",
        "Not well formed",
    ]
    assert rows[0][3:5] == ["NCAGE code", "United Kingdom"]
    assert rows[1][5] == (
        f"Did you mean 02FP7? Error: {check('O2FP7').readings[0].findings[0].message}"
    )
    expect(checker.verdict).to_have_text(
        "5 lines checked: 1 well formed, 2 not well formed, 2 with nothing to check."
    )
    expect(checker.message).to_have_text("4 of 5 lines to look at, in the table below.")
    expect(checker.field).to_have_value("\n".join(FIVE))


def test_chosen_line(checker: Checker) -> None:
    """A chosen line shows its report in full below the table, suggestions included."""
    checker.check("\n".join(FIVE))
    checker.rows.nth(1).get_by_role("button").click()

    expect(checker.detail.get_by_role("heading", level=2)).to_have_text("Did you mean 02FP7?")
    expect(checker.detail.get_by_role("button", name="02FP7")).to_be_visible()
    expect(checker.status).to_have_text("Line 2: Did you mean 02FP7?")
    expect(checker.rows.nth(1)).to_have_attribute("aria-current", "true")
    checker.rows.nth(0).get_by_role("button").click()
    expect(checker.detail.get_by_role("heading", level=2)).to_have_text(
        "Well formed as an NCAGE code"
    )
    expect(checker.rows.nth(1)).not_to_have_attribute("aria-current", "true")


def test_way_to_a_chosen_line_and_back(checker: Checker) -> None:
    """The report of a line comes into view below the header, and its button leads back."""
    checker.check("\n".join([*FIVE, *many(40)]))
    checker.rows.nth(2).get_by_role("button").click()
    back = checker.detail.get_by_role("button", name="Back to line 3")
    expect(back).to_be_in_viewport(ratio=1)
    header = checker.page.get_by_role("banner").bounding_box()
    place = back.bounding_box()
    assert header
    assert place
    assert place["y"] >= header["y"] + header["height"]
    back.click()

    line = checker.rows.nth(2).get_by_role("button")
    expect(line).to_be_focused()
    expect(line).to_be_in_viewport(ratio=1)


def test_only_lines_to_look_at(checker: Checker) -> None:
    """One choice leaves lines that are not well formed, have nothing to check or have a warning."""
    checker.check("\n".join([*FIVE, WARNED]))
    choice = checker.result.get_by_label("Only lines to look at")
    expect(checker.message).to_have_text("5 of 6 lines to look at, in the table below.")
    choice.check()
    expect(checker.status).to_have_text("5 of 6 lines are shown.")

    shown = [row.get_by_role("cell").first.inner_text() for row in checker.rows.all()]
    assert shown == ["2", "3", "4", "5", "6"]
    choice.uncheck()
    expect(checker.rows).to_have_count(6)


def test_no_choice_where_there_is_none(checker: Checker) -> None:
    """Where all lines are well formed, or none is, there is nothing to choose."""
    choice = checker.result.get_by_label("Only lines to look at")
    for text in ("K0999\n855J5", "O2FP7\nN/A"):
        checker.check(text)
        expect(checker.rows).to_have_count(2)
        expect(choice).to_have_count(0)


def test_line_with_a_warning(checker: Checker) -> None:
    """A well formed line with a warning says so, and is no reason to call the field wrong."""
    checker.check(f"K0999\n{WARNED}")

    verdicts = [row.get_by_role("cell").nth(2).inner_text() for row in checker.rows.all()]
    assert verdicts == ["Well formed", "Well formed, with a warning"]
    expect(checker.message).to_be_hidden()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings(checker: Checker, ending: str) -> None:
    """Lists from Unix, Windows and old Macs have the same lines; an extra line end adds none."""
    checker.paste(ending.join(["K0999", "855J5", ""]))

    expect(checker.rows).to_have_count(2)


def test_code_with_a_line_end_is_no_list(checker: Checker) -> None:
    """A cell copied from a spreadsheet ends in a line end and is one code."""
    checker.paste("K0999\n")

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")


def test_two_hundred_lines(checker: Checker) -> None:
    """200 lines are all shown."""
    checker.paste("\n".join(many(200)))

    expect(checker.rows).to_have_count(200)
    expect(checker.verdict).to_have_text("200 lines checked: 200 well formed, 0 not well formed.")
    expect(checker.message).to_be_hidden()
    expect(checker.result).not_to_contain_text("are shown here")


def test_a_thousand_lines(checker: Checker) -> None:
    """Of 1,000 lines 200 are shown; the page says so, leads on, and keeps them all in the field."""
    text = "\n".join(many(1000))
    checker.paste(text)
    expect(checker.rows).to_have_count(200)

    expect(checker.result).to_contain_text(
        "The list has 1,000 lines; the first 200 are shown here. The field still holds all of them."
    )
    link = checker.result.get_by_role("link", name="command line")
    assert str(link.evaluate("link => link.href")).endswith("/developers/command-line/")
    expect(checker.field).to_have_value(text)
    assert checker.page.evaluate("history.state.text") == text


def test_copy_of_a_list(checker: Checker) -> None:
    """A list is copied as one JSON object per line, or as a table for a spreadsheet."""
    texts = [*FIVE[:2], "tab\there", "855J5"]
    checker.check("\n".join(texts))
    checker.result.get_by_role("button", name="Copy as JSON").click()
    expect(checker.status).to_have_text("Copied.")
    reports = [json.loads(line) for line in checker.clipboard().splitlines()]
    checker.result.get_by_role("button", name="Copy as text").click()
    expect(checker.result.get_by_role("button", name="Copied")).to_have_count(2)
    table = [line.split("\t") for line in checker.clipboard().splitlines()]

    assert reports == [wire.report_to_dict(check(text)) for text in texts]
    assert table[0] == ["Line", "Text", "Verdict", "Code", "Nation", "First finding"]
    assert [row[:4] for row in table[1:3]] == [
        ["1", "K0999", "Well formed as an NCAGE code", "K0999"],
        ["2", "O2FP7", "Not well formed as an NCAGE code", "O2FP7"],
    ]
    assert table[3][1] == "tab here"
    assert {len(row) for row in table} == {6}


def test_copy_of_what_a_spreadsheet_would_change(checker: Checker) -> None:
    """Zeros, numbers, dates and formulas get the mark for text, which the checker reads back."""
    checker.check("\n".join([*CHANGED, *KEPT]))
    checker.result.get_by_role("button", name="Copy as text").click()
    expect(checker.status).to_have_text("Copied.")
    cells = [line.split("\t")[1] for line in checker.clipboard().splitlines()[1:]]

    quoted = (text.replace('"', '""') for text in CHANGED)
    assert cells == [*(f'="{text}"' for text in quoted), *KEPT]
    assert check(cells[0]).code == "00198"


def test_list_in_a_field_of_known_kind(checker: Checker) -> None:
    """The choice of kind applies to every line."""
    checker.check("541330\n855J5", "CAGE code")
    verdicts = [row.get_by_role("cell").nth(2).inner_text() for row in checker.rows.all()]

    assert verdicts == ["Not well formed", "Well formed"]
