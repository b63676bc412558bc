"""The sources: each can be checked, by its deepest address or by asking who holds the text."""

from __future__ import annotations

import re
import sys
from urllib.parse import urlsplit

import pytest

from cagecore.facts.sources import sources

PROJECTS = {"github.com", "gitlab.com"}
"""Hosts whose addresses begin with an owner and a project."""
MOST = 0.05
"""The share of addresses that may end at a home page or at a whole project."""
SENTENCES = r"[A-Z0-9`“].*\."


def is_shallow(url: str) -> bool:
    """Say whether an address is that of a home page or of a whole project."""
    parts = urlsplit(url)
    folders = [part for part in parts.path.split("/") if part]
    if parts.hostname in PROJECTS:  # owner and project
        return len(folders) <= 2
    if parts.query:  # what some sites name a page by
        return False
    # One folder named by one word is the start of a part of a site; a page's name has more.
    return not folders or (len(folders) == 1 and folders[0].isalnum())


@pytest.mark.parametrize(
    ("url", "shallow"),
    [
        ("https://nsndepot.com/", True),
        ("https://nsndepot.com", True),
        ("https://www.gov.br/caslode/", True),
        ("https://github.com/GSA/889-tool", True),
        ("https://github.com/GSA/889-tool/", True),
        ("https://github.com/GSA-TTS/FAC/issues/2410", False),
        ("https://www.census.gov/naics", True),
        ("https://www.acquisition.gov/threshold-changes", False),
        ("https://glossary.guide/do-ncage-cage-codes-expire-38/", False),
        ("https://bnc.defense.ro/ncage_en.html", False),
        ("https://ncb.sk/?page=X174_SK", False),
    ],
)
def test_what_is_shallow(url: str, shallow: bool) -> None:  # noqa: FBT001 - a column of a table
    """A home page, the start of a part of a site and a whole project say too little."""
    assert is_shallow(url) is shallow


@pytest.mark.parametrize("key", sources())
def test_form(key: str) -> None:
    """A source has a title, a publisher, a date and a use, and what else it says is a sentence."""
    source = sources()[key]
    assert re.fullmatch("[a-z0-9-]+", key)
    assert source.title
    assert source.publisher
    assert re.search(r"\b(19|20)\d\d\b", source.dated)
    for words in (source.supports, source.where, source.held, source.shallow):
        assert not words or re.fullmatch(SENTENCES, words)
    assert source.supports


@pytest.mark.parametrize("key", sources())
def test_can_be_checked(key: str) -> None:
    """A source has an address, or says who holds the text and how to get it."""
    source = sources()[key]
    assert (source.url is None) is bool(source.held)
    assert all(url.startswith("https://") for url in (source.url, *source.also) if url)
    assert len({source.url, *source.also}) == 1 + len(source.also)
    assert source.url or not source.also
    assert not any(map(is_shallow, source.also))


def test_addresses_are_deep(capsys: pytest.CaptureFixture[str]) -> None:
    """Nearly every address leads to the text itself; each that does not gives its reason."""
    addresses = {key: source.url for key, source in sources().items() if source.url}
    shallow = [key for key, url in addresses.items() if is_shallow(url)]

    with capsys.disabled():
        sys.stdout.write(f"\n{len(shallow)} of {len(addresses)} addresses are shallow\n")
        sys.stdout.writelines(f"{addresses[key]}: {sources()[key].shallow}\n" for key in shallow)
    assert shallow == [key for key, source in sources().items() if source.shallow]
    assert len(shallow) <= MOST * len(addresses)
