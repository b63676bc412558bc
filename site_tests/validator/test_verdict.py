"""The card at the head of a report: what a reader sees first, what the button does, its size."""

import re

import pytest
from playwright.sync_api import FloatRect, Locator, ViewportSize, expect

from cagecore import check, wire
from site_tests.support.checker import Checker, words

CATALOGUE = wire.catalogue()
GOOD = ["855J5", "K0999", "DG119", "ZQGGHJH74DW7"]
BAD = ["O2FP7", "Z1VDMSSCTGKS", "7.6E+06", "1ABC", "N4YFFGL4CDX6"]
"""With and without a suggestion."""
OTHER = ["541330", "12-3456789"]
PHONE: ViewportSize = {"width": 375, "height": 667}
DESK: ViewportSize = {"width": 1280, "height": 900}


def test_order_of_what_is_wrong(checker: Checker) -> None:
    """The code that was probably meant comes first, then its button, then what is wrong."""
    checker.check("Z1VDMSSCTGKS")
    places = [
        checker.verdict,
        checker.card.get_by_role("button", name="Use it"),
        checker.card.get_by_text("Not well formed as a UEI."),
        checker.section("What was found"),
    ]
    tops = [box_of(place)["y"] for place in places]

    assert tops == sorted(tops)
    expect(checker.verdict).to_have_text("Did you mean Z1VDMSSCTGK5?")
    # One sentence; the finding below has the others.
    expect(checker.card.locator("p").nth(1)).to_have_text(
        "Not well formed as a UEI. The check digit fails."
    )


def test_several_codes(checker: Checker) -> None:
    """Several codes are no slip of one: the headline says so, and each can be checked."""
    checker.check("1ABC5, 2ABC6")

    expect(checker.verdict).to_have_text("More than one code in one text")
    assert words(checker.card.locator(".cc-verdict__actions").get_by_role("button")) == [
        "1ABC5",
        "2ABC6",
    ]


@pytest.mark.parametrize("text", ["N4YFFGL4CDX6", "HELLO WORLD"])
def test_no_suggestion(checker: Checker, text: str) -> None:
    """Where nothing was probably meant, the headline is the verdict, and nothing can be used."""
    checker.check(text)

    assert check(text).suggestions == ()
    expect(checker.verdict).to_have_text(
        re.compile("^(?:Not well formed as a UEI|This is not a known code)$")
    )
    expect(checker.card.get_by_role("button", name="Use it")).to_have_count(0)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("dg119", "https://eportal.nspa.nato.int/Codification/CageTool/cage-view/DG119"),
        ("S4080", "https://eportal.nspa.nato.int/Codification/CageTool/cage-view/S4080"),
        ("CAGE: 855j5", "https://cage.dla.mil/Search/Results?q=855J5"),
    ],
)
def test_button_with_the_code(checker: Checker, text: str, address: str) -> None:
    """The register that takes a code in its address gets it, and only by an ordinary link."""
    checker.check(text)
    link = checker.card.get_by_role("link", name=f"Look up {check(text).code}")

    expect(link).to_have_attribute("href", address)
    assert link.evaluate("link => link.referrerPolicy || document.querySelector("
                         "'meta[name=referrer]').content") == "no-referrer"  # fmt: skip
    expect(checker.card.get_by_role("button", name="Copy")).to_have_count(0)


def test_button_beside_a_copy(checker: Checker) -> None:
    """A register whose address takes no code is opened as it is, and the code can be copied."""
    checker.check("zqgghjh74dw7")
    link = checker.card.get_by_role("link", name="Look up ZQGGHJH74DW7")
    checker.card.get_by_role("button", name="Copy").click()
    expect(checker.status).to_have_text("Copied.")

    expect(link).to_have_attribute("href", CATALOGUE["lookups"]["sam"]["url"])
    assert checker.clipboard() == "ZQGGHJH74DW7"


@pytest.mark.parametrize("text", [*BAD, *OTHER, "037349885", "N/A"])
def test_no_button_without_a_register(checker: Checker, text: str) -> None:
    """What is not well formed, retired or of another kind has no register to be looked up in."""
    checker.check(text)

    expect(checker.card.get_by_role("link", name="Look up")).to_have_count(0)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("ATLAS", "an NCAGE code, but it reads like a word"),
        ("Page 2", "an NCAGE code, but it reads like words or a date"),
        ("00000", "a CAGE code, but it reads like a filler"),
        ("KI999", "an NCAGE code, but the letter I may be the digit 1"),
        ("037349885", "a DUNS number, but U.S. awards no longer use it"),
        ("UEI: 1ABC5", "a CAGE code, but the label names another kind"),
    ],
)
def test_doubt(checker: Checker, text: str, doubt: str) -> None:
    """A doubt that decides is in the headline, and the card has no tick."""
    checker.check(text)

    expect(checker.verdict).to_have_text(f"Well formed as {doubt}")
    expect(symbol(checker)).to_have_text("!")
    expect(checker.message).to_be_hidden()


@pytest.mark.parametrize("text", ["541330", "12-3456789", "1234-56-789-0123"])
def test_lookalike(checker: Checker, text: str) -> None:
    """A text of another kind gets a neutral card that says what it is not: no tick, no error."""
    checker.check(text)
    kind = CATALOGUE["schemes"][check(text).scheme]

    expect(checker.verdict).to_have_text(f"This looks like {kind['article']} {kind['name']}")
    expect(checker.card).to_contain_text("It is not a CAGE, NCAGE or UEI.")
    expect(checker.card).to_contain_text(kind["apart"])
    expect(symbol(checker)).to_have_text("i")
    expect(checker.field).not_to_have_attribute("aria-invalid", "true")
    expect(checker.status).to_contain_text("It is not a CAGE, NCAGE or UEI.")


@pytest.mark.parametrize(("text", "field"), [("541330", "NAICS code"), ("NAICS: 541330", "")])
def test_lookalike_that_is_asked_for(checker: Checker, text: str, field: str) -> None:
    """A field or a label that asks for the kind gets its verdict."""
    checker.check(text, field or "Any kind")

    expect(checker.verdict).to_have_text("Well formed as a NAICS code")
    expect(symbol(checker)).to_have_text("✓")


@pytest.mark.parametrize(
    ("text", "rule"),
    [("855J5", "cage-shared-shape"), ("ZQGGHJH74DW7", "uei-check-digit-limits")],
)
def test_what_holds_of_every_code(checker: Checker, text: str, rule: str) -> None:
    """What holds of every code of a kind is one closed line: no finding, no mark on the code."""
    checker.check(text)
    (finding,) = check(text).readings[0].findings
    fold = checker.result.locator("details.cc-standing")
    said = fold.get_by_text(finding.message)

    assert finding.rule == rule
    expect(fold.locator("summary")).to_have_text(re.compile("^True of every "))
    expect(said).to_be_hidden()
    expect(checker.section("What was found")).to_have_count(0)
    expect(checker.section("Character by character").get_by_role("button")).to_have_count(0)
    fold.locator("summary").click()
    expect(said).to_be_visible()


@pytest.mark.parametrize("text", [*GOOD, *BAD, *OTHER, "27340", "ATLAS", "N/A", "HELLO WORLD"])
def test_one_screen_on_a_phone(checker: Checker, text: str) -> None:
    """Verdict, code, button and the first thing found fit one screen, below the header."""
    checker.page.set_viewport_size(PHONE)
    checker.page.emulate_media(reduced_motion="reduce")
    checker.check(text)
    findings = checker.section("What was found").get_by_role("listitem")
    reason = checker.card.locator(".cc-verdict__why")
    wanted = [
        checker.verdict,
        checker.section("Character by character"),
        checker.card.get_by_role("link", name="Look up"),
        checker.card.get_by_role("button", name=re.compile("^Use it|^[0-9A-Z]{5}$")),
        # In the card, or else the first of the list.
        reason if reason.count() else findings.first.locator("p").first,
    ]

    for place in wanted:
        for one in place.all():
            expect(one).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("text", [*GOOD, *BAD, "541330"])
def test_one_card_on_a_desk(checker: Checker, text: str) -> None:
    """On a wide screen the code is beside the verdict, and both reach from edge to edge."""
    checker.page.set_viewport_size(DESK)
    checker.check(text)
    card, picture = box_of(checker.card), box_of(checker.section("Character by character"))
    verdict = box_of(checker.verdict)

    assert picture["x"] >= verdict["x"] + verdict["width"]
    assert card["width"] == pytest.approx(box_of(checker.result)["width"])
    assert card["height"] < DESK["height"] / 2


def symbol(checker: Checker) -> Locator:
    """Find the symbol of the verdict."""
    return checker.card.locator("[aria-hidden]").first


def box_of(place: Locator) -> FloatRect:
    """Measure where something is."""
    box = place.bounding_box()
    assert box
    return box


def test_lines_of_a_list(checker: Checker) -> None:
    """A line of another kind says so, and counts neither as well nor as badly formed."""
    checker.check("855J5\n541330\nO2FP7")
    verdicts = words(checker.rows.get_by_role("cell").nth(2)) + [
        row.get_by_role("cell").nth(2).inner_text() for row in checker.rows.all()[1:]
    ]

    assert verdicts == ["Well formed", "This looks like a NAICS code", "Not well formed"]
    expect(checker.verdict).to_have_text(
        "3 lines checked: 1 well formed, 1 not well formed, 1 of another kind."
    )
