"""What may have been meant: other codes, each with the damage that explains the text."""

from cagecore.suggestions.suggested import suggest

__all__ = ["suggest"]
