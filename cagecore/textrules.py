"""The rules about a text as typed, whatever scheme it is of: where they are declared and listed.

The repairs are in `cagecore.cleaning`, what depends on the readings is in `cagecore.context`.
"""

from __future__ import annotations

from functools import lru_cache
from inspect import cleandoc
from typing import TYPE_CHECKING, Final, TypeVar

from cagecore.report import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

_Function = TypeVar("_Function", bound="Callable[..., object]")

RULES: Final[dict[str, Rule]] = {}
"""The rules by id, in the order in which they are declared."""


def text_rule(
    title: str, example: str, severity: Severity = "note", prefix: str = "text-"
) -> Callable[[_Function], _Function]:
    """Make a function the home of a text rule; its docstring explains the rule to readers.

    Args:
        title: A few words.
        example: A text that makes the rule speak.
        severity: What its findings weigh.
        prefix: What stands before the function's name in the rule's id.

    Returns:
        A decorator that returns the function as it is.

    Example:
        >>> from cagecore import cleaning
        >>> RULES["text-trimmed"].title
        'White space at the edge'
    """

    def declare(function: _Function) -> _Function:
        rule = Rule(
            id=prefix + function.__name__.replace("_", "-"),
            scheme=None,
            title=title,
            severity=severity,
            basis="published",
            source=None,
            explanation=cleandoc(function.__doc__ or ""),
            example=example,
        )
        RULES[rule.id] = rule
        return function

    return declare


@lru_cache(maxsize=256)
def finding(rule_id: str, message: str, start: int, end: int) -> Finding:
    """Make a finding of a text rule.

    Args:
        rule_id: Key into `RULES`.
        message: What to say.
        start: First character of the text as typed, from 0.
        end: One past the last.

    Returns:
        The finding.

    Example:
        >>> from cagecore import cleaning
        >>> finding("text-trimmed", "White space.", 0, 1).severity
        'note'
    """
    rule = RULES[rule_id]
    return Finding(rule_id, rule.severity, rule.basis, message, start, end, rule.source)
