"""How a window can be, and what sticks out of it."""

from playwright.sync_api import Page

# Elements that stick out of the window to the right, unless something around them scrolls or clips.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const { right, width: own } = element.getBoundingClientRect();
    if (own === 0 || right <= width + 1) continue;
    let around = element.parentElement;
    while (around && getComputedStyle(around).overflowX === "visible") {
      around = around.parentElement;
    }
    if (around && around !== document.body && around !== document.documentElement) continue;
    const text = element.textContent.trim().slice(0, 40);
    found.push(`${element.tagName}.${element.className}: ${text}`);
  }
  return found.slice(0, 5);
}"""

NARROW = 320
PHONE = 375
LARGE = 32
"""Twice the text size that browsers start with, in px."""


def stretch(page: Page, width: int, text: int | None = None) -> None:
    """Set the width of the window and, as the browser's settings do, the size of text."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    if text:
        session = page.context.new_cdp_session(page)
        session.send("Page.enable")
        session.send(
            "Page.setFontSizes", {"fontSizes": {"standard": text, "fixed": text * 13 // 16}}
        )
