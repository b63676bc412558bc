"""The pictures that a page can ask for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.pictures import diagram, timeline, world

if TYPE_CHECKING:
    from site_build.pages.page import Page


def picture(page: Page, name: str) -> str:
    """Draw a picture with its words.

    Args:
        page: The page.
        name: `world`, `timeline`, or the id of a diagram in `cagecore/data/diagrams.toml`.

    Returns:
        A figure in one line.

    Raises:
        KeyError: When there is no picture of that name.
    """
    if name == "world":
        return world.world(page)
    if name == "timeline":
        return timeline.timeline(page)
    return diagram.diagram(page, name)
