"""JSON in, JSON out: all that a web worker calls.

The form of a report is in `cagecore.wire.reports`, what a page needs to show it in
`cagecore.wire.catalogue`, and what answers before this library has started in
`cagecore.wire.patterns`.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from cagecore.classify import expected, judge
from cagecore.readings import asked_for
from cagecore.text import read_text
from cagecore.wire.catalogue import catalogue
from cagecore.wire.reports import (
    anatomy,
    hints,
    lookups,
    report_from_dict,
    report_to_dict,
    to_json,
)

__all__ = [
    "anatomy",
    "answer",
    "catalogue",
    "hints",
    "lookups",
    "report_from_dict",
    "report_to_dict",
    "to_json",
]

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cagecore.text import Text


def answer(request: str) -> str:
    """Answer one request of a page.

    Args:
        request: JSON: `{"type": "check", "texts": [...], "expect": null | [...]}` or
            `{"type": "catalogue"}`.

    Returns:
        JSON: `{"answers": [{"report": ..., "anatomy": [...], "lookups": [...], "hints": [...]},
            ...]}` or
        `{"catalogue": ...}`.

    Raises:
        ValueError: If the request is no JSON, has another type or expects an unknown scheme.
        KeyError: If a key is missing.
        TypeError: If the request is no object, or a text in it no string.

    Example:
        >>> json.loads(answer('{"type": "check", "texts": ["1ABC5"], "expect": null}')).keys()
        dict_keys(['answers'])
    """
    body = json.loads(request)
    kind = body["type"]
    if not isinstance(kind, str) or kind not in _REQUESTS:
        message = f"unknown request {kind!r}"
        raise ValueError(message)
    return _REQUESTS[kind](body)


@cache
def _catalogue() -> str:
    """Write the catalog once: every page asks for it, and it is always the same."""
    return to_json({"catalogue": catalogue()})


def _check(body: dict[str, Any]) -> str:
    """Check some texts, with what a page shows beside each report."""
    field = expected(body["expect"])
    return to_json({"answers": [_shown(read_text(text), field) for text in body["texts"]]})


def _shown(text: Text, field: Sequence[str]) -> dict[str, Any]:
    """Give the report of a text with what a page shows beside it."""
    report = judge(text, field)
    asked = asked_for(text, field)
    return {
        "report": report_to_dict(report),
        "anatomy": anatomy(report, text),
        "lookups": list(lookups(report)),
        "hints": list(hints(report, asked)),
    }


_REQUESTS: Final[dict[str, Callable[[dict[str, Any]], str]]] = {
    "check": _check,
    "catalogue": lambda _: _catalogue(),
}
"""All that can be asked, by the `type` of the request."""
