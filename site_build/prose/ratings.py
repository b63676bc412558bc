"""How sure a row of a table is, in words."""

from __future__ import annotations

from typing import Final

from site_build.markup import sentence

RATINGS: Final = {
    "high": "the text itself was read, or two sources agree",
    "medium": "one good source",
    "low": "a weak source, or common knowledge",
}
"""What each confidence rests on."""
RATED: Final = "How sure"
"""What a rating is called."""


def in_short() -> str:
    """Say what the ratings mean in one line.

    Returns:
        Plain text.

    Example:
        >>> in_short()[:52]
        'High: the text itself was read, or two sources agree'
    """
    return " ".join(f"{sentence(one)}: {means}." for one, means in RATINGS.items())
