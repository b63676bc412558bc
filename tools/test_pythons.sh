#!/usr/bin/env bash
# Runs tests/ and the doctests on every supported CPython of this machine, each in a virtual
# environment of its own, and tries the built wheel there. In CI (CI=true) a missing Python fails.
# Coverage is measured once, on 3.13.
set -euo pipefail
cd "$(dirname "$0")/.."

for version in $(<.python-version); do
  printf '\n== tests/ on Python %s\n' "$version"
  if ! python=$(tools/find-python.sh "$version" 2>/dev/null); then
    echo "Left out: there is no Python $version here."
    if [[ ${CI-} == true ]]; then exit 1; fi
    continue
  fi

  home=.venvs/$version
  if [[ requirements/core.txt -nt $home/.installed ]]; then
    "$python" -m venv --clear "$home"
    "$home/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/core.txt
    touch "$home/.installed"
  fi

  # The tests read the checkout. This proves that the wheel installs and that its command runs.
  "$home/bin/python" -m pip install -qq --disable-pip-version-check --no-index --no-deps --force-reinstall build/wheel/*.whl
  (cd build && "../$home/bin/cagecore" check 1ABC5 >/dev/null)

  coverage=()
  if [[ $version == 3.13 ]]; then coverage=(--cov --cov-report=term-missing); fi
  # The odd form of the array is for macOS, whose old bash takes an empty one for unset.
  "$home/bin/python" -m pytest --doctest-modules ${coverage[@]+"${coverage[@]}"} cagecore tests
done
