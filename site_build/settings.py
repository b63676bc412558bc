"""What a publisher sets, and what each setting has to be.

Run as `python -m site_build.settings`, before a build, it refuses in one line what cannot be built.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from urllib.parse import SplitResult

PLAIN: Final = re.compile(r"[!-~]+")
"""Characters that an address is made of: whatever else is in it has to be escaped."""
HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
PATH: Final = re.compile(r"(?:[A-Za-z0-9._~@+/-]|%[0-9A-Fa-f]{2})*")
"""What means nothing else in markup, in `_headers` and in the settings of hosts."""
READ_IN_TWO_WAYS: Final = re.compile(r"//|/(?:[.]|%2e){1,2}(?=/|$)|%(?:2f|5c|00)", re.IGNORECASE)
"""Parts that are empty or dots, and a slash that is escaped: browsers and hosts differ in these."""
MAIL: Final = re.compile(r"mailto:[^@?]+@[^@?]+(?:[?].*)?")


class SettingError(PluginError):
    """A setting is not what it has to be; the message is one line that names it."""

    def __init__(self, name: str, text: str, needed: str) -> None:
        """Say what is needed.

        Args:
            name: The setting.
            text: What it is.
            needed: What it should be, as the end of a sentence.
        """
        super().__init__(f"{name} is {text!r}; it {needed}")


def site_address(text: str) -> str:
    """Read the address that a site is built for.

    Args:
        text: What SITE_URL says.

    Returns:
        The address, ending in a slash.

    Raises:
        SettingError: No site can be there, or browsers would write the address in another way.

    Example:
        >>> site_address("https://example.org/some%20path")
        'https://example.org/some%20path/'
        >>> site_address("example")
        Traceback (most recent call last):
        site_build.settings.SettingError: SITE_URL is 'example'; it has to begin with https:// or http://
    """
    name = "SITE_URL"
    address = _address(name, text, ("https", "http"))
    path = address.path if address.path.endswith("/") else f"{address.path}/"
    if READ_IN_TWO_WAYS.search(path):
        raise SettingError(name, text, "may have no empty part, dots or escaped slash in its path")
    if not PATH.fullmatch(path):
        needed = "may have letters, digits and -._~@+ in its path; the rest escaped, as in %20"
        raise SettingError(name, text, needed)
    return address._replace(path=path).geturl()


def project_address(text: str) -> str | None:
    """Read the address of the project's repository.

    Args:
        text: What PROJECT_URL says; nothing, where it is not set.

    Returns:
        The address, without a slash at its end; nothing, where none is set.

    Raises:
        SettingError: It is no address of a page.

    Example:
        >>> project_address("https://example.org/project/")
        'https://example.org/project'
        >>> project_address("")
    """
    if not text:
        return None
    return _address("PROJECT_URL", text, ("https",)).geturl().rstrip("/")


def contact(text: str) -> str | None:
    """Read where readers report an error.

    Args:
        text: What REPORT_ERRORS says; nothing, where it is not set.

    Returns:
        The address of a page or a mailbox; nothing, where none is set.

    Raises:
        SettingError: It is neither.

    Example:
        >>> contact("mailto:facts@example.org")
        'mailto:facts@example.org'
    """
    if not text:
        return None
    if PLAIN.fullmatch(text) and (text.startswith("https://") or MAIL.fullmatch(text)):
        return text
    raise SettingError("REPORT_ERRORS", text, "has to be https://… or mailto:…@…")


def _address(name: str, text: str, schemes: Sequence[str]) -> SplitResult:
    """Take an address apart, if it is one of a site."""
    if not PLAIN.fullmatch(text) or "\\" in text:
        raise SettingError(name, text, "has to be an address; other characters escaped, as in %20")
    try:
        address = urlsplit(text)
        host, port = address.hostname or "", address.port
    except ValueError as error:
        raise SettingError(name, text, f"cannot be read: {error}") from None
    if address.scheme not in schemes or not text.lower().startswith(f"{address.scheme}://"):
        ways = " or ".join(f"{scheme}://" for scheme in schemes)
        raise SettingError(name, text, f"has to begin with {ways}")
    is_numbers = address.netloc.rpartition("@")[2].startswith("[")
    if not (is_numbers or HOST.fullmatch(host)) or port == 0:
        raise SettingError(name, text, "has to name a host, such as example.org")
    if "@" in address.netloc:
        raise SettingError(name, text, "may have no user or password")
    if "?" in text or "#" in text:
        raise SettingError(name, text, "may have nothing after ? or #")
    return address


READERS: Final = {
    "SITE_URL": site_address,
    "PROJECT_URL": project_address,
    "REPORT_ERRORS": contact,
}


def main() -> int:
    """Check what is set in the environment.

    Returns:
        The exit status: 1 where a setting is refused.
    """
    for name, read in READERS.items():
        if (text := os.environ.get(name)) is not None:
            try:
                read(text)
            except SettingError as error:
                print(error, file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
