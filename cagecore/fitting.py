"""Every scheme whose codes a text looks like: all patterns of its length are tried in one pass."""

from __future__ import annotations

import re
from itertools import compress, product
from typing import TYPE_CHECKING, Final, TypeAlias

from cagecore.grouping import grouped_schemes
from cagecore.schemes import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cagecore.report import Reading
    from cagecore.text import Text

    _Matched: TypeAlias = tuple[str | None, ...]
    _Readers: TypeAlias = tuple[
        Callable[[str], re.Match[str] | None],
        Mapping[_Matched, tuple[Callable[[Text], Reading], ...]],
    ]

BY_LENGTH: Final = {
    length: tuple(scheme for scheme in SCHEMES.values() if length in scheme.lengths)
    for length in sorted({length for scheme in SCHEMES.values() for length in scheme.lengths})
}
"""The schemes that have codes of a length, in their order."""


def _readers(length: int) -> _Readers:
    """Give what tries all patterns of a length, and for each outcome what then reads the text.

    To match one pattern after the other would take a fifth of a report. Each has an empty group,
    which is set if it matched.
    """
    schemes = [scheme for scheme in BY_LENGTH[length] if length in scheme.ungrouped_lengths]
    match = re.compile("".join(rf"(?:(?=(?:{one.pattern})\Z)()|)" for one in schemes)).match
    reads = [scheme.read_match for scheme in schemes]
    return match, {
        tuple("" if one else None for one in outcome): tuple(compress(reads, outcome))
        for outcome in product((True, False), repeat=len(schemes))
    }


_READERS: Final = {length: _readers(length) for length in BY_LENGTH}
_NO_READERS: Final[_Readers] = (re.compile("(?!)").match, {})
"""For a length that no code has: nothing matches."""


def fitting(text: Text) -> list[Reading]:
    """Read a text as everything that it fits.

    Args:
        text: The text, read, of unknown kind.

    Returns:
        A reading for each scheme whose pattern matches and whose grouping it may be, in the order
        of the schemes.

    Example:
        >>> from cagecore.text import read_text
        >>> [reading.scheme for reading in fitting(read_text("541330"))]
        ['naics', 'dodaac']
    """
    code = text.code
    if len(text.groups) == 1:
        match, reads = _READERS.get(len(code), _NO_READERS)
        found = match(code)
        return [read(text) for read in reads[found.groups()]] if found else []
    schemes = grouped_schemes(text, BY_LENGTH.get(len(code), ()))
    return [scheme.read_match(text) for scheme in schemes]
