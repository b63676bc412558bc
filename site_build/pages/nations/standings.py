"""The standings of nations in NATO codification: what each means, in words for readers."""

from __future__ import annotations

from typing import Final

from site_build.facts import read_csv

STANDINGS: Final = {row["standing"]: row["meaning"] for row in read_csv("standings.csv")}
"""What each standing means, in the order of the table; empty where the map does not show it."""
