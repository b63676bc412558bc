"""Forced colors and reduced motion: what people who set them really get."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from site_tests.support.checker import Checker
from site_tests.support.faults import Hold
from site_tests.support.watch import Watch

# What is drawn when only the system's colors are: lines, symbols and words.
STYLE = """(element, [pseudo, name]) => getComputedStyle(element, pseudo || undefined)[name]"""
ANIMATIONS = (
    """document.getAnimations().map((one) => one.animationName ?? one.transitionProperty)"""
)
BACKDROP = "getComputedStyle(document.body).backgroundColor"


def style(locator: Locator, name: str, pseudo: str = "") -> str:
    """Give the computed style of an element, or of what is drawn before or after it."""
    value: str = locator.evaluate(STYLE, [pseudo, name])
    return value


@pytest.fixture
def forced(checker: Checker) -> Checker:
    """Give the validator in forced colors, with a report that has all three severities."""
    checker.page.emulate_media(forced_colors="active", reduced_motion="no-preference")
    assert checker.page.evaluate("matchMedia('(forced-colors: active)').matches")
    checker.check("UEI: Z1VDMSSCTGKS")
    return checker


def test_severities_have_symbols_and_words(forced: Checker) -> None:
    """Each severity has its own word and its own symbol, so that color is never alone."""
    badges = forced.section("What was found").get_by_role("heading", level=4)
    shown = {
        re.sub(r"s$", "", badge.inner_text()): style(badge, "content", "::before").strip('"')
        for badge in badges.all()
    }

    assert list(shown) == ["Error", "Warning", "Note"]
    assert len(set(shown.values())) == 3
    assert all(symbol not in {"none", "normal", ""} for symbol in shown.values())


def test_marks_are_drawn(forced: Checker) -> None:
    """The lines below the characters, the marks and the field keep an edge that can be seen."""
    backdrop = forced.page.evaluate(BACKDROP)
    anatomy = forced.section("Character by character")
    lanes = anatomy.locator(".cc-lane[class*='--']")
    edges = [
        *((lane, "::before", "Top") for lane in lanes.all()),
        *((mark, "", "Top") for mark in anatomy.get_by_role("button").all()),
        (forced.field, "", "Left"),
        (forced.choice, "", "Left"),
        (forced.button, "", "Left"),
        (forced.result.locator("header"), "", "Left"),
    ]

    assert lanes.count() > 2
    for element, pseudo, side in edges:
        assert style(element, f"border{side}Style", pseudo) == "solid"
        assert float(style(element, f"border{side}Width", pseudo).removesuffix("px")) >= 1
        assert style(element, f"border{side}Color", pseudo) != backdrop


def test_verdict_has_a_symbol(forced: Checker) -> None:
    """The symbol beside the verdict is drawn in a color that stands out from its background."""
    symbol = forced.card.locator("[aria-hidden]").first

    expect(symbol).to_have_text("✕")
    assert style(symbol, "color") != style(symbol, "backgroundColor")
    forced.check("K0999\nO2FP7\nN/A")
    symbols = [
        style(row.get_by_role("cell").nth(2).locator("span"), "content", "::before")
        for row in forced.rows.all()
    ]
    assert len(set(symbols)) == 3


def test_focus_is_drawn(forced: Checker) -> None:
    """The focus has a ring in a system color that is not the backdrop's."""
    backdrop = forced.page.evaluate(BACKDROP)
    forced.field.focus()
    for _ in range(12):
        focused = forced.page.locator(":focus")
        assert style(focused, "outlineStyle") == "solid"
        assert float(style(focused, "outlineWidth").removesuffix("px")) >= 2
        assert style(focused, "outlineColor") != backdrop
        forced.page.keyboard.press("Tab")


def test_error_of_the_field(forced: Checker) -> None:
    """The message beside the field begins with a symbol."""
    expect(forced.message).to_be_visible()
    assert "✕" in style(forced.message, "content", "::before")


def test_bar_is_drawn(page: Page, watch: Watch) -> None:
    """The loading bar has an edge, and what has come looks different from what has not."""
    watch.tolerate("The checker stopped")
    hold = Hold()
    # All of it, because each byte that comes would move the bar.
    page.route("**/runtime/**", hold)
    page.emulate_media(forced_colors="active")
    checker = Checker(page)
    checker.open()
    expect(checker.bar).to_be_visible()
    backdrop = page.evaluate(BACKDROP)

    assert style(checker.bar, "borderTopStyle") == "solid"
    assert style(checker.bar, "borderTopColor") != backdrop
    # A script cannot ask for the style of a browser's own parts, so they are looked at.
    looks = set()
    for value in (0, 0.5):
        checker.bar.evaluate("(bar, value) => { bar.value = value; }", value)
        looks.add(checker.bar.screenshot())
    assert len(looks) == 2
    hold.drop()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_motion_while_loading(page: Page, watch: Watch, motion: str) -> None:
    """The loading symbol turns, except for readers who asked for less motion; words always show."""
    hold = Hold()
    page.context.route("**/runtime/**/pyodide.mjs", hold)
    page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    watch.tolerate("The checker stopped")
    checker = Checker(page)
    checker.open()
    expect(checker.progress).to_contain_text("Loading the full check")
    if motion == "no-preference":
        page.wait_for_function(f"{ANIMATIONS}.includes('cc-turn')")
    else:
        assert page.evaluate(ANIMATIONS) == []
    hold.drop()


@pytest.mark.parametrize("address", ["", "validator/", "identifiers/uei/", "nations/"])
def test_reduced_motion(page: Page, address: str) -> None:
    """With reduced motion, nothing on a page moves on hover, opening or scrolling."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    page.get_by_role("textbox", name="Search").focus()
    assert page.evaluate(ANIMATIONS) == []
    page.keyboard.press("Escape")
    page.mouse.wheel(0, 3000)
    page.get_by_role("main").get_by_role("link").first.hover()

    assert page.evaluate(ANIMATIONS) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
