"""The validator page as a person sees it: by role, label and heading."""

from urllib.parse import quote

from playwright.sync_api import Locator, Page, ViewportSize, Worker, expect

ADDRESS = "validator/"
WINDOW: ViewportSize = {"width": 1280, "height": 900}
START_UP = 120_000
"""Milliseconds after which a busy machine is given up on."""


def python_workers(page: Page) -> list[Worker]:
    """Give the workers that run Python; the search has one of its own."""
    return [worker for worker in page.workers if worker.url.startswith("blob:")]


class Checker:
    """The validator on one page."""

    def __init__(self, page: Page) -> None:
        """Name the parts; nothing is loaded yet."""
        self.page = page
        self.field = page.get_by_label("Code, or a list of codes")
        self.choice = page.get_by_label("This field is for")
        self.button = page.get_by_role("button", name="Check", exact=True)
        self.status = page.get_by_role("status")
        self.message = page.locator("#cc-message")
        self.progress = page.locator("[data-part='progress']")
        self.bar = page.get_by_role("progressbar", name="Loading of the full check")
        self.fetch = page.get_by_role("button", name="Load the full check")
        self.again = page.get_by_role("button", name="Try again")
        self.result = page.get_by_role("region", name="Result")
        self.verdict = self.result.get_by_role("heading", level=2)
        self.card = self.result.get_by_role("article").locator("header").first
        self.by = self.result.locator(".cc-by").first
        self.detail = self.result.get_by_role("region", name="The chosen line")
        self.rows = self.result.get_by_role("rowgroup").last.get_by_role("row")

    def open(self, fragment: str = "") -> None:
        """Go to the validator, with a fragment as it is in an address."""
        self.page.goto(ADDRESS + fragment)

    def wait_until_ready(self) -> None:
        """Wait until Python has started."""
        expect(self.progress).to_have_text(
            "Ready. What you type is sent nowhere.", timeout=START_UP
        )

    def clear(self) -> None:
        """Empty the form, remove the result, and see the page as it was when opened."""
        self.page.set_viewport_size(WINDOW)
        self.page.emulate_media(
            media="null", color_scheme="null", reduced_motion="null", forced_colors="null"
        )
        self.page.evaluate("location.hash = 'code='")
        expect(self.result).to_be_hidden()
        self.field.fill("")
        self.choice.select_option("")

    def check(self, text: str, expected: str = "Any kind") -> None:
        """Type a text, choose what the field is for, and press Enter."""
        self.field.fill(text)
        self.choice.select_option(expected)
        self.field.press("ControlOrMeta+Enter" if "\n" in text else "Enter")
        self.wait_for_result()

    def wait_for_result(self) -> None:
        """Wait until a result is shown and nothing more is to come."""
        expect(self.page.locator("[data-state='ready']")).to_be_visible(timeout=START_UP)
        expect(self.result).to_be_visible()

    def paste(self, text: str) -> None:
        """Paste a text from the clipboard."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.field.press("ControlOrMeta+v")

    def clipboard(self) -> str:
        """Read what was copied."""
        text: str = self.page.evaluate("navigator.clipboard.readText()")
        return text

    def wait_for_look(self) -> None:
        """Wait until the patterns have spoken."""
        expect(self.by).to_have_text("First look, by the patterns")

    def section(self, title: str) -> Locator:
        """Give the part of the result under a heading."""
        heading = self.page.get_by_role("heading", name=title, exact=True)
        return self.result.locator("section").filter(has=heading)


def words(locator: Locator) -> list[str]:
    """Give the text of each element with single spaces."""
    return [" ".join(text.split()) for text in locator.all_inner_texts()]


def fragment(text: str, expected: str = "") -> str:
    """Write the fragment that names a text, as any program would."""
    choice = f"&expect={quote(expected, safe='')}" if expected else ""
    return f"#code={quote(text, safe='')}{choice}"


def on_line(page: Page, connection: str) -> None:
    """Let the browser report a line."""
    page.add_init_script(
        f"Object.defineProperty(navigator, 'connection', {{ get: () => ({connection}) }});"
    )
