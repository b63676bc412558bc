"""Codes to try, with what each is and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import read_csv
from site_build.markup import tag, text
from site_build.pages.codes import code_link
from site_build.pages.confidence import backed

if TYPE_CHECKING:
    from site_build.pages.page import Page


def examples_of(scheme: str) -> list[dict[str, str]]:
    """Give the examples of a scheme.

    Args:
        scheme: The scheme's id.

    Returns:
        Rows of `cagecore/data/examples.csv`.

    Example:
        >>> [one["code"] for one in examples_of("ncage")][:1]
        ['K0999']
    """
    return [one for one in read_csv("examples.csv") if one["scheme"] == scheme]


def example_of(scheme: str, code: str) -> dict[str, str]:
    """Give one example, for a template to show.

    Args:
        scheme: The scheme's id.
        code: The code.

    Returns:
        Its row.

    Raises:
        ValueError: The table does not have it once.
    """
    (found,) = (one for one in examples_of(scheme) if one["code"] == code)
    return found


def examples(page: Page, name: str) -> str:
    """List codes to try.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A list of links to the validator.
    """
    items = ""
    for one in examples_of(name):
        code = code_link(page, one["code"], name)
        items += tag("li", f"{code} {text(one['what'])}{backed(page, one)}")
    return tag("ul", items, class_="cc-cases")
