"""What the theme's templates know of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cagecore import wire
from site_build.schemes import specimen

if TYPE_CHECKING:
    from jinja2 import Environment


def share(env: Environment) -> Environment:
    """Give templates the catalogue and the picture of a code.

    Args:
        env: The environment that all templates share.

    Returns:
        The same environment.
    """
    env.globals.update(catalogue=wire.catalogue(), specimen=specimen)
    return env
