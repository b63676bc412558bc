"""The identifiers and the words of the glossary, as search engines read definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cagecore import SCHEMES
from cagecore.wire.catalogue import scheme_page
from site_build.facts import read_keyed, read_toml
from site_build.markup import sentence

if TYPE_CHECKING:
    from cagecore.schemes.scheme import Scheme

GLOSSARY: Final = "questions/glossary/"
"""The page that has every term."""


def identifiers(url: str, content: str, site: str) -> list[dict[str, Any]]:
    """Define each identifier that a page is about.

    Args:
        url: The page's address below the site's root.
        content: The page's HTML, which may have a place of its own for each of several schemes.
        site: The site's address, ending in a slash.

    Returns:
        A `DefinedTerm` of schema.org for each scheme whose page it is.
    """
    here = {key: one for key, one in SCHEMES.items() if scheme_page(key) == url}
    places = {key: f"#{key}" if len(here) > 1 and f'id="{key}"' in content else "" for key in here}
    return [
        _identifier(key, scheme, site + url + places[key]) | {"inDefinedTermSet": site + GLOSSARY}
        for key, scheme in here.items()
    ]


def glossary(site: str) -> dict[str, Any]:
    """Define every term of the glossary.

    Args:
        site: The site's address, ending in a slash.

    Returns:
        A `DefinedTermSet` of schema.org with all its terms.
    """
    address = site + GLOSSARY
    terms = [
        _term(
            one["term"],
            [one["stands_for"]] if "stands_for" in one else [],
            one["meaning"],
            f"{address}#term-{one['id']}",
        )
        for one in read_keyed("glossary.toml")
    ]
    return {"@type": "DefinedTermSet", "@id": address, "url": address, "hasDefinedTerm": terms}


def _identifier(key: str, scheme: Scheme, url: str) -> dict[str, Any]:
    """Define a scheme by the glossary's words and its shape."""
    word = read_toml("glossary.toml").get(key, {})
    others = [name for name in (word.get("term"), word.get("stands_for")) if name]
    meaning = f"{word.get('meaning', '')} {sentence(scheme.shape)}."
    return _term(sentence(scheme.name), others, meaning, url)


def _term(name: str, others: list[str], meaning: str, url: str) -> dict[str, Any]:
    """Write one definition."""
    described = " ".join(meaning.replace("`", "").split())
    more = [other for other in others if other != name]
    alternate = {"alternateName": more} if more else {}
    return {"@type": "DefinedTerm", "name": name, **alternate, "description": described, "url": url}
