"""What a scheme is: its shape, its pattern, what sets it apart, and what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cagecore.schemes import MAIN, SCHEMES
from cagecore.wire.catalogue import scheme_place
from site_build.facts import read_toml
from site_build.markup import fact_list, fold, sentence, tag, text
from site_build.pages.confidence import backed
from site_build.pages.table import Column, Table

if TYPE_CHECKING:
    from site_build.pages.page import Page


def _title(page: Page, key: str) -> str:
    """Link a scheme to the place that explains it."""
    return tag("a", text(sentence(SCHEMES[key].name)), href=page.link(scheme_place(key)))


def _apart(_: Page, key: str) -> str:
    """Say what sets a scheme apart."""
    return text(SCHEMES[key].apart) or "–"


def _pattern(key: str) -> str:
    """Show a scheme's pattern."""
    return tag("code", text(SCHEMES[key].pattern), class_="cc-pattern")


def _row(key: str) -> dict[str, Any] | None:
    """Give a lookalike's row, which has its sources."""
    # The shapes of our own kinds are rules, each with its own source.
    return read_toml("lookalikes.toml").get(key)


KINDS: Final = Table[str](
    "cc-kinds",
    [
        Column("Kind", _title),
        Column("Shape", lambda _, key: text(sentence(SCHEMES[key].shape))),
        Column("What sets it apart", _apart),
    ],
    source=_row,
)
PATTERNS: Final = Table[str](
    "cc-patterns",
    [
        Column("Kind", lambda page, key: f"{_title(page, key)} {tag('code', key)}"),
        Column("Pattern", lambda _, key: _pattern(key)),
    ],
)


def kinds(page: Page, *names: str) -> str:
    """Set schemes side by side.

    Args:
        page: The page.
        names: Their ids; without any, all of them.

    Returns:
        A table.

    Raises:
        KeyError: When there is no such scheme.
    """
    return KINDS.render(page, names or SCHEMES)


def patterns(page: Page) -> str:
    """List the pattern of every scheme.

    Args:
        page: The page.

    Returns:
        A table, and a fold with that of the lookalikes.
    """
    others = [key for key in SCHEMES if key not in MAIN]
    more = fold(f"Patterns of {len(others)} lookalikes", PATTERNS.render(page, others))
    return PATTERNS.render(page, MAIN) + more


def facts(page: Page, name: str) -> str:
    """Say what a code of a scheme looks like, with its pattern.

    Args:
        page: The page.
        name: The scheme's id.

    Returns:
        A description list.
    """
    scheme = SCHEMES[name]
    known = _row(name)
    layouts = " or ".join(tag("code", text(layout)) for layout in scheme.layouts)
    pairs = {
        "Shape": text(sentence(scheme.shape)) + (backed(page, known) if known else ""),
        "Written": layouts and f"{layouts}, one # a character",
        "Pattern": _pattern(name),
        "What sets it apart": text(scheme.apart),
    }
    return fact_list(pairs)


def limits(_: Page, name: str) -> str:
    """List what a well formed code of a scheme does not show.

    Args:
        name: The scheme's id.

    Returns:
        A list.
    """
    items = "".join(tag("li", text(item)) for item in SCHEMES[name].limits)
    return tag("ul", items, class_="cc-limits")
