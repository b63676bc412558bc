"""Lighthouse's scores of a page to read and of the validator: `make bench-lighthouse`.

Both are served here as a static host would, compressed, and opened as Lighthouse's phone with
its slowed-down line and processor. Each score is the median of some runs; 100 is the best.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.line import Line, packed, serving
from site_build.site import PACKAGES, SITE, site_url

PAGES = ("identifiers/uei/", "validator/#code=K0999")
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The categories, and what each is to reach."""
FLAGS = "--headless=new --no-sandbox --disable-gpu"
# Written for the site's own address; here it is served on another port.
NOT_HERE = "canonical"


def look_at(url: str, report: Path) -> dict[str, Any]:
    """Let Lighthouse open a page, and read what it found."""
    subprocess.run(  # noqa: S603 - our own pinned program, and our own address
        [  # noqa: S607 - Node comes from the PATH that the Makefile sets
            "node",
            PACKAGES / "lighthouse/cli/index.js",
            url,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(GOALS)}",
            f"--skip-audits={NOT_HERE}",
            f"--chrome-flags={FLAGS}",
        ],
        env={**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def shortcomings(report: dict[str, Any]) -> list[str]:
    """Name the audits that cost points."""
    lost = []
    for name in GOALS:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                shown = audit.get("displayValue", "")
                lost.append(f"{name}: {audit['id']} {audit['score']:.2f} {shown}".rstrip())
    return lost


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for path in SITE.rglob("*"):
        if path.is_file():
            packed(path)  # so that nobody waits for the host to compress
    print(f"{'':<26}" + "".join(f"{name:>16}" for name in GOALS))
    prefix = urlsplit(site_url()).path
    with tempfile.TemporaryDirectory() as folder, serving(SITE, prefix, Line()) as url:
        for page in PAGES:
            reports = [look_at(url + page, Path(folder) / "r.json") for _ in range(options.runs)]
            scores = {
                name: statistics.median(100 * one["categories"][name]["score"] for one in reports)
                for name in GOALS
            }
            print(f"{page:<26}" + "".join(f"{score:>16.0f}" for score in scores.values()))
            for line in shortcomings(reports[-1]):
                print(f"  {line}")
    print(f"{'goal':<26}" + "".join(f"{goal:>16}" for goal in GOALS.values()))


if __name__ == "__main__":
    main()
