"""How much of the line each part of the site may take, and how a size is written."""

from __future__ import annotations

BUDGETS = {
    "page": 110_000,
    "page-with-map": 140_000,
    "validator": 160_000,
    "search": 130_000,
    "kept-at-once": 190_000,
    "snapshot": 8_300_000,
    "ordinary": 4_500_000,
}
"""The most that a part of the site may take of the line, in bytes. Tests hold the site to it."""


def amount(size: int) -> str:
    """Write a size for people; 1 kB is 1,000 bytes.

    Args:
        size: In bytes.

    Returns:
        Whole kilobytes, or megabytes with one decimal.

    Example:
        >>> amount(9_499), amount(2_850_000)
        ('9 kB', '2.9 MB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 999_500 else f"{size / 1000:.0f} kB"  # noqa: PLR2004 - what rounds to 1.0 MB
