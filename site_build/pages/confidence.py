"""How sure a row of a table is, said beside its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.facts import field
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


def sure(page: Page, one: object) -> str:
    """Fill a column that says how sure each row is.

    Args:
        page: The page.
        one: A row with `confidence` and `sources`.

    Returns:
        HTML.
    """
    return text(sentence(field(one, "confidence"))) + tag("small", cited(page, one))


def rated(page: Page, one: object) -> str:
    """Say below a section how sure it is, with its sources.

    Args:
        page: The page.
        one: A row with `confidence` and `sources`.

    Returns:
        HTML.
    """
    confidence = text(sentence(field(one, "confidence")))
    return tag("p", f"{RATED}: {confidence}. {cited(page, one)}", class_="cc-meta")


def backing(page: Page, one: object) -> str:
    """Cite a row's sources where no column says how sure it is: then only a doubt is mentioned.

    Args:
        page: The page.
        one: A row with `confidence` and `sources`.

    Returns:
        HTML.
    """
    confidence = field(one, "confidence")
    doubt = "" if confidence == "high" else f"{RATED}: {text(confidence)}. "
    return tag("small", doubt + cited(page, one))


def cited(page: Page, *rows: object) -> str:
    """Cite the sources of rows, each once.

    Args:
        page: The page.
        rows: Rows with `sources`, which in a CSV table are separated by spaces.

    Returns:
        HTML.
    """
    several = (field(one, "sources") for one in rows)
    keys = (keys.split() if isinstance(keys, str) else keys for keys in several)
    return citations(page, *dict.fromkeys(key for each in keys for key in each))
