"""The address to which a reader reports an error in a fact, if the publisher has set one."""

from __future__ import annotations

from urllib.parse import quote

from site_build.settings import contact


def address(setting: str | None, title: str, url: str) -> str | None:
    """Give the address for one page.

    Args:
        setting: `extra.report_errors` of mkdocs.yml, which is REPORT_ERRORS.
        title: The title of the page.
        url: Its absolute address.

    Returns:
        The address; a letter gets the page as its subject. Nothing, when none is set.

    Raises:
        SettingError: When the setting is no address.

    Example:
        >>> address("mailto:facts@example.org", "UEI", "https://example.org/uei/")
        'mailto:facts@example.org?subject=UEI%3A%20https%3A//example.org/uei/'
        >>> address("https://example.org/report/", "UEI", "https://example.org/uei/")
        'https://example.org/report/'
    """
    found = contact(setting or "")
    if found is None or found.startswith("https:") or "?" in found:
        return found
    return f"{found}?subject={quote(f'{title}: {url}')}"
