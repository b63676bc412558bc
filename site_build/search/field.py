"""What the theme's script is to know about the search: our worker, and our words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.structure.files import Files

_SETTINGS: Final = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)')
_WORDS: Final = {
    "search.result.placeholder": "Type a question, a word or a code",
    "search.result.none": "Nothing found. Try fewer or other words.",
    "search.result.one": "1 page",
    "search.result.other": "# pages",
}
_THEIRS: Final = re.compile(r"assets/javascripts/(?:workers/search\.|lunr/)")


def with_own_search(settings: str, worker: str) -> str:
    """Name our worker and our words in the settings of the theme's script.

    Args:
        settings: The theme's markup, with its settings as JSON.
        worker: The address of our worker, as seen from the page.

    Returns:
        The same markup with ours.

    Raises:
        PluginError: When the theme writes its settings in another way.

    Example:
        >>> theirs = {"search": "search.js", "translations": {}}
        >>> markup = f'<script id="__config" type="application/json">{json.dumps(theirs)}</script>'
        >>> '"search": "ours.js"' in with_own_search(markup, "ours.js")
        True
    """
    found = _SETTINGS.search(settings)
    if found is None:
        raise PluginError("the theme's settings are not where they were")
    content = json.loads(found[2])
    content["search"] = worker
    content["translations"] |= _WORDS
    # As the theme does: < and > cannot end the script.
    line = json.dumps(content).replace("<", "\\u003c").replace(">", "\\u003e")
    return settings.replace(found[0], found[1] + line + found[3])


def remove_theirs(files: Files) -> Files:
    """Leave out the theme's own search, which nothing starts.

    Args:
        files: All files of the site.

    Returns:
        The same collection.
    """
    for file in list(files):
        if _THEIRS.match(file.src_uri):
            files.remove(file)
    return files
