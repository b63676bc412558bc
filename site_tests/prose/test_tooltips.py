"""Abbreviations show their full names: once a page, in the text, and nowhere else."""

from __future__ import annotations

import re

import pytest

from site_build.prose.tooltips import explain, terms
from site_build.site import SITE

SAM = '<abbr title="System for Award Management">SAM</abbr>'


def test_first_use_only() -> None:
    """The first use gets a tooltip, the next ones do not."""
    marked = explain("<p>In SAM, and SAM again.</p>\n<p>SAM.</p>")
    assert marked == f"<p>In {SAM}, and SAM again.</p>\n<p>SAM.</p>"


def test_several_in_one_sentence() -> None:
    """Words before, between and after links and emphasis keep their order."""
    page = '<p>A <em>b</em> SAM, <a href="x">UEI</a> UEI <code>DLA</code> c <b>DLA</b>.</p>'
    marked = explain(page)
    assert re.sub(r"</?abbr[^>]*>", "", marked) == page
    assert re.findall(r"<abbr[^>]*>(\w+)", marked) == ["SAM", "UEI", "DLA"]
    assert '<a href="x">UEI</a>' in marked


@pytest.mark.parametrize(
    "html",
    [
        "<h1>SAM</h1>",
        '<h2 id="SAM">SAM <a href="x">SAM</a></h2>',
        "<code>SAM</code>",
        "<pre><span>SAM</span></pre>",
        '<a href="x"><b>SAM</b></a>',
        '<abbr title="x">SAM</abbr>',
        "<svg><text>SAM</text></svg>",
        "<button>SAM</button>",
        "<script>SAM</script>",
        "<!-- SAM -->",
        '<p title="SAM">x</p>',
        *("SAM.gov", "eSAM", "SAM-like", "sam", "entity<wbr>SAM", "SAM<wbr>Like"),
    ],
)
def test_left_alone(html: str) -> None:
    """Headings, code, links, pictures, attributes and parts of longer words stay as they are."""
    assert explain(html) == html


def test_every_term() -> None:
    """Each term of the glossary is found in a sentence, alone and with an s."""
    for name, element in terms().items():
        assert element.replace("{}", name) in explain(f"The {name} is one.")
        assert element.replace("{}", f"{name}s") in explain(f"The {name}s are two.")


def test_longest_term() -> None:
    """A term of two words is explained as a whole; the shorter one in it waits for its own turn."""
    marked = explain("The NCB codes of an NCB, as novation.")
    assert re.findall(r"<(\w+)[^>]*>([^<]+)</", marked) == [
        ("span", "NCB codes"),
        ("abbr", "NCB"),
        ("span", "novation"),
    ]


def test_made_from_the_data() -> None:
    """What the build makes of the data is explained as the page's own words are."""
    myths = (SITE / "questions/myths/index.html").read_text()
    assert SAM in myths
    assert myths.count(SAM) == 1
