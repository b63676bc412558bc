"""The pattern of a scheme as it is written in a schema, a database, a form and a spreadsheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cagecore import SCHEMES
from site_build.markup import void

if TYPE_CHECKING:
    from site_build.pages.page import Page


def pattern_uses(_: Page, *names: str) -> str:
    """Write the patterns of schemes for the places where a vendor master checks them.

    Args:
        names: The schemes' ids; a code of any of them is let through.

    Returns:
        Markdown: one block of code a place.
    """
    joined = "|".join(SCHEMES[name].pattern for name in names)
    anchored = f"^(?:{joined})$"
    column = names[0]
    schema = json.dumps({"type": "string", "pattern": anchored})
    blocks = {
        "JSON Schema": ("json", schema),
        "PostgreSQL": ("sql", f"CHECK ({column} ~ '{anchored}')"),
        "HTML": ("html", void("input", name=column, pattern=joined)),
        "Excel with `REGEXTEST`": ("text", f'=REGEXTEST(A2,"{anchored}")'),
    }
    return "\n\n".join(
        f"{title}:\n\n```{language}\n{code}\n```" for title, (language, code) in blocks.items()
    )
