"""Pictures, drawn while the site is built from the same data as the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.pictures import anatomy, diagram, timeline, world

__all__ = ["anatomy", "picture"]

if TYPE_CHECKING:
    from site_build.page import Page


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
