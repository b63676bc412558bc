"""What the theme's templates know of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore import wire
from cagecore.patterns import patterns
from site_build.markup import data_block
from site_build.runtime import manifest
from site_build.schemes import specimen

if TYPE_CHECKING:
    from jinja2 import Environment


def share(env: Environment) -> Environment:
    """Give templates the catalogue, the picture of a code, and what the checker's scripts read.

    Args:
        env: The environment that all templates share.

    Returns:
        The same environment.
    """
    env.globals.update(
        catalogue=wire.catalogue(),
        specimen=specimen,
        checker_data=data_block("patterns", patterns()) + data_block("runtime", manifest()),
    )
    return env
