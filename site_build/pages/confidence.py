"""How sure a row of a table is, told beside its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_build.markup import fact_list, sentence, tag, text
from site_build.pages.sources import citations
from site_build.prose.ratings import RATED, RATINGS

if TYPE_CHECKING:
    from site_build.pages.page import Page


def ratings(_: Page) -> str:
    """Say what each rating means.

    Returns:
        A list.
    """
    return fact_list({sentence(one): text(sentence(RATINGS[one])) + "." for one in RATINGS})


def sure(page: Page, one: dict[str, Any]) -> str:
    """Fill a column that says how sure each row is.

    Args:
        page: The page.
        one: A row with `confidence` and `sources`.

    Returns:
        HTML.
    """
    return text(sentence(one["confidence"])) + tag("small", _cited(page, one))


def rated(page: Page, one: dict[str, Any]) -> str:
    """Say below a section how sure it is, with its sources.

    Args:
        page: The page.
        one: A row with `confidence` and `sources`.

    Returns:
        HTML.
    """
    told = f"{RATED}: {text(sentence(one['confidence']))}. {_cited(page, one)}"
    return tag("p", told, class_="cc-meta")


def backing(page: Page, one: dict[str, Any]) -> str:
    """Cite a row's sources where no column says how sure it is: then only a doubt is told.

    Args:
        page: The page.
        one: A row with `confidence` and `sources`.

    Returns:
        HTML.
    """
    doubt = "" if one["confidence"] == "high" else f"{RATED}: {text(one['confidence'])}. "
    return tag("small", doubt + _cited(page, one))


def _cited(page: Page, one: dict[str, Any]) -> str:
    """Cite the sources of a row, which in a CSV table are separated by spaces."""
    keys = one["sources"]
    return citations(page, *(keys.split() if isinstance(keys, str) else keys))
