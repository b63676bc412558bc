"""What every picture has: a name and a description for those who do not see it, and a caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.markup import tag, text

if TYPE_CHECKING:
    from collections.abc import Callable

NARROW: Final = 340
"""The room of a phone that is 375 pixels wide, less its margins: letters keep their size."""
WIDE: Final = 680
"""The room of a page's text on a screen."""


def svg(name: str, size: tuple[int, int], title: str, description: str, drawn: str) -> str:
    """Frame a drawing.

    Args:
        name: The picture's name, with which its ids begin; used once on a page.
        size: Width and height of the drawing.
        title: What it is called.
        description: What it shows, in a sentence or two.
        drawn: What is inside, already SVG.

    Returns:
        An `svg` element that is read out as one picture.
    """
    ids = f"picture-{name}-title", f"picture-{name}-desc"
    words = tag("title", text(title), id=ids[0]) + tag("desc", text(description), id=ids[1])
    # `tag` would write viewBox in the case it is given, as HTML parsers want it.
    return tag(
        "svg",
        words + drawn,
        class_="cc-picture__drawing",
        role="img",
        aria_labelledby=" ".join(ids),
        viewBox=f"0 0 {size[0]} {size[1]}",
        width=str(size[0]),
        height=str(size[1]),
    )


def both(name: str, draw: Callable[[str, int], str]) -> str:
    """Draw a picture twice, so that its letters are as large as the text on any screen.

    Args:
        name: The picture's name.
        draw: Gives the drawing of a name and a width.

    Returns:
        The one for narrow screens and paper, and the one for wide screens; one is shown.
    """
    narrow = tag("div", draw(name, NARROW), class_="cc-picture__narrow")
    return narrow + tag("div", draw(f"{name}-wide", WIDE), class_="cc-picture__wide")


def figure(name: str, drawing: str, words: str, caption: str) -> str:
    """Put a drawing, its text equivalent and its caption together.

    Args:
        name: The picture's name.
        drawing: The `svg`.
        words: The text equivalent, already HTML; empty where the caption leads to it.
        caption: The caption with its sources, already HTML.

    Returns:
        A figure.
    """
    beside = tag("div", words, class_="cc-picture__words") if words else ""
    inside = drawing + beside + tag("figcaption", caption)
    return tag("figure", inside, id=f"picture-{name}", class_=f"cc-picture cc-picture--{name}")


def element(name: str, content: str = "", **attributes: float | str | None) -> str:
    """Write one element of a drawing.

    Args:
        name: Its name.
        content: What is inside, already SVG.
        attributes: As for `tag`; numbers are written as short as they can be.

    Returns:
        The element.

    Example:
        >>> element("circle", cx=1.50, cy=2, r=3.0)
        '<circle cx="1.5" cy="2" r="3"></circle>'
    """
    written = {
        key: value if isinstance(value, str) or value is None else number(value)
        for key, value in attributes.items()
    }
    return tag(name, content, **written)


def number(value: float) -> str:
    """Write a number with at most two places.

    Args:
        value: The number.

    Returns:
        The number without zeros at its end.

    Example:
        >>> number(1.50), number(3.0), number(-0.001)
        ('1.5', '3', '0')
    """
    return f"{round(value, 2) + 0:g}"
