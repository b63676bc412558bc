"""On paper a page is text, tables and pictures, and nothing to press."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from site_tests.support.checker import Checker, on_line

PAPER: ViewportSize = {"width": 794, "height": 1123}
"""A4 at 96 dots an inch."""

SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
"""What the theme calls its schemes."""

SCALES = """[...document.querySelectorAll("figure[id^='picture-']:not(#picture-world) svg")]
  .filter((drawing) => drawing.checkVisibility())
  .map((drawing) => drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width)"""
"""How much larger than drawn each picture is shown."""


@pytest.mark.parametrize("address", ["nations/", "identifiers/", "identifiers/uei/"])
def test_print(page: Page, address: str) -> None:
    """On paper there is the text without the navigation, in dark ink on white."""
    page.emulate_media(color_scheme="light", media="print")
    page.goto(address)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("banner")).to_be_hidden()
    for navigation in page.get_by_role("navigation").all():
        expect(navigation).to_be_hidden()


@pytest.mark.parametrize("address", ["get/", "keep/life-cycle/", "use/several-codes/"])
@pytest.mark.parametrize(
    ("media", "width"), [("screen", 375), ("screen", 794), ("screen", 1280), ("print", 794)]
)
def test_pictures_keep_their_size(
    page: Page, address: str, media: Literal["screen", "print"], width: int
) -> None:
    """On any screen and on paper the words of a drawing are about as large as the page's."""
    page.set_viewport_size({**PAPER, "width": width})
    page.emulate_media(media=media)
    page.goto(address)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    scales: list[float] = page.evaluate(SCALES)

    assert scales
    assert all(0.9 < scale < 1.15 for scale in scales)


def test_map_on_paper(page: Page) -> None:
    """On paper the map has the colors of white paper, whichever scheme the screen has."""
    colors = []
    for scheme, theme in SCHEMES.items():
        page.emulate_media(color_scheme=scheme, media="print")
        page.goto("nations/")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", theme)
        land = page.locator("#picture-world .cc-land--nato").first
        colors.append(land.evaluate("land => getComputedStyle(land).fill"))
        page.emulate_media(media="screen")
        colors.append(land.evaluate("land => getComputedStyle(land).fill"))
        page.evaluate("localStorage.clear()")  # where the theme keeps the scheme
    light, light_screen, dark, dark_screen = colors

    assert light == light_screen == dark != dark_screen


def test_words_of_pictures_on_paper(page: Page) -> None:
    """What a picture says in words is printed, opened on the screen or not."""
    page.set_viewport_size(PAPER)
    page.goto("nations/")
    details = page.locator("#picture-world details")
    closed = details.bounding_box()
    page.emulate_media(media="print")
    printed = details.bounding_box()

    assert closed
    assert printed
    assert printed["height"] > 5 * closed["height"]


@pytest.fixture
def print_report(checker: Checker) -> Iterator[Callable[[str], Checker]]:
    """Give a function that checks a text and shows the page as it is printed on A4."""
    page = checker.page
    screen = page.viewport_size
    assert screen

    def on_paper(text: str) -> Checker:
        checker.check(text)
        page.set_viewport_size(PAPER)
        page.emulate_media(media="print")
        return checker

    yield on_paper
    page.emulate_media(media="screen")
    page.set_viewport_size(screen)


def test_list_on_paper(print_report: Callable[[str], Checker]) -> None:
    """A printed list has every text that was checked, in dark letters without a frame."""
    texts = ["K0999", "O2FP7", "855J5"]
    printed = print_report("\n".join(texts))
    codes = printed.rows.get_by_role("button")

    assert codes.all_inner_texts() == texts
    for code in codes.all():
        expect(code).to_be_visible()
        expect(code).to_have_css("border-top-width", "0px")
        expect(code).to_have_css("color", "rgb(0, 0, 0)")
    expect(printed.page.get_by_text("Choose a text to see its report")).to_be_hidden()


def test_report_on_paper(print_report: Callable[[str], Checker]) -> None:
    """A printed report has the codes it suggests and the numbers in its picture."""
    printed = print_report("O2FP7")
    numbers = printed.section("Character by character").get_by_role("button", name="Error 1:")

    expect(printed.verdict).to_have_text("Did you mean 02FP7?")
    expect(printed.verdict).to_be_visible()
    expect(numbers.first).to_be_visible()
    expect(numbers.first).to_have_text("1")
    expect(printed.result.get_by_role("button", name="Copy as text")).to_be_hidden()
    expect(printed.button).to_be_hidden()


def test_several_suggestions_on_paper(print_report: Callable[[str], Checker]) -> None:
    """Where several codes may have been meant, each of them is printed."""
    card = print_report("7.6E+06").card

    for code in ("76E05", "076E5", "760E4"):
        expect(card.get_by_role("button", name=code, exact=True)).to_be_visible()


def test_link_on_paper(print_report: Callable[[str], Checker]) -> None:
    """The button that looks a code up is printed as the link that it is, in dark letters."""
    link = print_report("K0999").card.get_by_role("link", name="Look up K0999")

    expect(link).to_be_visible()
    expect(link).to_have_css("color", "rgb(0, 0, 0)")
    expect(link).to_have_css("border-top-width", "0px")


def test_first_look_on_paper(page: Page) -> None:
    """The room that a first look holds for the report is not printed as an empty sheet."""
    on_line(page, "{ saveData: true }")
    page.set_viewport_size(PAPER)
    checker = Checker(page)
    checker.open("#code=K0999")
    checker.wait_for_look()
    page.emulate_media(media="print")
    box = checker.result.bounding_box()

    assert box
    assert box["height"] < PAPER["height"] / 2


def test_room_that_is_kept_on_paper(page: Page) -> None:
    """Nor is the room that is left below a short report on a tall screen."""
    page.set_viewport_size({**PAPER, "height": 2400})
    checker = Checker(page)
    checker.open("#code=K0999")
    checker.wait_for_result()
    page.emulate_media(media="print")
    report, place = page.locator(".cc-report").bounding_box(), checker.result.bounding_box()

    assert report
    assert place
    assert place["height"] < report["height"] + 80


def test_headings_of_the_nations_on_paper(page: Page) -> None:
    """On paper the table of nations has its headings as on the screen, above their columns."""
    page.goto("nations/")
    page.emulate_media(media="print")
    page.set_viewport_size({**PAPER, "width": 700})
    heads = page.locator("table.cc-structures thead").get_by_role("button")
    cells = page.locator("table.cc-structures tbody tr").first.locator("th, td")

    expect(heads.first).to_be_visible()
    assert heads.count() == cells.count() > 3
    for head, cell in zip(heads.all(), cells.all(), strict=True):
        expect(head).to_be_visible()
        assert head.evaluate("head => getComputedStyle(head, '::after').content") == "none"
        above, below = head.bounding_box(), cell.bounding_box()
        assert above
        assert below
        assert below["x"] <= above["x"] < below["x"] + below["width"]
