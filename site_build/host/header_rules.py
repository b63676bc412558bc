"""Reads a `_headers` file, as far as `headers.py` uses the format.

A block begins with a path, in which one `*` matches anything; the lines below it, indented, are
the headers of every address that the path matches. Hosts differ in what they do with a header that
two blocks give to one address, and most join the values. So does this, so that a mistake shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rule:
    """The headers of some addresses.

    Attributes:
        path: Their path, with at most one `*`.
        headers: Name and value of each header.
    """

    path: str
    headers: dict[str, str] = field(default_factory=dict)

    def matches(self, path: str) -> bool:
        """Say whether the rule is for an address.

        Example:
            >>> Rule("/a/*").matches("/a/b/c"), Rule("/a/").matches("/a/b")
            (True, False)
        """
        pattern = ".*".join(re.escape(part) for part in self.path.split("*"))
        return re.fullmatch(pattern, path, re.DOTALL) is not None


def parse(text: str) -> list[Rule]:
    """Read the rules of a file.

    Args:
        text: What is in the file.

    Returns:
        The rules in their order.

    Raises:
        ValueError: When a line is neither path, header nor comment, with its number.
    """
    rules: list[Rule] = []
    for number, line in enumerate(text.splitlines(), start=1):
        name, colon, value = line.partition(":")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.startswith("/"):
            rules.append(Rule(line.strip()))
        elif rules and line.startswith(" ") and colon:
            rules[-1].headers[name.strip()] = value.strip()
        else:
            raise ValueError(f"line {number} of _headers is not understood: {line}")
    return rules


def headers_for(rules: list[Rule], path: str) -> dict[str, str]:
    """Give the headers of an address.

    Args:
        rules: The rules of the site.
        path: The path of the address, without query.

    Returns:
        Name and value of each header.
    """
    found: dict[str, str] = {}
    for rule in rules:
        if rule.matches(path):
            for name, value in rule.headers.items():
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found
