#!/usr/bin/env bash
# Prints the path of the Chromium that the tests drive. This is the one place that chooses it:
# CHROMIUM from the environment, else the machine's own, else Playwright's.
#
# chromium.sh            find it, or fail with one line
# chromium.sh --ensure   find it, else install it without asking anything of the person: Debian's
#                        package where this is root (a container, CI), else Playwright's download
# chromium.sh --install  likewise, but use sudo for Debian's package (`make browsers` asks for this)
set -euo pipefail
cd "$(dirname "$0")/.."

mode=${1-}

# A file of that name proves nothing: on Ubuntu it may only point to a snap. So it has to run.
runs() { "$1" --version >/dev/null 2>&1; }

find_chromium() {
  local name path
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if path=$(command -v "$name") && runs "$path"; then echo "$path"; return; fi
  done
  path=$(.venv/bin/python tools/playwright_chromium.py 2>/dev/null) && runs "$path" && echo "$path"
}

# Fonts, because a bare container has none and text would be drawn as boxes.
apt_install() {
  "$@" apt-get update -qq &&
    "$@" apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core fonts-liberation
}

install_chromium() {
  export DEBIAN_FRONTEND=noninteractive
  local as_root=()
  if [[ $EUID != 0 ]]; then as_root=(sudo); fi
  if command -v apt-get >/dev/null && [[ $EUID == 0 || $mode == --install ]]; then
    echo "Installing Debian's chromium ..." >&2
    if apt_install "${as_root[@]}" >/dev/null && find_chromium >/dev/null; then return; fi
  fi
  echo "Installing Playwright's Chromium ..." >&2
  .venv/bin/playwright install chromium >/dev/null 2>&1 ||
    { echo "Playwright's Chromium could not be downloaded." >&2; return 1; }
}

if [[ -n ${CHROMIUM-} ]]; then
  if runs "$CHROMIUM"; then echo "$CHROMIUM"; exit 0; fi
  echo "CHROMIUM is set to $CHROMIUM, which does not run." >&2
  exit 1
fi
if find_chromium; then exit 0; fi
if [[ $mode == --ensure || $mode == --install ]] && install_chromium && find_chromium; then exit 0; fi
echo "No Chromium that runs: install one (make browsers does it on Debian), or set CHROMIUM to its path." >&2
exit 1
