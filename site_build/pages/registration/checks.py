"""The checks of a name or an address: what each office looks at, takes and refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cagecore.registration.causes import Address, Check
from cagecore.registration.causes import causes as known_causes
from cagecore.registration.causes import checks as known_checks
from site_build.markup import fact_list, fold, sentence, tag, text
from site_build.pages.confidence import backed
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_build.pages.page import Page

PAGE: Final = "keep/validation-failure/"
"""Where the checks and causes are explained in full."""


def checks(page: Page) -> str:
    """Say for each check what it looks at, takes and refuses, and for which causes.

    Args:
        page: The page.

    Returns:
        HTML; each fold has the anchor `check-` and its key.
    """
    return "".join(_fold(page, check) for check in known_checks().values())


def _fold(page: Page, check: Check) -> str:
    """Write the fold of a check."""
    summary = f"{tag('h3', text(check.name))} {tag('small', text(check.when))}"
    causes = (
        tag("a", text(cause.title), href=f"#cause-{cause.id}")
        for cause in known_causes().values()
        if check.id in cause.refused_by
    )
    pairs = {
        "Looks at": text(check.looks_at) + backed(page, check),
        "Accepts": listed(check.takes) + (check.note and tag("small", text(check.note))),
        "Does not accept": listed(check.refused),
        "How long": text(check.time),
        "Why it says no": tag("ul", "".join(tag("li", cause) for cause in causes)),
    }
    return fold(summary, fact_list(pairs), f"check-{check.id}")


IN_SHORT: Final = Table[Check](
    "cc-checks-short",
    [
        Column("Check", lambda page, check: away(page, check.name, f"check-{check.id}")),
        Column("Looks at", lambda _, check: text(check.looks_at)),
    ],
    source=lambda check: check,
)
ADDRESSES: Final = Table[Address](
    "cc-addresses",
    [
        Column("Address", lambda _, one: text(sentence(one.name))),
        Column("For a CAGE code", words("answer")),
    ],
)


def checks_in_short(page: Page, *keys: str) -> str:
    """Say in one row each what some checks look at; the row leads to what they take.

    Args:
        page: The page.
        keys: The checks.

    Returns:
        A table.

    Raises:
        KeyError: When there is no such check.
    """
    return IN_SHORT.render(page, [known_checks()[key] for key in keys])


def addresses(page: Page) -> str:
    """List the kinds of address that DLA accepts for a CAGE code and those that it does not.

    Args:
        page: The page.

    Returns:
        A table.
    """
    return ADDRESSES.render(page, known_checks()["dla"].addresses)


def away(page: Page, label: str, anchor: str) -> str:
    """Link to what the page of checks and causes says.

    Args:
        page: The page.
        label: The words of the link.
        anchor: The place on that page.

    Returns:
        HTML.
    """
    return tag("a", text(label), href=page.link(f"{PAGE}#{anchor}"))


def listed(items: Iterable[str], name: str = "ul") -> str:
    """List sentences.

    Args:
        items: The sentences.
        name: The kind of list, `ul` or `ol`.

    Returns:
        HTML; nothing where there are none.

    Example:
        >>> listed(["a P.O. box"])
        '<ul><li>A P.O. box</li></ul>'
    """
    written = "".join(tag("li", text(sentence(item))) for item in items)
    return tag(name, written) if written else ""
