"""Where things are: the project's folders, the site's address, and the date that a build bears."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from mkdocs.utils.yaml import yaml_load

from site_build.settings import site_address

ROOT: Final = Path(__file__).resolve().parents[1]
CHANGELOG: Final = ROOT / "CHANGELOG.md"
SECURITY: Final = ROOT / "SECURITY.md"
DOCS: Final = ROOT / "docs"
FACTS: Final = DOCS / ".facts"
"""The tables that only pages show."""
NOTICES: Final = DOCS / ".notices"
"""The works of others that the site passes on, and license texts."""
SITE: Final = ROOT / "site"
"""The finished site."""
DOWNLOADS: Final = "downloads"
"""Its folder of files to download."""
LICENSE: Final = "CC BY 4.0"
"""That of the tables among them."""

COPY: Final = "index.html.md"
"""A page's copy for programs, beside it, as https://llmstxt.org/ proposes."""
LIST_OF_COPIES: Final = "llms.txt"
FEED: Final = "changes.xml"
"""Changes of facts, for feed readers."""

WHEEL: Final = ROOT / "build" / "wheel"
RUNTIME: Final = ROOT / "build" / "runtime"

PACKAGES: Final = ROOT / "node_modules"
"""What npm installed."""
PYODIDE: Final = PACKAGES / "pyodide"

NPM_LOCK: Final = ROOT / "package-lock.json"
PYTHON_LOCK: Final = ROOT / "requirements" / "dev.txt"
"""The lock files: what is installed, in which versions."""

# A zip file cannot do without dates. One fixed date (1 January 2026) keeps its bytes the same.
EPOCH: Final = "1767225600"


def site_url() -> str:
    """Give the address that the site is built for, as mkdocs.yml takes it from SITE_URL.

    Returns:
        The address, ending in a slash.

    Raises:
        SettingError: It is no address that a site can be at.

    Example:
        >>> site_url()[-1]
        '/'
    """
    return site_address(str(_config()["site_url"]))


def report_errors() -> str:
    """Give the contact of whoever publishes the site, as mkdocs.yml takes it from REPORT_ERRORS.

    Returns:
        An address; nothing, where none is set.

    Example:
        >>> report_errors()
        ''
    """
    return str(_config()["extra"]["report_errors"])


def _config() -> dict[str, Any]:
    """Read what mkdocs.yml takes from the environment."""
    with (ROOT / "mkdocs.yml").open("rb") as config:
        return dict(yaml_load(config))
