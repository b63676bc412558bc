"""The address to which a reader reports an error in a fact, if the publisher has set one."""

from __future__ import annotations

from urllib.parse import quote

from mkdocs.exceptions import PluginError

MAIL = "mailto:"


def address(setting: str | None, title: str, url: str) -> str | None:
    """Give the address for one page.

    Args:
        setting: `extra.report_errors` of mkdocs.yml: a page that starts with `https://`, or
            `mailto:` and an address.
        title: The title of the page.
        url: Its absolute address.

    Returns:
        The address; a letter gets the page as its subject. Nothing, when none is set.

    Raises:
        PluginError: When the setting is neither.

    Example:
        >>> address("mailto:facts@example.org", "UEI", "https://example.org/uei/")
        'mailto:facts@example.org?subject=UEI%3A%20https%3A//example.org/uei/'
        >>> address("https://example.org/report/", "UEI", "https://example.org/uei/")
        'https://example.org/report/'
    """
    if not setting:
        return None
    if setting.startswith("https://"):
        return setting
    if not setting.startswith(MAIL) or "@" not in setting:
        raise PluginError(f"report_errors is {setting!r}; it needs https://… or mailto:…@…")
    return setting if "?" in setting else f"{setting}?subject={quote(f'{title}: {url}')}"
