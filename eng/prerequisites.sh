# What ./run and ./test need on a machine; sourced by both.

require_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^1[0-9]\.'; then
    echo "Refrain needs the .NET 10 SDK, and 'dotnet' does not offer one." >&2
    echo "Get it from https://dotnet.microsoft.com/download/dotnet/10.0 and start again." >&2
    return 1
  fi
}

require_node() {
  local major
  major="$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')"
  if [ -z "$major" ] || [ "$major" -lt 20 ] || ! command -v npm >/dev/null; then
    echo "Refrain builds its front end with Node.js 20 or newer, with npm; found: ${major:-none}." >&2
    echo "Get it from https://nodejs.org and start again." >&2
    return 1
  fi
}

# Prints the path of a Chromium that tests can drive.
find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$candidate" ] && command -v "$candidate" && return 0
  done
  return 1
}

# Installs Debian packages where this is Debian and we may.
install_packages() {
  command -v apt-get >/dev/null || return 1
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    sudo="sudo"
  fi
  echo "Installing $* ..."
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
