"""What the theme's templates know of the library and of our scripts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cagecore import SCHEMES
from cagecore.wire.catalogue import scheme_page
from site_build.copies import feed
from site_build.head import ahead, cards, linked_data, titles
from site_build.host import static
from site_build.markup import data_block
from site_build.pages.developers import downloads
from site_build.pages.identifiers.examples import example_of
from site_build.pages.identifiers.positions import specimen
from site_build.pages.moved import moved
from site_build.prose import as_of, errata
from site_build.runtime.manifest import manifest
from site_build.search.field import with_own_search
from site_build.site import COPY, FEED

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment


def share(env: Environment, docs: Path) -> Environment:
    """Give templates the schemes, the picture of a code, and what belongs to the scripts.

    Args:
        env: The environment that all templates share.
        docs: The folder that MkDocs reads.

    Returns:
        The same environment.
    """
    env.globals.update(
        schemes=SCHEMES,
        scheme_page=scheme_page,
        example_of=example_of,
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
        moved=moved,
        copy_name=COPY,
        feed_name=FEED,
        feed_type=feed.TYPE,
        linked_data=linked_data.linked_data,
        runtime_data=lambda site: data_block("runtime", {"site": site, **manifest()}),
    )
    env.filters["with_own_search"] = with_own_search
    return env
