"""The works and the license texts as pages list them: a line each, which can be opened."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from site_build.host.products import scripts
from site_build.markup import fact_list, fold, tag, text
from site_build.pages.notices.texts import Text, copyright_of, every_text, texts_of
from site_build.pages.notices.works import TOOL, Work, parts_of, works

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_build.pages.page import Page

TEXTS: Final = "about/license-texts/"
"""The page of license texts."""


def list_works(page: Page, part: str) -> str:
    """List the works of one part of the site.

    Args:
        page: The page.
        part: The part, as the table calls it.

    Returns:
        A line for each, and below it one with the works that it brings.

    Raises:
        ValueError: There is no such part, or what the page has to say of a work is not known.
    """
    here = {work.key: work for work in works().values() if work.part == part}
    if not here:
        raise ValueError(f"no work belongs to the part {part!r}")
    lines = []
    for work in here.values():
        if work.inside in here:
            continue
        lines.append(_line(page, work))
        if inner := parts_of(work):
            summary = f"What {text(work.name)} brings: {_count(len(inner), 'work')}"
            lines.append(
                fold(summary, "".join(_line(page, one) for one in inner), class_="cc-works__inner")
            )
    return _block(lines)


def license_texts(_: Page) -> str:
    """Show every license text once.

    Returns:
        A line for each, which can be opened.
    """
    return _block(_text(found, under) for found, under in every_text().items())


def tools(_: Page) -> str:
    """Name the programs that only made the site.

    Returns:
        Their names with versions.
    """
    return ", ".join(text(f"{one.name} {one.version}") for one in _tools())


def changes(page: Page) -> str:
    """Link to the scripts that change works of others.

    Args:
        page: The page.

    Returns:
        A list, with the place of each in this project.
    """
    links = (
        tag("li", tag("a", tag("code", escape(name)), href=page.link(place)))
        for place, name in scripts().items()
    )
    return tag("ul", "".join(links))


def _tools() -> list[Work]:
    """List what only made the site."""
    return [work for work in works().values() if work.part == TOOL]


def _line(page: Page, work: Work) -> str:
    """Write the line of a work, and what it opens."""
    links = (
        tag("a", text(one.title), href=page.link(f"{TEXTS}#{_anchor(one)}"))
        for one in texts_of(work)
    )
    source = work.row["source"].replace("{version}", work.version)
    facts = {
        "Version": text(_version(work)),
        "Where": text(work.row["where"]),
        "Whose it is": "<br>".join(map(text, copyright_of(work))),
        "License": f"{text(work.license)}: {', '.join(links)}",
        "Changed": text(work.row.get("changed", "")),
        "Source": tag("a", text(source), href=source),
    }
    summary = f"{tag('b', text(work.name))} {text(work.version)}"
    return fold(f"{summary} {tag('span', text(work.license))}", fact_list(facts))


def _version(work: Work) -> str:
    """Say which version a work is of, if only by what brings it."""
    if work.version or not work.inside:
        return work.version
    parent = works()[work.inside]
    return f"The one in {parent.name} {_version(parent)}"


def _text(found: Text, under: list[Work]) -> str:
    """Write the line of a license text, and the text that it opens."""
    names = ", ".join(text(work.name) for work in under)
    source = tag("a", text(found.url), href=found.url) if found.url else "the package itself"
    about = tag("p", f"For {names}. The text is from {source}.")
    summary = f"{tag('b', text(found.title))} {tag('span', _count(len(under), 'work'))}"
    return fold(summary, about + tag("pre", escape(found.words, quote=False)), _anchor(found))


def _anchor(found: Text) -> str:
    """Give the place of a text on the page."""
    return f"license-{found.key.lower()}"


def _count(number: int, what: str) -> str:
    """Write a number of things."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _block(lines: Iterable[str]) -> str:
    """Put lines together."""
    return tag("div", "".join(lines), class_="cc-works")
