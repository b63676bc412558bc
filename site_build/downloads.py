"""What the pages say of downloads: the wheel, where to get it, and the sizes of the runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.markup import tag, text
from site_build.runtime import manifest

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


def runtime_size(_: Page, path: str) -> str:
    """Say how much has to come over the line before Python runs.

    Args:
        path: Which way it starts, `snapshot` or `ordinary`.

    Returns:
        A size in megabytes.
    """
    files = manifest()["paths"][path].values()
    return f"{sum(file['packed'] for file in files) / 1e6:.1f} MB"
