"""What a text can be: by which schemes it is judged, and what it is as a code of each."""

from cagecore.readings.asked import Asked, asked_for
from cagecore.readings.context import in_context
from cagecore.readings.readings import Readings, read_as

__all__ = ["Asked", "Readings", "asked_for", "in_context", "read_as"]
