#!/usr/bin/env bash
# Builds everything and runs every test, the cheap ones first. `make test` calls it after the set-up.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }

# First, so that a missing browser shows now and not after the other tests.
browsers=$(tools/browsers.sh --ensure)
while IFS= read -r browser; do export "${browser?}"; done <<<"$browsers"

step "Wheel and runtime"
python -m site_build.make wheel runtime

pyodide_and_site() {
  tools/test_pyodide.sh
  step "Site"
  python -m site_build.make pages
}

# Side by side, in two processes. The output of one is shown after the other has ended, not between its lines.
said=build/pyodide-and-site.log
set -m # a process group of its own, to be ended as a whole
(pyodide_and_site) >"$said" 2>&1 &
beside=$!
set +m
trap 'kill -- -"$beside" 2>/dev/null || true' EXIT
failed=no
tools/test_pythons.sh || failed=yes
wait "$beside" || failed=yes
trap - EXIT
cat "$said"
if [[ $failed == yes ]]; then exit 1; fi

step "Site tests"
python -m pytest --numprocesses 2 --dist loadfile --doctest-modules site_build site_tests
