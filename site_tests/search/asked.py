"""Asks the search for pages in Node, with the index of the built site."""

import json
import subprocess
from pathlib import Path

from site_build.search.index import OURS
from site_build.site import SITE
from site_tests.scripts.node import NODE

ASK = Path(__file__).with_name("ask.mjs")


def pages_for(questions: list[str]) -> dict[str, list[str]]:
    """Give the pages that the search shows for each question, best first.

    Args:
        questions: What is typed.

    Returns:
        Addresses below the site's root. Where a code was typed, the offer to check it is left out.
    """
    done = subprocess.run(  # noqa: S603 - our own script
        [*NODE, ASK, SITE / OURS],
        input=json.dumps(questions),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: list[list[str]] = json.loads(done.stdout)
    offer = "validator/#code="
    return {
        question: [place.partition("#")[0] for place in places if not place.startswith(offer)]
        for question, places in zip(questions, found, strict=True)
    }
