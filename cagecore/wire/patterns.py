"""The rules as patterns, for a page that answers before the core has started.

Whoever applies them needs no rule of their own: a text that matches `plain` is of the first scheme
whose pattern matches the whole of it, letters of either case. Every other text, and whatever a
scheme has beyond its shape, is for the core to judge. A test holds that both agree.
"""

from __future__ import annotations

from typing import Any

from cagecore import __version__
from cagecore.facts.nations import issuer_names, nation_names, structures
from cagecore.schemes import MAIN, SCHEMES
from cagecore.text.text import PLAIN


def patterns() -> dict[str, Any]:
    """Give the pattern of every scheme and every NCAGE structure.

    Returns:
        What JSON can hold: `plain`, a pattern of the texts that need no cleaning; `schemes` in
        the order in which they are tried, each with `lengths` of the texts to try and `complete`,
        which is false where more than the shape decides, `ours`, which is false where the kind is
        only recognized, `doubt`, what a warning says of all its codes, and `structured`, which is
        true where the first and last characters show the structure; `structures` by pattern, each
        with `nation` and `issuer`, `null` where it names no single one; the names of both.

    Example:
        >>> [scheme["id"] for scheme in patterns()["schemes"]][:3]
        ['cage', 'ncage', 'uei']
        >>> patterns()["structures"]["K***#"]
        {'nation': 'GBR', 'issuer': 'NCB-GBR'}
    """
    return {
        "version": __version__,
        "plain": PLAIN,
        "schemes": [
            {
                "id": scheme.id,
                "name": scheme.name,
                "ours": scheme.id in MAIN,
                "article": scheme.article,
                "pattern": scheme.pattern,
                "lengths": sorted(scheme.ungrouped_lengths),
                "complete": scheme.shape_decides,
                "doubt": next((rule.doubt for rule in scheme.rules.values() if rule.always), ""),
                "structured": scheme.origin is not None,
            }
            for scheme in SCHEMES.values()
        ],
        "structures": {
            pattern: {"nation": structure.nation, "issuer": structure.issuer}
            for pattern, structure in structures().items()
        },
        "nations": dict(nation_names()),
        "issuers": dict(issuer_names()),
    }
