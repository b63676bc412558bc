"""Whom to tell about a security problem, and the policy, as `SECURITY.md` has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.markup import tag, visible
from site_build.pages.developers.changelog import TITLE
from site_build.prose import errata
from site_build.site import SECURITY, report_errors, site_url

if TYPE_CHECKING:
    from site_build.pages.page import Page


def contact(page: Page) -> str:
    """Name the publisher's contact.

    Args:
        page: The page that names it, which is the subject of a letter.

    Returns:
        A sentence, with a link where there is a contact.
    """
    address = errata.address(report_errors(), "Security", site_url() + page.url)
    if address is None:
        return "This copy was built without a contact; ask whoever publishes it."
    link = tag("a", visible(bare(address)), href=address)
    return f"Report a security problem of this copy to {link}."


def bare(address: str) -> str:
    """Write an address as people read it.

    Args:
        address: A link.

    Returns:
        The mailbox, or the page.

    Example:
        >>> bare("mailto:facts@example.org?subject=Security")
        'facts@example.org'
        >>> bare("https://example.org/report/?from=site")
        'https://example.org/report/?from=site'
    """
    mailbox = address.removeprefix("mailto:")
    return address if mailbox == address else mailbox.partition("?")[0]


def security(_: Page) -> str:
    """Give the policy without its title, which the page has.

    Returns:
        Markdown.
    """
    return TITLE.sub("", SECURITY.read_text("utf-8")).strip()
