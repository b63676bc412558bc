"""A code in the address: links to a result, Back and Forward, and mangled addresses."""

import json

import pytest
from playwright.sync_api import Page, expect

from site_tests.support.built import SCRIPTS
from site_tests.support.checker import START_UP, Checker

WELL_FORMED = "Well formed as an NCAGE code"

# Links of each kind, and what the field and the choice then hold. `address.test.mjs` has
# every way in which a link may be mangled.
LINKS = {
    "#code=K0999": ("K0999", ""),
    "#expect=cage%2Cncage&code=K0999&x=1": ("K0999", "cage,ncage"),
    "#code=K0999&expect=nonsense": ("K0999", ""),
    "#code=K0999&expect=%": ("K0999", ""),
    "#code=%E0%A4%A": ("%E0%A4%A", ""),
    "#code=K0999%0A855J5": ("K0999\n855J5", ""),
}
REFUSING = """for (const name of ["pushState", "replaceState"]) {
  history[name] = () => { throw new DOMException("too many", "SecurityError"); };
}"""
"""Lets the history refuse every entry."""
NO_CODE = ["#", "#code=", "#expect=cage", "#check-a-code"]


@pytest.mark.parametrize("link", LINKS)
def test_link(checker: Checker, link: str) -> None:
    """A link fills in the form and checks at once, however it was mangled on its way."""
    text, choice = LINKS[link]
    checker.page.evaluate("hash => { location.hash = hash; }", link)
    checker.wait_for_result()

    expect(checker.field).to_have_value(text)
    expect(checker.choice).to_have_value(choice)


@pytest.mark.parametrize("link", NO_CODE)
def test_link_without_a_code(checker: Checker, link: str) -> None:
    """A fragment that names no code takes the result away and empties the field."""
    checker.check("K0999")
    checker.page.evaluate("hash => { location.hash = hash; }", link)

    expect(checker.result).to_be_hidden()
    expect(checker.field).to_have_value("")
    expect(checker.message).to_be_hidden()


def test_link_opened_afresh(page: Page) -> None:
    """A link from an email waits for Python and shows the result; so does a reload."""
    checker = Checker(page)
    checker.open("#code=541330&expect=cage")

    for _ in range(2):
        checker.wait_for_result()
        expect(checker.verdict).to_have_text("Not well formed as a CAGE code")
        expect(checker.field).to_have_value("541330")
        expect(checker.choice).to_have_value("cage")
        page.reload()


@pytest.mark.parametrize("text", ["K0999", "\u0421\u200b\U0001f600&b=c#d%e+f"])
def test_address_names_the_check(checker: Checker, text: str) -> None:
    """After a check the address is a link to it: opening it elsewhere gives the same."""
    checker.check(text, "CAGE code")
    url = str(checker.page.evaluate("location.href"))
    entry = checker.page.evaluate(
        """async (scripts) => {
          const { fromFragment } = await import(`../${scripts}validator/address.js`);
          return fromFragment(location.hash);
        }""",
        SCRIPTS,
    )

    assert entry == {"text": text, "expect": "cage"}
    assert url.endswith("&expect=cage")


def test_text_without_an_address(checker: Checker) -> None:
    """What no address can hold is not put into one, and Back still restores it."""
    checker.page.evaluate(
        "json => { document.querySelector('#cc-code').value = JSON.parse(json); }",
        json.dumps("1ABC5\ud800"),
    )
    checker.button.click()
    checker.wait_for_result()
    assert checker.page.evaluate("location.hash") == ""
    checker.check("K0999")
    checker.page.go_back()

    expect(checker.verdict).to_have_text("Did you mean 1ABC5?")
    kept = checker.page.evaluate("JSON.stringify(document.querySelector('#cc-code').value)")
    assert json.loads(kept) == "1ABC5\ud800"


@pytest.mark.parametrize("length", [20_000, 20_001])
def test_text_of_the_history(checker: Checker, length: int) -> None:
    """The history holds a text up to a limit; beyond it Back still works while the page lives."""
    text = ("1ABC5\n" * 4000)[:length]
    # Playwright types a list of this length for minutes.
    checker.field.evaluate(
        "(field, text) => { field.value = text; field.form.requestSubmit(); }", text
    )
    expect(checker.rows).to_have_count(200)
    state = checker.page.evaluate("JSON.stringify(history.state)")
    assert ("1ABC5" in state) == (length == 20_000)
    assert checker.page.evaluate("location.hash") == ""
    checker.check("K0999")
    checker.page.go_back()

    expect(checker.rows).to_have_count(200)
    assert checker.field.input_value() == text


def test_history_that_refuses(page: Page) -> None:
    """Where the browser takes no more entries, as Safari does after many, checks go on."""
    page.add_init_script(REFUSING)
    checker = Checker(page)
    checker.open()
    for text, verdict in (("K0999", WELL_FORMED), ("O2FP7", "Did you mean 02FP7?")):
        checker.field.fill(text)
        checker.field.press("Enter")
        expect(checker.verdict).to_have_text(verdict, timeout=START_UP)
    # As after a visit to another page that the browser has kept alive.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(checker.field).to_have_value("O2FP7")
    page.evaluate("location.hash = 'code=K0999'")

    expect(checker.verdict).to_have_text(WELL_FORMED)


def test_back_and_forward(checker: Checker) -> None:
    """Back and Forward restore the text, the choice and the result of each check."""
    checker.check("K0999")
    checker.check("541330", "CAGE code")
    checker.check("K0999\n855J5")
    expect(checker.rows).to_have_count(2)

    checker.page.go_back()
    expect(checker.verdict).to_have_text("Not well formed as a CAGE code")
    expect(checker.field).to_have_value("541330")
    expect(checker.choice).to_have_value("cage")
    expect(checker.message).to_be_visible()
    checker.page.go_back()
    expect(checker.verdict).to_have_text(WELL_FORMED)
    expect(checker.field).to_have_value("K0999")
    expect(checker.choice).to_have_value("")
    expect(checker.message).to_be_hidden()
    checker.page.go_back()
    expect(checker.result).to_be_hidden()
    expect(checker.field).to_have_value("")
    checker.page.go_forward()
    expect(checker.verdict).to_have_text(WELL_FORMED)
    checker.page.go_forward()
    checker.page.go_forward()
    expect(checker.rows).to_have_count(2)


def test_same_check_twice(checker: Checker) -> None:
    """The same text checked again leaves one entry in the history, not two."""
    checker.check("K0999")
    before = checker.page.evaluate("history.length")
    checker.check("K0999")

    assert checker.page.evaluate("history.length") == before


def test_back_from_another_page(page: Page) -> None:
    """A reader who follows a rule and comes back finds the result as it was."""
    checker = Checker(page)
    checker.open()
    checker.wait_until_ready()
    checker.check("O2FP7", "CAGE code")
    checker.section("What was found").get_by_role("link", name="Rule:").first.click()
    page.wait_for_url("**/identifiers/**")
    page.go_back()

    checker.wait_for_result()
    expect(checker.verdict).to_have_text("Did you mean 02FP7?")
    expect(checker.field).to_have_value("O2FP7")


def test_answer_that_comes_too_late(checker: Checker) -> None:
    """Back during a check drops the answer, and the page is ready again, not busy forever."""
    checker.page.evaluate(
        """text => {
          document.querySelector("#cc-code").value = text;
          document.querySelector("#cc-code").form.requestSubmit();
          location.hash = "code=";
        }""",
        "\n".join(["1ABC5"] * 200),
    )

    checker.wait_until_ready()
    expect(checker.result).to_be_hidden()


def test_only_the_newest_check_shows(checker: Checker) -> None:
    """Of two checks in quick succession the second is shown, however long the first takes."""
    checker.page.evaluate(
        """([slow, quick]) => {
          const field = document.querySelector("#cc-code");
          for (const text of [slow, quick]) {
            field.value = text;
            field.form.requestSubmit();
          }
        }""",
        ["\n".join(["O2FP7"] * 200), "K0999"],
    )
    checker.wait_for_result()

    expect(checker.verdict).to_have_text(WELL_FORMED)
    expect(checker.field).to_have_value("K0999")
