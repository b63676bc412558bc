"""The standings of nations in NATO codification: what each means, in words for readers."""

from __future__ import annotations

from typing import Final

STANDINGS: Final = {
    "NATO": "NATO nation: its bureau assigns its codes, or the one that the table names",
    "Tier 2": "Tier 2 nation: its bureau assigns its codes",
    "Tier 1": "Tier 1 nation: has a bureau; codes used abroad are NSPA’s",
    "other": "Other nation with a bureau’s number; codes used abroad are NSPA’s",
    "NSPA": "No bureau number; codes, if any, come from NSPA",
    "DLA": "United States and outlying areas: DLA assigns the codes",
    "untold": "A territory or disputed area without a row of its own in the lists",
}
"""What each standing means, in the order of the map's legend."""
