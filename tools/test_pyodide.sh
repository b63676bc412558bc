#!/usr/bin/env bash
# Runs tests/ inside Pyodide on the built runtime; see pyodide_tests.mjs. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."
# Node may be there and nowhere else.
export PATH="$PWD/.venv/bin:$PATH"

printf '\n== tests/ inside Pyodide\n'
wheels=build/pyodide-wheels
if [[ requirements/pyodide.txt -nt $wheels/../.pyodide-wheels ]]; then
  rm -rf "$wheels"
  # Pyodide unpacks pure-Python wheels only, so ask for those of no platform.
  .venv/bin/python -m pip download -qq --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
    --platform any --implementation py --abi none --python-version 3.13 \
    -d "$wheels" -r requirements/pyodide.txt
  touch "$wheels/../.pyodide-wheels"
fi
node tools/pyodide_tests.mjs "$@"
