"""The wheel on the pages: its name, and where to get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.markup import tag, text

if TYPE_CHECKING:
    from site_build.page import Page


def wheel_name(page: Page) -> str:
    """Give the file name of the wheel.

    Args:
        page: The page.

    Returns:
        Its name; a pure wheel of this version can have no other.
    """
    return f"cagecore-{page.catalogue['version']}-py3-none-any.whl"


def wheel(page: Page) -> str:
    """Link to the wheel.

    Args:
        page: The page.

    Returns:
        A link.
    """
    name = wheel_name(page)
    return tag("a", text(name), href=page.link(f"downloads/{name}"))
