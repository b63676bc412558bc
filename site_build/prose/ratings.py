"""How sure a row of a table is, in words."""

from __future__ import annotations

from typing import Final

RATINGS: Final = {
    "high": "the text itself was read, or two sources agree",
    "medium": "only one good source says so",
    "low": "the source is weak, or it is common knowledge",
}
"""What each confidence rests on."""
TAGS: Final = {"high": "", "medium": "one source", "low": "weak source"}
"""What is said beside a statement; nothing where it is sure."""
OLD: Final = "old list"
"""What is said about a row whose list is more than a year old."""
