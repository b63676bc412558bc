#!/usr/bin/env bash
# Prints the path of a CPython of the version asked for (such as 3.13) that can make virtual environments.
# Usage: find-python.sh [--fetch] VERSION. With --fetch, uv may download one where uv is there and Python is not.
set -euo pipefail

fetch=no
if [[ ${1-} == --fetch ]]; then fetch=yes; shift; fi
version=$1

# A name on PATH proves nothing: pyenv's shims exist for versions they then refuse to run, Debian splits
# venv off, and a virtual environment cannot rebuild itself. So each candidate has to run and to answer.
try() {
  "$1" -c "
import sys, venv, ensurepip
assert sys.implementation.name == 'cpython' and '%d.%d' % sys.version_info[:2] == '$version'
assert sys.prefix == sys.base_prefix
print(sys.executable)" 2>/dev/null
}

from_uv() { uv python find --system --no-project "$version" 2>/dev/null || true; }

candidates() {
  type -ap "python$version" python3 || true
  if command -v uv >/dev/null; then from_uv; fi
  if command -v pyenv >/dev/null; then
    find "$(pyenv root)/versions" -path "*/$version.*/bin/python$version" 2>/dev/null | sort -rV
  fi
}

while read -r candidate; do
  if try "$candidate"; then exit 0; fi
done < <(candidates)

if [[ $fetch == yes ]] && command -v uv >/dev/null && uv python install "$version" >&2; then
  if try "$(from_uv)"; then exit 0; fi
fi

echo "Python $version with its venv module was not found: install it (pyenv install $version, or: uv python install $version)." >&2
exit 1
