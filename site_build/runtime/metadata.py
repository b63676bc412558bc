"""What the wheel says about the project beyond `pyproject.toml`: hatchling calls this as it builds.

Whoever builds it says in PROJECT_URL where the repository is. On an index the links of the README
would lead nowhere, so then they become absolute.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

README = "README.md"
AS_PAGE, AS_FILE = "blob/HEAD", "raw/HEAD"
"""Where GitHub shows a file of the newest version, and where it gives the file itself."""
LINK = re.compile(r"(!?)(\[[^]]*\])\((?![a-z]+:|#)([^)]+)\)")
"""A link to a file of the repository, or a picture that is one."""


class ProjectMetadata(MetadataHookInterface):
    """Adds the description, and where PROJECT_URL is set the addresses of the project."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in what `pyproject.toml` calls dynamic."""
        text = (Path(self.root) / README).read_text(encoding="utf-8")
        project = os.environ.get("PROJECT_URL", "").rstrip("/")
        changes = f"{project}/{AS_PAGE}/CHANGELOG.md"
        metadata["urls"] = {"Source": project, "Changelog": changes} if project else {}
        text = absolute(text, project) if project else text
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def absolute(markdown: str, project: str) -> str:
    """Let links lead to the repository, whatever page they are on.

    Args:
        markdown: A text whose links are relative to the repository.
        project: The address of the repository, on GitHub or where addresses are made likewise.

    Returns:
        Markdown.

    Example:
        >>> print(absolute("![A map](map.png) [MIT](LICENSE)", "https://example.org"))
        ![A map](https://example.org/raw/HEAD/map.png) [MIT](https://example.org/blob/HEAD/LICENSE)
    """

    def lead(found: re.Match[str]) -> str:
        picture, words, place = found.groups()
        return f"{picture}{words}({project}/{AS_FILE if picture else AS_PAGE}/{place})"

    return LINK.sub(lead, markdown)
