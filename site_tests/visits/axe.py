"""axe on a page: WCAG 2.0, 2.1 and 2.2 at A and AA, and best practices.

axe runs in full where the page is wide and light. For the other three ways to see it, only what can
differ is run: where it is narrow everything but the contrast, where it is dark the header, whose
switch has another name then, and in all three the contrast of each look. Contrast takes most of
axe's time, and it is the same for elements of the same font, color and backgrounds.
"""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

NARROW, WIDE = 375, 1280
CONTRAST = "color-contrast"
OPTIONS: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
BUT_CONTRAST = {**OPTIONS, "rules": {CONTRAST: {"enabled": False}}}

SCHEMES = {"light": "default", "dark": "slate"}
"""What the theme calls its schemes."""
# The theme's own switch, which takes no focus from where it is.
SWITCH = (
    "scheme => document.querySelector(`[name=__palette][data-md-color-scheme=${scheme}]`).click()"
)

# The theme makes a code block that has become too wide focusable once its new size is observed: a
# frame brings the size, and its end the observers. In the third frame all of that is over.
FRAMES = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
})"""

# One element for each look, and the header. Kind and classes are part of a look, as are those of
# everything around an element.
LOOKS = """() => {
  const looks = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own && !element.matches("input, textarea, select, button")) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const look = [color, fontSize, fontWeight];
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one);
      look.push(one.localName, one.className, backgroundColor, backgroundImage, opacity);
    }
    if (!looks.has(look.join())) looks.set(look.join(), element);
  }
  return [...looks.values(), document.querySelector("header")];
}"""
RUN = f"""async ([everything, options]) => {{
  const context = everything ? document : {{ include: ({LOOKS})() }};
  const {{ violations }} = await axe.run(context, options);
  return violations.map(({{ id, nodes }}) => {{
    const places = nodes.slice(0, 3).map(({{ html }}) => html.slice(0, 120));
    return `${{id}}, ${{nodes.length}} times: ${{places}}`;
  }});
}}"""

axe = Axe()


def violations(page: Page) -> list[str]:
    """Run axe on a page that is open, wide and narrow, light and dark; give each violation.

    The page is wide and light again after it.
    """
    # Without motion, so that no color is seen halfway to another.
    page.emulate_media(reduced_motion="reduce")
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe.axe_script)
    _see(page, WIDE, "light")
    found = {"wide, light": _run(page, OPTIONS)}
    _see(page, NARROW, "light")
    found["narrow, light"] = [*_run(page, BUT_CONTRAST), *_run(page, OPTIONS, everything=False)]
    _see(page, NARROW, "dark")
    found["narrow, dark"] = _run(page, OPTIONS, everything=False)
    _see(page, WIDE, "dark")
    found["wide, dark"] = _run(page, OPTIONS, everything=False)
    _see(page, WIDE, "light")
    return [f"{how}: {problem}" for how, problems in found.items() for problem in problems]


def _see(page: Page, width: int, scheme: Any) -> None:  # noqa: ANN401 - Playwright's own words
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.evaluate(FRAMES)
    page.evaluate(SWITCH, SCHEMES[scheme])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])


def _run(page: Page, options: dict[str, Any], *, everything: bool = True) -> list[str]:
    found: list[str] = page.evaluate(RUN, [everything, options])
    return found
