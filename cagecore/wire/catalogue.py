"""What a page needs to show any report: schemes, rules, sources, look-ups, nations."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from cagecore import __version__
from cagecore.facts.nations import allocations, issuer_names, nation_names
from cagecore.facts.sources import sources
from cagecore.facts.tables import read_csv, read_toml
from cagecore.readings.context import AMONG_READINGS
from cagecore.report import BASES, SEVERITIES
from cagecore.schemes import MAIN, SCHEMES
from cagecore.text.draft import AS_TYPED
from cagecore.wire.reports import MOST_CELLS

if TYPE_CHECKING:
    from cagecore.rules import Rule

_PAGES: Final = "identifiers"
_TEXT_PAGE: Final = f"{_PAGES}/text/"


def rules() -> dict[str, Rule[Any]]:
    """Give every rule by its id: those about a text, then those of each scheme.

    Returns:
        The rules, in the order in which they are declared.

    Example:
        >>> rules()["wrong-field"].title
        'A code of another kind'
    """
    found: dict[str, Rule[Any]] = {**AS_TYPED.rules, **AMONG_READINGS.rules}
    for scheme in SCHEMES.values():
        found.update(scheme.rules)
    return found


def scheme_page(key: str) -> str:
    """Give the page of a scheme.

    Args:
        key: The scheme's id.

    Returns:
        Its address below the site's root.

    Raises:
        KeyError: When there is no such scheme.

    Example:
        >>> scheme_page("naics")
        'identifiers/lookalikes/'
    """
    return f"{_PAGES}/{SCHEMES[key].page}/"


def scheme_place(key: str) -> str:
    """Give the place on its page where a scheme is explained.

    Args:
        key: The scheme's id.

    Returns:
        Its address below the site's root.

    Raises:
        KeyError: When there is no such scheme.

    Example:
        >>> scheme_place("naics")
        'identifiers/lookalikes/#naics'
    """
    section = SCHEMES[key].section
    return scheme_page(key) + (section and f"#{section}")


def rule_place(key: str) -> str:
    """Give the place on its page where a rule is explained.

    Args:
        key: The rule's id.

    Returns:
        Its address below the site's root.

    Raises:
        KeyError: When there is no such rule.

    Example:
        >>> rule_place("uei-leading-zero")
        'identifiers/uei/#uei-leading-zero'
    """
    scheme = rules()[key].scheme
    return (scheme_page(scheme) if scheme else _TEXT_PAGE) + f"#{key}"


def catalogue() -> dict[str, Any]:
    """Give what a page needs to show any report: schemes, rules, sources, look-ups, nations.

    Returns:
        What JSON can hold. Anchors are relative to the root of the site.

    Example:
        >>> catalogue()["rules"]["uei-leading-zero"]["anchor"]
        'identifiers/uei/#uei-leading-zero'
    """
    examples: dict[str, list[dict[str, Any]]] = {}
    for row in read_csv("examples.csv"):
        example = {**row, "sources": row["sources"].split()}
        del example["scheme"]
        examples.setdefault(row["scheme"], []).append(example)
    return {
        "version": __version__,
        "most_cells": MOST_CELLS,
        "schemes": {
            scheme.id: {
                "name": scheme.name,
                "ours": scheme.id in MAIN,
                "article": scheme.article,
                "page": scheme_page(scheme.id),
                "anchor": scheme_place(scheme.id),
                "pattern": scheme.pattern,
                "lengths": list(scheme.lengths),
                "shape": scheme.shape,
                "apart": scheme.apart,
                "layouts": list(scheme.layouts),
                "parts": [asdict(part) for part in scheme.parts],
                "limits": list(scheme.limits),
                "lookups": list(scheme.lookups),
                "expectable": scheme.expectable,
                "examples": examples.get(scheme.id, []),
            }
            for scheme in SCHEMES.values()
        },
        "rules": {
            rule.id: {
                "title": rule.title,
                "scheme": rule.scheme,
                "anchor": rule_place(rule.id),
                "severity": rule.severity,
                "basis": rule.basis,
                "source": rule.source,
                "explanation": rule.explanation,
                "example": rule.example,
                "doubt": rule.doubt,
                "always": rule.always,
            }
            for rule in rules().values()
        },
        "severities": dict(SEVERITIES),
        "bases": dict(BASES),
        "sources": {key: asdict(source) for key, source in sources().items()},
        "lookups": read_toml("lookups.toml"),
        "nations": dict(nation_names()),
        "issuers": dict(issuer_names()),
        "structures": [{**asdict(row), "national": row.national} for row in allocations()],
    }
