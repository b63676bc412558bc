"""What the theme's templates know of the library and of our scripts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cagecore import wire
from site_build import ahead, as_of, cards, downloads, errata, linked_data, static, titles
from site_build.markup import data_block
from site_build.runtime import manifest
from site_build.schemes import specimen

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment


def share(env: Environment, docs: Path) -> Environment:
    """Give templates the catalogue, the picture of a code, and what belongs to the scripts.

    Args:
        env: The environment that all templates share.
        docs: The folder that MkDocs reads.

    Returns:
        The same environment.
    """
    env.globals.update(
        catalogue=wire.catalogue(),
        specimen=specimen,
        static=partial(static.address, docs),
        imports=partial(static.imports, docs),
        ask_for=ahead.ask_for,
        patterns_data=downloads.patterns_data(),
        titles=titles.of,
        card=cards.place,
        card_size=cards.SIZE,
        as_of=as_of.as_of,
        long_ago=as_of.long_ago,
        report_errors=errata.address,
        linked_data=partial(linked_data.linked_data, catalogue=wire.catalogue()),
        runtime_data=lambda site: data_block("runtime", {"site": site, **manifest()}),
    )
    return env
