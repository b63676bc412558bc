"""How a scheme is declared: its shape and rules, what readers are told, and the words for using it.

No fact about any identifier is in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from cagecore.report import InvalidCodeError, Part
from cagecore.rulebook import Rulebook
from cagecore.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cagecore.report import Report

_DECLARED: Final[dict[str, Scheme]] = {}


def declared(scheme: str) -> Scheme:
    """Give the one scheme of an id: there is never another that is equal to it.

    Args:
        scheme: The id.

    Returns:
        The scheme.

    Example:
        >>> declared("uei")
        declared('uei')
    """
    return _DECLARED[scheme]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Scheme(Rulebook):
    """A kind of identifier: its shape, its rules, and python-stdnum's words for using them.

    Attributes (beside those of its shape and its rules):
        name: What readers call it, e.g. `UEI`.
        article: `a` or `an`, to go before the name.
        page: The page about it, below `identifiers/`.
        section: Its part of that page, where the page is about others, too.
        apart: What tells it apart from other codes that look the same; may be empty.
        parts: The anatomy.
        parts_of: Gives the anatomy of one code, where it tells more than that of all.
        limits: What a well formed code does not tell.
        lookups: Keys into the table of official look-ups.
        lookups_of: Gives those for one code, where it tells which are of no use.
        expectable: Whether a field can be said to be for it. Not where the shape is only inferred.
        reporter: Makes the report of a text in a field for some schemes. It has to know them all,
            so `cagecore.classify` puts it here.

    Example:
        >>> from cagecore.schemes import SCHEMES
        >>> SCHEMES["uei"].is_valid("v24hye4yvgh6")
        True
    """

    reporter: ClassVar[Callable[[str, Sequence[str]], Report]]

    name: str
    article: str
    page: str
    section: str = ""
    apart: str = ""
    parts: tuple[Part, ...] = ()
    parts_of: Callable[[str], tuple[Part, ...]] | None = None
    limits: tuple[str, ...] = ()
    lookups: tuple[str, ...] = ()
    lookups_of: Callable[[str], tuple[str, ...]] | None = None
    expectable: bool = True

    def __post_init__(self) -> None:
        """Let the scheme be found by its id."""
        Rulebook.__post_init__(self)
        _DECLARED.setdefault(self.id, self)

    def __repr__(self) -> str:
        """Write what gives the scheme again."""
        return f"declared({self.id!r})"

    def __reduce__(self) -> tuple[Callable[[str], Scheme], tuple[str]]:
        """Copy and pickle by the id, so that a method can be handed to another process."""
        return declared, (self.id,)

    def compact(self, text: str) -> str:
        """Clean a text without judging it.

        Args:
            text: Any text.

        Returns:
            What is left when white space, labels and the like are taken away; upper case.

        Example:
            >>> from cagecore import cage
            >>> cage.compact(" cage: 1abc5")
            '1ABC5'
        """
        return read_text(text).code

    def validate(self, text: str) -> str:
        """Give the clean code, or say why there is none.

        Args:
            text: Any text.

        Returns:
            The clean code.

        Raises:
            InvalidCodeError: If the text is not well formed; it carries the report that `check`
                gives of the text in a field for this scheme.
            TypeError: If `text` is not a `str`.

        Example:
            >>> from cagecore import uei
            >>> uei.validate("v24hye4yvgh6")
            'V24HYE4YVGH6'
        """
        code = self.compact(text)
        if not self.accepts(code):
            raise InvalidCodeError(Scheme.reporter(text, (self.id,)))
        return code

    def is_valid(self, text: str) -> bool:
        """Whether a text is a well formed code of this scheme; never whether one was issued.

        Args:
            text: Any text.

        Returns:
            Whether `validate` would return.

        Example:
            >>> from cagecore import cage
            >>> cage.is_valid("1ABO5")
            False
        """
        return self.accepts(read_text(text).code)

    def format(self, text: str) -> str:
        """Write a code as people do, in groups where the scheme has them.

        Args:
            text: Any text.

        Returns:
            The clean code in the scheme's layout; as it is where no layout has its length.

        Example:
            >>> from cagecore import duns
            >>> duns.format("123456789")
            '12-345-6789'
        """
        return self.lay_out(self.compact(text))
