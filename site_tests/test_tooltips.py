"""Abbreviations say what they stand for: once a page, in the text, and nowhere else."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from site_build.tooltips import abbreviations

SAM = '<abbr title="System for Award Management">SAM</abbr>'


def html(text: str) -> str:
    """Give what Markdown makes of a text."""
    extensions = ["attr_list", "tables", "toc", "site_build.tooltips"]
    return str(Markdown(extensions=extensions).convert(text))


def test_first_use_only() -> None:
    """The first use gets a tooltip, the next ones do not."""
    assert html("In SAM, and SAM again.\n\nSAM.") == f"<p>In {SAM}, and SAM again.</p>\n<p>SAM.</p>"


def test_several_in_one_sentence() -> None:
    """Words before, between and after links and emphasis keep their order."""
    marked = html("A *b* SAM, [UEI](x) UEI `DLA` c **DLA**.")
    assert re.sub(r"</?abbr[^>]*>", "", marked) == (
        '<p>A <em>b</em> SAM, <a href="x">UEI</a> UEI <code>DLA</code> c <strong>DLA</strong>.</p>'
    )
    assert re.findall(r"<abbr[^>]*>(\w+)", marked) == ["SAM", "UEI", "DLA"]
    assert '<a href="x">UEI</a>' in marked


@pytest.mark.parametrize(
    "text",
    ["# SAM", "`SAM`", "    SAM", "[SAM](x)", "SAM.gov", "eSAM", "SAM-like", "sam", "<p>SAM</p>"],
)
def test_left_alone(text: str) -> None:
    """Headings, code, links, HTML and parts of longer words stay as they are."""
    assert "<abbr" not in html(text)


def test_ids_of_headings() -> None:
    """A heading keeps the address that it has without the extension."""
    assert html("## What SAM asks") == '<h2 id="what-sam-asks">What SAM asks</h2>'


def test_every_abbreviation() -> None:
    """Each abbreviation of the glossary is found in a sentence."""
    for name, meaning in abbreviations().items():
        assert f'<abbr title="{meaning}">{name}</abbr>' in html(f"The {name} is one.")
