"""The schemes. The rules of each are in its module and nowhere else."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cagecore.schemes import cage, duns, lookalikes, ncage, uei

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cagecore.scheme import Scheme

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
"""The schemes that this library is about; the others are only recognised."""

__all__ = ["MAIN", "SCHEMES", "cage", "duns", "lookalikes", "ncage", "uei"]
