"""How fast the checker starts, next to Pyodide as it comes: `make bench-startup`.

Both run on the same page of the site and in the same kept profile; rounds are interleaved, so
that a slow moment of the machine hits both. "Plain" is `loadPyodide` with npm's own files and our
wheel; its mark is set when the core has given its catalogue, as ours is. Ours is the page as it is,
with its own marks. The numbers are milliseconds from the start of the navigation, and ratios
plain / ours.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.line import Line, packed, serving
from site_build.runtime.wheel import find_wheel
from site_build.site import PYODIDE, SITE
from site_tests.engines import ENGINES, VARIABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "/cagecore/"
PAGE = "validator/#code=K0999"
CORE, PATTERNS = "validator:core", "validator:patterns"
VISITS = (1, 3)
"""The first visit, and one at which everything that is kept has been kept."""
SETTLE = 2.5
"""Seconds until a browser has written down what it keeps."""
SLOW = Line(bits_per_second=1_600_000, round_trip=0.150)

PLAIN_PAGE = """
const worker = new Worker(new URL("plain-worker.js", import.meta.url), { type: "module" });
worker.onmessage = () => {
  performance.mark("validator:core");
  document.querySelector("[data-module]").dataset.state = "ready";
};
"""
PLAIN_WORKER = """
import { loadPyodide } from "./pyodide/pyodide.mjs";
const indexURL = new URL("./pyodide/", import.meta.url).href;
const wheel = new URL("./pyodide/WHEEL", import.meta.url).href;
const pyodide = await loadPyodide({ indexURL, packages: [wheel] });
const answer = pyodide.pyimport("cagecore.wire").answer;
answer('{"type": "catalogue"}');
self.postMessage("ready");
"""


def plain_site(folder: Path) -> Path:
    """Copy the site, with Pyodide as it comes in place of our scripts on the validator's page."""
    site = shutil.copytree(SITE, folder / "plain")
    place = site / "static" / "0123456789abcdef"
    shutil.copytree(PYODIDE, place / "pyodide")
    wheel = shutil.copy(find_wheel(), place / "pyodide")
    (place / "plain.js").write_text(PLAIN_PAGE, encoding="utf-8")
    worker = PLAIN_WORKER.replace("WHEEL", Path(wheel).name)
    (place / "plain-worker.js").write_text(worker, encoding="utf-8")
    page = site / "validator" / "index.html"
    html = page.read_text(encoding="utf-8")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    html = re.sub(r"<script[^>]*data-service-worker[^>]*></script>", "", html)
    html = re.sub(r'<link rel="modulepreload"[^>]*>', "", html)
    html, removed = re.subn(r"<script data-modules.*?</script>", "", html, flags=re.DOTALL)
    html, swapped = re.subn(
        r'src="[^"]*/validator\.js"', f'src="../static/{place.name}/plain.js"', html
    )
    if (removed, swapped) != (1, 1):
        raise RuntimeError("the validator's page has other scripts than expected")
    page.write_text(html, encoding="utf-8")
    (site / "_headers").unlink()
    return site


def visits(
    engine: str, program: str, url: str, marks: tuple[str, ...]
) -> Iterator[dict[str, float]]:
    """Visit the page again and again with one profile, and give the marks of each visit."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for _ in range(max(VISITS)):
            with ENGINES[engine](program, Path(profile)) as browser:
                browser.open(url)
                browser.wait_for("document.querySelector(\"[data-state='ready']\")", 300)
                script = "return args.map(name => performance.getEntriesByName(name)[0].startTime)"
                yield dict(zip(marks, browser.run(script, *marks), strict=True))
                time.sleep(SETTLE)


def compare(engine: str, program: str, addresses: dict[str, str], rounds: int) -> None:
    """Print the ratios of one engine."""
    found: dict[tuple[str, int], list[float]] = {}
    for _ in range(rounds):
        for kind, url in addresses.items():
            for number, marks in enumerate(visits(engine, program, url, (CORE,)), start=1):
                found.setdefault((kind, number), []).append(marks[CORE])
    for visit in VISITS:
        plain, ours = (statistics.median(found[kind, visit]) for kind in ("plain", "ours"))
        name = f"{engine}, visit {visit}"
        print(f"  {name:<22} {plain:>8.0f} {ours:>8.0f} {plain / ours:>8.2f}", flush=True)


def slow_line(program: str, rounds: int) -> None:
    """Print when the patterns can answer on a first visit over a slow line."""
    found = []
    with serving(SITE, PREFIX, SLOW) as url:
        for _ in range(rounds):
            with (
                tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
                ENGINES["chromium"](program, Path(profile)) as browser,
            ):
                browser.open(url + PAGE)
                browser.wait_for("document.querySelector('.cc-verdict')", 120)
                script = "return performance.getEntriesByName(args[0])[0].startTime"
                found.append(browser.run(script, PATTERNS))
    print(f"\nFirst visit over 1.6 Mbit/s and 150 ms: verdict by the patterns after"
          f" {statistics.median(found):.0f} ms")  # fmt: skip


def main() -> None:
    """Measure every engine that is here."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    options = parser.parse_args()
    programs = {
        name: os.environ[VARIABLES[name]]
        for name in options.engine or ENGINES
        if os.environ.get(VARIABLES[name])
    }
    print(f"Until the core is ready, medians of {options.rounds} rounds")
    print(f"  {'':<22} {'plain':>8} {'ours':>8} {'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        line = Line()
        other = plain_site(Path(folder))
        for path in (*SITE.rglob("*"), *other.rglob("*")):
            if path.is_file():
                packed(path)  # so that nobody waits for the host to compress
        with (
            serving(other, PREFIX, line) as plain,
            serving(SITE, PREFIX, line) as ours,
        ):
            addresses = {"plain": plain + PAGE, "ours": ours + PAGE}
            for engine, program in programs.items():
                compare(engine, program, addresses, options.rounds)
    if "chromium" in programs:
        slow_line(programs["chromium"], options.rounds)


if __name__ == "__main__":
    main()
