"""By what other names nations are known, from the package `i18n-iso-countries`."""

from __future__ import annotations

import json
from functools import cache

from site_build.site import PACKAGES

PACKAGE = PACKAGES / "i18n-iso-countries"


def other_names(nation: str) -> list[str]:
    """Give what people also call a nation in English, its two-letter code included.

    Args:
        nation: Its three-letter code in ISO 3166-1.

    Returns:
        The names and the code.

    Raises:
        KeyError: When there is no such nation.

    Example:
        >>> other_names("TUR")
        ['TR', 'Türkiye', 'Turkey']
    """
    code = _two_letters()[nation]
    return [code, *_names()[code]]


@cache
def _two_letters() -> dict[str, str]:
    """Give two-letter codes by three-letter codes."""
    rows = json.loads((PACKAGE / "codes.json").read_bytes())
    return {three: two for two, three, *_ in rows}


@cache
def _names() -> dict[str, list[str]]:
    """Give English names by two-letter code."""
    countries = json.loads((PACKAGE / "langs/en.json").read_bytes())["countries"]
    return {code: [names] if isinstance(names, str) else names for code, names in countries.items()}
