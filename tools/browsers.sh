#!/usr/bin/env bash
# Prints the browsers that the tests drive, one NAME=path per line. This is the one place that chooses them:
# what the environment names, else the machine's own, else (Chromium only) Playwright's.
#
# browsers.sh            find them
# browsers.sh --ensure   find them, else install what is missing without asking anything:
#                        Debian's packages where this is root (a container, CI), else Playwright's Chromium
# browsers.sh --install  likewise, but use sudo for Debian's packages (`make browsers` asks for this)
#
# Without Chromium it fails. Another engine that is missing is reported in one line; in CI (CI=true) that fails, too.
set -euo pipefail
cd "$(dirname "$0")/.."

mode=${1-}

# A file of that name proves nothing: on Ubuntu it may only point to a snap. So it has to run.
runs() { "$1" --version >/dev/null 2>&1; }

find_chromium() {
  local name path
  for name in "${CHROMIUM-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if path=$(command -v "$name") && runs "$path"; then echo "$path"; return; fi
  done
  path=$(.venv/bin/python tools/playwright_chromium.py 2>/dev/null) && runs "$path" && echo "$path"
}

find_firefox() {
  local name path
  for name in "${FIREFOX-}" firefox-esr firefox; do
    if path=$(command -v "$name") && runs "$path"; then echo "$path"; return; fi
  done
  return 1
}

# The driver, the bindings of the browser that it drives, and a screen for it.
find_webkit() {
  local path
  path=$(command -v "${WEBKIT_DRIVER:-WebKitWebDriver}") && "$path" --help >/dev/null 2>&1 && command -v Xvfb >/dev/null &&
    /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1")' 2>/dev/null && echo "$path"
}

# Debian's packages of an engine. No table of names, because macOS has a bash without them.
packages_of() {
  case $1 in
    # Fonts, because a bare container has none and text would be drawn as boxes.
    chromium) echo chromium fonts-dejavu-core fonts-liberation ;;
    firefox) echo firefox-esr ;;
    webkit) echo webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb ;;
  esac
}

apt_install() {
  local as_root=()
  if [[ $EUID != 0 ]]; then as_root=(sudo); fi
  command -v apt-get >/dev/null && [[ $EUID == 0 || $mode == --install ]] || return 1
  echo "Installing Debian's $* ..." >&2
  export DEBIAN_FRONTEND=noninteractive
  # The odd form of the array is for an old bash, which takes an empty one for unset.
  { ${as_root[@]+"${as_root[@]}"} apt-get update -qq &&
    ${as_root[@]+"${as_root[@]}"} apt-get install -qq -y --no-install-recommends "$@"; } >/dev/null
}

playwright_install() {
  echo "Installing Playwright's Chromium ..." >&2
  .venv/bin/playwright install chromium >/dev/null 2>&1 ||
    { echo "Playwright's Chromium could not be downloaded." >&2; return 1; }
}

install() {
  # shellcheck disable=SC2046 # the packages are words
  apt_install $(packages_of "$1") && return
  [[ $1 == chromium ]] && playwright_install
}

# find_or_install ENGINE VARIABLE: print its line, or say in one what its absence means for the tests.
find_or_install() {
  local engine=$1 variable=$2 path
  if path=$(find_"$engine") || { [[ $mode == --* ]] && install "$engine" && path=$(find_"$engine"); }; then
    echo "$variable=$path"
    return
  fi
  local advice="Install it (make browsers does it on Debian), or set $variable to its path."
  if [[ $engine == chromium || ${CI-} == true ]]; then
    echo "No $engine that runs, and the site's tests cannot do without. $advice" >&2
    return 1
  fi
  echo "No $engine that runs: its tests are left out. $advice" >&2
}

find_or_install chromium CHROMIUM
find_or_install firefox FIREFOX
find_or_install webkit WEBKIT_DRIVER
