"""Fills in what a page asks for.

A page asks in two ways:

- `<!-- cagecore: rules uei -->` is replaced by what the renderer of that name gives; `RENDERERS`
  lists them all;
- `[@gsa-uei]` cites a source by its key, and `<!-- cagecore: sources -->` at the end of the page
  lists what was cited.

Whatever is not known fails the build: a page never loses a table in silence.
"""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Final

from mkdocs.exceptions import PluginError

from site_build.pages import codes, confidence, notes, sources
from site_build.pages.developers import (
    changelog,
    downloads,
    file_sizes,
    hosts,
    rule_file,
    security,
)
from site_build.pages.developers.session import session
from site_build.pages.identifiers import (
    carriers,
    damage,
    examples,
    generic,
    identities,
    lookalikes,
    lookups,
    pattern_uses,
    positions,
    rules,
    schemes,
)
from site_build.pages.nations import letters, s_codes, structures, unlisted
from site_build.pages.notices import lists
from site_build.pages.page import Page
from site_build.pages.reference import (
    clauses,
    decisions,
    events,
    fact_changes,
    glossary,
    misses,
    myths,
    older_names,
    rulemaking,
    systems,
    unknowns,
)
from site_build.pages.registration import (
    causes,
    checks,
    duties,
    requirements,
    routes,
    statuses,
    tickets,
)
from site_build.pictures.anatomy import anatomy
from site_build.pictures.picture import picture
from site_build.prose import as_of

if TYPE_CHECKING:
    from collections.abc import Callable

MARKER: Final = re.compile(r"<!--\s*cagecore\b:?(.*?)-->", re.DOTALL)
KEY: Final = re.compile(r"\[@([a-z0-9-]+)\]")
CITED: Final = r" ?\[@[a-z0-9-]+\]"
PLACE: Final = re.compile(rf"(?P<cited>(?:{CITED})+)|{MARKER.pattern}", re.DOTALL)
"""A marker, or citations that are one note."""

RENDERERS: Final[dict[str, Callable[..., str]]] = {
    "addresses": checks.addresses,
    "anatomy": anatomy,
    "answered": unknowns.answered,
    "at-a-glance": identities.at_a_glance,
    "basis": rules.basis,
    "bucket": hosts.bucket,
    "budget": file_sizes.budget,
    "built-files": file_sizes.mark,
    "by-letter": letters.by_letter,
    "carriers": carriers.carriers,
    "causes": causes.causes,
    "changelog": changelog.changelog,
    "changes": lists.changes,
    "checks": checks.checks,
    "checks-in-short": checks.checks_in_short,
    "clause-history": rulemaking.clause_history,
    "clauses": clauses.clauses,
    "columns": systems.columns,
    "contact": security.contact,
    "damage": damage.damage,
    "decisions": decisions.decisions,
    "duties": duties.duties,
    "events": events.events,
    "every-source": sources.every_source,
    "examples": examples.examples,
    "fact-changes": fact_changes.fact_changes,
    "facts": schemes.facts,
    "generic-codes": generic.generic_codes,
    "gitlab": hosts.gitlab,
    "glossary": glossary.glossary,
    "have-ready": requirements.have_ready,
    "kinds": schemes.kinds,
    "letters": lookalikes.letters,
    "license-texts": lists.license_texts,
    "limits": schemes.limits,
    "lookup-address": lookups.lookup_address,
    "lookups": lookups.lookups,
    "misses": misses.misses,
    "myths": myths.myths,
    "nginx": hosts.nginx,
    "numbers": lookalikes.numbers,
    "older-names": older_names.older_names,
    "only-errors": rules.only_errors,
    "pattern-uses": pattern_uses.pattern_uses,
    "patterns": schemes.patterns,
    "patterns-size": downloads.patterns_size,
    "picture": picture,
    "proposed-rule": rulemaking.proposed_rule,
    "ratings": confidence.ratings,
    "requirements": requirements.requirements,
    "routes": routes.routes,
    "rule-file": rule_file.rule_file,
    "rule-ids": rules.rule_ids,
    "rules": rules.rules,
    "runtime-size": downloads.runtime_size,
    "s-code-pairs": s_codes.pairs,
    "security": security.security,
    "session": session,
    "side-by-side": identities.side_by_side,
    "source-count": sources.source_count,
    "sources": sources.sources,
    "stalls": causes.stalls,
    "statuses": statuses.statuses,
    "strip": positions.strip,
    "structure-count": structures.structure_count,
    "structure-finder": structures.structure_finder,
    "structures": structures.structures,
    "systems": systems.systems,
    "term-count": glossary.term_count,
    "tickets": tickets.tickets,
    "tools": lists.tools,
    "try": codes.code_link,
    "types": hosts.types,
    "unknowns": unknowns.unknowns,
    "unlisted": unlisted.unlisted,
    "wheel": downloads.wheel,
    "wheel-name": downloads.wheel_name,
    "works": lists.list_works,
}


def expand(markdown: str, url: str) -> str:
    """Replace every marker and citation of a page.

    Args:
        markdown: The page as written.
        url: Its address below the site's root, e.g. `identifiers/uei/`.

    Returns:
        Markdown with the tables in it.

    Raises:
        PluginError: When a marker or a source is unknown, or a page cites and lists no sources.
    """
    page = Page(url)
    late = [found[0] for found in MARKER.finditer(markdown) if found[1].split() == ["sources"]]
    # In the order of the page, so that its notes are numbered as they are read.
    markdown = PLACE.sub(
        lambda found: found[0] if found[0] in late else _fill(page, found), markdown
    )
    if page.notes and not late:
        raise PluginError(f"{url}: sources are cited, and <!-- cagecore: sources --> is missing")
    # The list comes last: only now every table has said which sources it cites.
    markdown = MARKER.sub(lambda found: _render(page, found[1]), markdown)
    return as_of.below_title(markdown, len({key for keys in page.notes for key in keys}))


def _fill(page: Page, found: re.Match[str]) -> str:
    """Give what a place of the page asks for."""
    if not found["cited"]:
        return _render(page, found[2])
    keys = KEY.findall(found["cited"])
    try:
        return notes.note(page, *keys)
    except KeyError as error:
        raise PluginError(f"{page.url}: no source {error}") from error


def _render(page: Page, words: str) -> str:
    """Give what one marker asks for."""
    name, *arguments = shlex.split(words) or [""]
    if name not in RENDERERS:
        raise PluginError(f"{page.url}: unknown marker {words.strip()!r}")
    try:
        return RENDERERS[name](page, *arguments)
    except (KeyError, TypeError, ValueError) as error:
        raise PluginError(f"{page.url}: marker {words.strip()!r} failed: {error!r}") from error
