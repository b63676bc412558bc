"""The schemes. The rules of each are in its module and nowhere else."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cagecore.schemes import cage, duns, lookalikes, ncage, uei

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cagecore.schemes.scheme import Scheme

# The order decides between readings where nothing in the text does. A stock number comes before
# the DUNS number because thirteen digits are rarely DUNS+4.
SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {
        scheme.id: scheme
        for scheme in (
            cage.SCHEME,
            ncage.SCHEME,
            uei.SCHEME,
            lookalikes.NSN,
            duns.SCHEME,
            *lookalikes.SCHEMES.values(),
        )
    }
)
"""Every scheme by its id."""
MAIN: Final = ("cage", "ncage", "uei", "duns")
"""The schemes that this library is about; the others are only recognized."""


def kind_of(word: str) -> str | None:
    """Say what kind of code a word is, if it is one that holds a digit.

    Args:
        word: Any text; a code is of ASCII digits and capital letters.

    Returns:
        The id of CAGE, NCAGE, UEI or DUNS; `None` when it is no well formed code of these. A DUNS
        number with a suffix is none.

    Example:
        >>> kind_of("1ABC5")
        'cage'
        >>> kind_of("ATLAS") is None
        True
    """
    if word.isalpha():
        return None
    schemes = (SCHEMES[key] for key in MAIN if SCHEMES[key].lengths[0] == len(word))
    return next((scheme.id for scheme in schemes if scheme.accepts(word)), None)


__all__ = ["MAIN", "SCHEMES", "cage", "duns", "kind_of", "lookalikes", "ncage", "uei"]
