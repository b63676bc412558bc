"""How sure a row of a table is, told beside its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from site_build.markup import fact_list, sentence, tag, text
from site_build.sources import citations

if TYPE_CHECKING:
    from site_build.page import Page

RATINGS: Final = {
    "high": "the text itself was read, or two sources agree",
    "medium": "one good source",
    "low": "a weak source, or common knowledge",
}
"""What stands behind a row of each confidence."""
RATED: Final = "How sure"
"""What a rating is called."""


def ratings(_: Page) -> str:
    """Say what each rating means.

    Returns:
        A list.
    """
    return fact_list({sentence(one): text(sentence(RATINGS[one])) + "." for one in RATINGS})


def in_short() -> str:
    """Say what the ratings mean in one line.

    Returns:
        Plain text.

    Example:
        >>> in_short()[:52]
        'High: the text itself was read, or two sources agree'
    """
    return " ".join(f"{sentence(one)}: {means}." for one, means in RATINGS.items())


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
