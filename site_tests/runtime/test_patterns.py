"""The page's patterns, run by Node, and the core, on this Python, say the same of a code.

That the core in the browser answers as it does here is another test's matter.
"""

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cagecore import SCHEMES, wire
from site_tests.scripts.near_codes import CHECK_DIGITS, near_codes
from site_tests.scripts.node import NODE
from site_tests.support.built import tree

LOOKS = Path(__file__).parents[1] / "scripts" / "looks.mjs"
CODES = 27_000
IN_FIELDS = 4_000
FIELDS = (["cage"], ["cage", "ncage"], ["uei"], ["zip"])


def looks(*asked: tuple[list[str], list[str] | None]) -> Any:  # noqa: ANN401 - as JSON gives it
    """Ask the patterns that the validator's page carries."""
    scripts = tree("validator/").iter("script")
    (data,) = [one for one in scripts if one.get("data-part") == "patterns"]
    question = json.dumps({"patterns": json.loads(data.text or ""), "asked": asked})
    done = subprocess.run(  # noqa: S603 - our own script
        [*NODE, LOOKS],
        input=question,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def reports(texts: list[str], expected: list[str] | None) -> Any:  # noqa: ANN401 - as JSON gives it
    """Ask the core with the request that the worker sends."""
    request = {"type": "check", "texts": texts, "expect": expected}
    answers = json.loads(wire.answer(json.dumps(request)))["answers"]
    return [answer["report"] for answer in answers]


def has_shape(report: dict[str, Any]) -> bool:
    """Say whether a code has its kind's shape: only rules about a check digit complain, if any."""
    findings = report["readings"][0]["findings"] if report["readings"] else []
    errors = {one["rule"] for one in findings if one["severity"] == "error"}
    return bool(report["scheme"]) and (report["well_formed"] or errors <= set(CHECK_DIGITS))


@pytest.fixture(scope="module")
def compared() -> dict[str, tuple[list[Any], list[Any]]]:
    """Give what the patterns and the core say about the same texts, for each kind of field."""
    texts = near_codes(CODES)
    asked = [(texts, None), *((texts[:IN_FIELDS], field) for field in FIELDS)]
    names = ["any", *(",".join(field) for field in FIELDS)]
    both = zip(looks(*asked), [reports(*one) for one in asked], strict=True)
    return dict(zip(names, both, strict=True))


@pytest.mark.parametrize("field", ["any", *(",".join(field) for field in FIELDS)])
def test_patterns_agree_with_the_core(
    compared: dict[str, tuple[list[Any], list[Any]]], field: str
) -> None:
    """Both give the same scheme, shape and nation for every plain text."""
    differences = []
    seen = Counter[str | None]()
    found, known = compared[field]
    for look, report in zip(found, known, strict=True):
        if not look["plain"]:
            continue
        fits = has_shape(report)
        core = (report["scheme"], True, report["nation"]) if fits else (None, False, None)
        first = look["report"]
        patterns = (first["scheme"], first["well_formed"], first["nation"])
        seen[first["scheme"]] += 1
        decided = look["complete"] and first["well_formed"] != report["well_formed"]
        if decided or core != patterns:
            differences.append((report["input"], core, patterns))

    assert differences[:10] == []
    assert seen.total() > len(known) * 0.8
    if field == "any":
        assert seen.total() >= 20_000
        plain = {key for key, scheme in SCHEMES.items() if scheme.ungrouped_lengths}
        assert {"cage", "ncage", "uei", "duns"} <= seen.keys() - {None} <= plain
