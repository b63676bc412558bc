#!/usr/bin/env bash
# Builds everything and runs every test, the cheap ones first. `make test` calls it after the set-up.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }

# First, so that a machine without a browser hears of it now and not after the other tests.
browsers=$(tools/browsers.sh --ensure)
while IFS= read -r browser; do export "${browser?}"; done <<<"$browsers"

step "Wheel and runtime"
python -m site_build.runtime.wheel
python -m site_build.runtime.build

tools/test_pythons.sh
tools/test_pyodide.sh

step "Site"
python -m mkdocs build --strict --quiet

step "Site tests"
python -m pytest --doctest-modules site_build site_tests
