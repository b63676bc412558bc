"""What the pages say of downloads: the wheel, where to get it, and the sizes of what is loaded."""

from __future__ import annotations

import gzip
from functools import cache
from typing import TYPE_CHECKING

from cagecore import __version__
from cagecore.wire.patterns import patterns
from site_build.host.sizes import amount
from site_build.markup import data_block, tag, text
from site_build.runtime.manifest import manifest
from site_build.site import DOWNLOADS

if TYPE_CHECKING:
    from site_build.pages.page import Page


def wheel_name(_: Page) -> str:
    """Give the file name of the wheel.

    Returns:
        Its name; a pure wheel of this version can have no other.
    """
    return f"cagecore-{__version__}-py3-none-any.whl"


def wheel(page: Page) -> str:
    """Link to the wheel.

    Args:
        page: The page.

    Returns:
        A link.
    """
    name = wheel_name(page)
    return tag("a", text(name), href=page.link(f"{DOWNLOADS}/{name}"))


def runtime_size(_: Page, path: str) -> str:
    """Say how much has to come over the line before Python runs.

    Args:
        path: Which way it starts, `snapshot` or `ordinary`.

    Returns:
        A size in megabytes.
    """
    files = manifest()["paths"][path].values()
    return f"{sum(file['packed'] for file in files) / 1e6:.1f} MB"


@cache
def patterns_data() -> str:
    """Write the patterns, as the validator's page has them.

    Returns:
        HTML.
    """
    return data_block("patterns", patterns())


def patterns_size(_: Page) -> str:
    """Say how much of the validator's page the patterns are.

    Returns:
        A size, compressed, in kilobytes.
    """
    return amount(len(gzip.compress(patterns_data().encode(), mtime=0)))
