"""What was typed, turned into clean text, with every place kept. Nothing here knows a scheme."""

from cagecore.text.text import Text, read_text

__all__ = ["Text", "read_text"]
