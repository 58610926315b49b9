# Sourced by host/start and tests/run: installs what assets/packages lists and is missing, configures, builds.
# Nothing is fetched but Debian packages.

vidimus_say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

vidimus_install() {
  local wanted missing
  mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]*$//' assets/packages | grep -v '^$')
  missing=()
  local package
  for package in "${wanted[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing and need root to install: ${missing[*]}" >&2
      echo "Ask an administrator to run: apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    root=(sudo)
  fi
  vidimus_say "Installing ${#missing[@]} missing packages"
  "${root[@]}" apt-get update -q >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

# vidimus_build PRESET [cmake --build arguments]
vidimus_build() {
  local preset=$1
  shift
  cmake --preset "$preset" >"$(vidimus_log "$preset")" 2>&1 || { cat "$(vidimus_log "$preset")" >&2; return 1; }
  cmake --build --preset "$preset" "$@" >&2
}

vidimus_log() { mkdir -p build && echo "build/configure-$1.log"; }
