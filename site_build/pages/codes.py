"""Codes in a page: each leads to the validator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.markup import tag, visible

if TYPE_CHECKING:
    from site_build.pages.page import Page


def code_link(page: Page, code: str, expect: str | None = None) -> str:
    """Show a code that leads to the validator, with the code filled in.

    Args:
        page: The page.
        code: The code.
        expect: The kind the field is for, if one is to be chosen.

    Returns:
        HTML.
    """
    return tag("a", tag("code", visible(code)), href=page.validator(code, expect), class_="cc-code")
