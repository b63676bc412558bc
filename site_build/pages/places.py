"""Where the site explains a scheme and a rule.

The library's JSON form has these addresses, because the validator links to them; so pages take them
from there, too.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from cagecore import wire


@cache
def _catalogue() -> dict[str, Any]:
    """Give the catalogue, made once."""
    return wire.catalogue()


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
    address: str = _catalogue()["schemes"][key]["page"]
    return address


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
    address: str = _catalogue()["schemes"][key]["anchor"]
    return address


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
    address: str = _catalogue()["rules"][key]["anchor"]
    return address
