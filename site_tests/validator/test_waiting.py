"""While a tool's module is on its way, the tool is in its place and registers what is asked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from site_tests.support.arrival import HOME, STATE, VALIDATOR, arrive, hold_back
from site_tests.support.checker import Checker, fragment
from site_tests.visits.shifts import note_from_the_start, noted


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves(page: Page, width: int) -> None:
    """From the first picture until Python is there nothing on the validator's page moves.

    With a text, `test_hand_over` sees to it.
    """
    page.set_viewport_size({"width": width, "height": 720})
    note_from_the_start(page)
    hold = hold_back(page, VALIDATOR)
    checker = Checker(page)
    arrive(page, "validator/")
    expect(checker.field).to_be_visible()
    hold.let_go()
    checker.wait_until_ready()

    assert noted(page) == []


@pytest.mark.parametrize(("width", "height"), [(375, 720), (1280, 720), (1280, 1600)])
def test_room_is_given_back(page: Page, width: int, height: int) -> None:
    """Room that a report does not need ends with the screen, and nothing visible moves."""
    page.set_viewport_size({"width": width, "height": height})
    note_from_the_start(page)
    checker = Checker(page)
    checker.open(fragment("K0999"))
    checker.wait_for_result()
    report, below = page.locator(".cc-report"), page.get_by_role("heading", name="Examples to try")
    place = page.locator("[data-part='result']")
    expect(place).not_to_have_attribute("data-held", "true")
    ends = [
        box["y"] + box["height"] for box in (report.bounding_box(), place.bounding_box()) if box
    ]
    start = below.bounding_box()

    assert start
    assert ends[1] <= max(height, ends[0] + 80)
    assert start["y"] >= min(height, ends[0])
    assert noted(page) == []


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_at_home(page: Page, width: int) -> None:
    """Nothing moves on the home page, either."""
    page.set_viewport_size({"width": width, "height": 720})
    note_from_the_start(page)
    hold = hold_back(page, HOME)
    arrive(page, "")
    expect(page.get_by_label("Check a code")).to_be_visible()
    expect(page.get_by_text("The checker needs JavaScript.")).to_be_hidden()
    hold.let_go()
    page.wait_for_function(f"() => {STATE} === 'started'")

    assert noted(page) == []


def ask_by_key(page: Page) -> None:
    """Press Enter in the field."""
    page.locator("textarea").press("Enter")


def ask_by_keys(page: Page) -> None:
    """Press Enter with Control or Command."""
    page.locator("textarea").press("ControlOrMeta+Enter")


def ask_by_button(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Check", exact=True).click()


ASK = pytest.mark.parametrize("ask", [ask_by_key, ask_by_keys, ask_by_button])


@ASK
def test_asked_too_soon(page: Page, ask: Callable[[Page], None]) -> None:
    """What is typed and asked for before the module has come is checked when it has."""
    hold = hold_back(page, VALIDATOR)
    checker = Checker(page)
    arrive(page, "validator/")
    checker.choice.select_option("UEI")
    checker.field.press_sequentially("K0999")
    ask(page)
    expect(checker.field).to_have_value("K0999")
    hold.let_go()
    checker.wait_for_result()

    expect(checker.verdict).to_have_text("This looks like an NCAGE code, not a UEI")
    expect(checker.card).to_contain_text("Not well formed as a UEI.")
    assert page.evaluate("location.hash") == fragment("K0999", "uei")


@ASK
def test_asked_too_soon_at_home(page: Page, ask: Callable[[Page], None]) -> None:
    """The home page then takes it to the validator."""
    hold = hold_back(page, HOME)
    arrive(page, "")
    page.get_by_label("Check a code").press_sequentially("K0999")
    ask(page)
    hold.let_go()

    page.wait_for_url("**/validator/#code=K0999")


@pytest.mark.parametrize(("module", "address"), [(VALIDATOR, "validator/"), (HOME, "")])
def test_list_typed_too_soon(page: Page, module: str, address: str) -> None:
    """Shift and Enter makes a list meanwhile, and in a list so does Enter: neither asks."""
    hold = hold_back(page, module)
    arrive(page, address)
    field = page.locator("textarea")
    field.press_sequentially("K0999")
    field.press("Shift+Enter")
    field.press_sequentially("O2FP7")
    field.press("Enter")
    field.press_sequentially("855J5")
    hold.let_go()
    page.wait_for_function(f"() => {STATE} === 'started'")

    expect(field).to_have_value("K0999\nO2FP7\n855J5")
    expect(field).to_have_attribute("rows", "3")
    expect(Checker(page).result).to_be_hidden()
    assert "#" not in page.url


def test_pasted_too_soon(page: Page) -> None:
    """What is pasted before the module has come is checked when it has, without a key."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hold = hold_back(page, VALIDATOR)
    checker = Checker(page)
    arrive(page, f"validator/{fragment('855J5')}")
    checker.paste("K0999\nO2FP7")
    hold.let_go()
    checker.wait_for_result()

    expect(checker.field).to_have_value("K0999\nO2FP7")
    expect(checker.rows).to_have_count(2)


def test_pasted_too_soon_at_home(page: Page) -> None:
    """On the home page a paste waits for Enter, as it does later."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hold = hold_back(page, HOME)
    arrive(page, "")
    page.evaluate("navigator.clipboard.writeText('K0999')")
    page.locator("textarea").press("ControlOrMeta+v")
    hold.let_go()
    page.wait_for_function(f"() => {STATE} === 'started'")

    expect(page.locator("textarea")).to_have_value("K0999")
    assert "validator" not in page.url


def test_typed_and_not_asked(page: Page) -> None:
    """What was only typed stays in the field, and is checked when it is asked for."""
    hold = hold_back(page, VALIDATOR)
    checker = Checker(page)
    arrive(page, "validator/")
    checker.field.press_sequentially("K09")
    hold.let_go()
    checker.wait_until_ready()
    expect(checker.result).to_be_hidden()
    checker.field.press_sequentially("99")
    checker.field.press("Enter")
    checker.wait_for_result()

    expect(checker.verdict).to_have_text("Well formed as an NCAGE code")


@pytest.mark.parametrize("asked", [True, False])
def test_typed_goes_before_the_address(page: Page, asked: bool) -> None:  # noqa: FBT001 - pytest gives it by name
    """What was typed before the module has come stays, whatever the address holds."""
    hold = hold_back(page, VALIDATOR)
    checker = Checker(page)
    arrive(page, f"validator/{fragment('855J5')}")
    checker.field.press_sequentially("K0999")
    if asked:
        checker.field.press("Enter")
    hold.let_go()
    checker.wait_until_ready()
    # As after a visit to another page that the browser has kept alive.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(checker.field).to_have_value("K0999")
    if asked:
        expect(checker.verdict).to_have_text("Well formed as an NCAGE code")
        page.go_back()
        expect(checker.field).to_have_value("855J5")
    else:
        expect(checker.result).to_be_hidden()


def test_filled_in_by_the_browser(page: Page) -> None:
    """What a script or the browser puts into the field is not typed: the address prevails."""
    hold = hold_back(page, VALIDATOR)
    checker = Checker(page)
    arrive(page, f"validator/{fragment('855J5')}")
    checker.field.evaluate("field => { field.value = 'K0999'; }")
    hold.let_go()
    checker.wait_for_result()

    expect(checker.field).to_have_value("855J5")


def test_typed_and_deleted(page: Page) -> None:
    """What was typed and deleted again leaves the field to the address."""
    hold = hold_back(page, VALIDATOR)
    checker = Checker(page)
    arrive(page, f"validator/{fragment('855J5')}")
    checker.field.press_sequentially("K")
    checker.field.press("Backspace")
    hold.let_go()
    checker.wait_for_result()

    expect(checker.field).to_have_value("855J5")
