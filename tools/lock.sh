#!/usr/bin/env bash
# Pins the newest versions that requirements/*.in and package.json allow, with hashes and without
# the name of any host. uv makes the Python locks, as only it writes one for all platforms; pip installs them.
set -euo pipefail
cd "$(dirname "$0")/.."

lock_env=build/lock-env
mkdir -p build
"$(tools/find-python.sh --fetch 3.13)" -m venv --clear "$lock_env"
"$lock_env/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/lock.txt

# core.in reads dev.txt, so dev comes first. Extras stay, because an older pip looks for a pin of `coverage[toml]`
# and takes the newest release where it finds one of `coverage` only.
for pin in dev:3.13 core:3.11 pyodide:3.13 node:3.13 lock:3.13; do
  name=${pin%:*}
  (cd requirements && "../$lock_env/bin/uv" pip compile --quiet --upgrade --universal --generate-hashes \
    --no-strip-extras --no-emit-index-url --custom-compile-command "make lock" \
    --python-version "${pin#*:}" "$name.in" --output-file "$name.txt")
done
npm install --package-lock-only --silent

if grep -nE '://' requirements/*.txt || grep -n '"resolved"' package-lock.json; then
  echo "A lock file names a host." >&2
  exit 1
fi
