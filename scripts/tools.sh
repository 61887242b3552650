#!/usr/bin/env bash
# Installs what the portal is built and tested with, each tool in its pinned version, into a
# cache outside of the checkout. What is there already is used as it is.
#
#   scripts/tools.sh build   what building needs, the crates of Cargo.lock included
#   scripts/tools.sh crates  the crates of Cargo.lock alone
#   scripts/tools.sh lint    the crates, and the target that the app is compiled for
#   scripts/tools.sh test    what building needs, a browser, and the programs that judge the output
#   scripts/tools.sh engines Firefox and WebKit, to test in
#   scripts/tools.sh windows what the program for Windows is compiled and tried with
#   scripts/tools.sh bench   what measurements compare with
#   scripts/tools.sh apt     lists Debian's packages that are needed: there or missing
#   scripts/tools.sh path    prints the PATH under which the tools are found
#   scripts/tools.sh axe     prints the file of axe-core
#   scripts/tools.sh lighthouse   prints the folder that Lighthouse is installed in
#   scripts/tools.sh xmllint      prints the module of xmllint
#   scripts/tools.sh sitemap      prints the schema of sitemaps
#   scripts/tools.sh vitepress    prints the folder that VitePress is installed in
#
# A tool is made in a folder of its own and moved to its place when it is whole, so that one
# whose installation was broken off is never taken for one that is there.
set -euo pipefail

cd "$(dirname "$0")/.."

TRUNK=0.21.14
WASM_SPLIT=0.2.4
BINARYEN=132.0.0
ESBUILD=0.28.2
AXE=4.11.4
LIGHTHOUSE=12.8.2
SITEMAP=9.0.1
XMLLINT=5.3.0
PAGEFIND=1.6.0
VITEPRESS=1.6.4
WASM_BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)

cache=${PORTAL_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/alliance-portal}

tools_path() {
  # First what stands in for the real wasm-bindgen.
  local path=$PWD/scripts/split:$cache/trunk-$TRUNK/bin
  path+=:$cache/wasm-bindgen-$WASM_BINDGEN/bin
  path+=:$cache/wasm-split-$WASM_SPLIT/bin
  path+=:$cache/binaryen-$BINARYEN/node_modules/.bin
  path+=:$cache/esbuild-$ESBUILD/node_modules/.bin
  path+=:$cache/debian/usr/bin:$cache/debian/usr/sbin
  path+=:$cache/pagefind-$PAGEFIND/node_modules/.bin
  echo "$path"
}

# What only the system's packages bring, by what it is for: a program and its packages.
APT_TEST="chromedriver:chromium,chromium-driver,fonts-noto-cjk python3:python3"
APT_ENGINES="firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver xvfb-run:xvfb,xauth"
APT_WINDOWS="x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 /usr/lib/wine/wine64:wine64"
APT_BENCH="hugo:hugo chromedriver:chromium,chromium-driver,fonts-noto-cjk"
UNPACKED="nginx nginx-common caddy python3-feedparser python3-sgmllib3k
  python3-icalendar python3-dateutil python3-tz python3-six"

step() { scripts/step.sh "$@"; }

# For what only downloads: a registry may break off.
thrice() { "$@" || "$@" || "$@"; }

# Moves what a step has made to its place.
keep() {
  rm -rf "$2"
  mv "$1" "$2"
}

# The tools run for seconds: compiling them soon matters more than how fast they are.
cargo_tool() {
  local root=$1 program=$2 usually=$3
  shift 3
  [ -x "$root/bin/$program" ] && return
  rm -rf "$root.part"
  # Both tools share a target folder, which also lets a broken-off installation go on.
  step "installing $(basename "$root")" "$usually" env \
    CARGO_TARGET_DIR="$cache/build" \
    CARGO_PROFILE_RELEASE_LTO=false \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
    CARGO_PROFILE_RELEASE_DEBUG=false \
    CARGO_PROFILE_RELEASE_STRIP=true \
    CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback \
    cargo install --quiet --no-track --root "$root.part" "$@"
  keep "$root.part" "$root"
}

npm_tool() {
  local root=$1 file=$2 package=$3
  [ -e "$root/node_modules/$file" ] && return
  rm -rf "$root.part"
  step "installing $package" "some seconds" \
    scripts/tools.sh thrice npm install --silent --no-audit --no-fund --prefix "$root.part" "$package"
  keep "$root.part" "$root"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt() {
  thrice as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >/dev/null
}

debian_packages() {
  local wanted program packages
  for wanted in "$@"; do
    program=${wanted%%:*} packages=${wanted#*:}
    command -v "$program" >/dev/null && continue
    step "updating the list of Debian's packages" "some seconds" scripts/tools.sh apt-get update
    # shellcheck disable=SC2086 # The packages are words.
    step "installing ${packages//,/ }" "a minute" \
      scripts/tools.sh apt-get install -y --no-install-recommends ${packages//,/ }
  done
}

# Unpacked and not installed: an installed web server would start at once, at port 80.
unpack_packages() {
  local root=$1 downloads
  shift
  downloads=$(mktemp -d)
  (
    cd "$downloads"
    apt-get download -qq "$@" 2>/dev/null || {
      apt update
      thrice apt-get download -qq "$@"
    }
  )
  mkdir -p "$root"
  for package in "$downloads"/*.deb; do
    dpkg-deb --extract "$package" "$root"
  done
  rm -rf "$downloads"
  echo "$*" >"$root/packages"
}

unpacked_packages() {
  local root=$cache/debian
  [ "$(cat "$root/packages" 2>/dev/null)" = "$*" ] && return
  rm -rf "$root.part"
  step "unpacking nginx, Caddy and readers of feeds and calendars" "some seconds" \
    scripts/tools.sh unpack "$root.part" "$@"
  keep "$root.part" "$root"
}

list_apt() {
  local wanted package
  for wanted in $APT_TEST $APT_ENGINES $APT_WINDOWS $APT_BENCH; do
    for package in $(echo "${wanted#*:}" | tr , ' '); do
      if dpkg-query --show --showformat '${Status}' "$package" 2>/dev/null | grep -q ' installed$'; then
        echo "there    $package"
      else
        echo "missing  $package"
      fi
    done
  done | sort -u
}

# Neither Trunk nor what is compiled beside it is to ask the registry.
fetch_crates() {
  cargo fetch --quiet --locked --offline 2>/dev/null ||
    step "fetching the crates of Cargo.lock" "some seconds" \
      scripts/tools.sh thrice cargo fetch --quiet --locked
}

lint_tools() {
  rustup target list --installed | grep -qx wasm32-unknown-unknown ||
    step "adding the target wasm32-unknown-unknown" "some seconds" \
      scripts/tools.sh thrice rustup target add wasm32-unknown-unknown
  fetch_crates
}

build_tools() {
  lint_tools
  mkdir -p "$cache"
  npm_tool "$cache/binaryen-$BINARYEN" .bin/wasm-opt "binaryen@$BINARYEN"
  npm_tool "$cache/esbuild-$ESBUILD" .bin/esbuild "esbuild@$ESBUILD"
  # wasm-bindgen-cli's own lock file names a dependency that the registry no longer has.
  # Of both tools' features none is used: they stand for TLS, and nothing is downloaded.
  cargo_tool "$cache/wasm-bindgen-$WASM_BINDGEN" wasm-bindgen "1 to 2 minutes" \
    wasm-bindgen-cli --version "$WASM_BINDGEN" --no-default-features
  cargo_tool "$cache/wasm-split-$WASM_SPLIT" wasm-split-cli "1 minute" \
    wasm_split_cli_support --version "$WASM_SPLIT" --features build-binary
  cargo_tool "$cache/trunk-$TRUNK" trunk "2 to 5 minutes" \
    trunk --version "$TRUNK" --locked --no-default-features
  rm -rf "$cache/build"
}

test_tools() {
  # shellcheck disable=SC2086 # The packages are words.
  debian_packages $APT_TEST
  # shellcheck disable=SC2086
  unpacked_packages $UNPACKED
  npm_tool "$cache/axe-$AXE" axe-core/axe.min.js "axe-core@$AXE"
  npm_tool "$cache/lighthouse-$LIGHTHOUSE" lighthouse/core/index.js "lighthouse@$LIGHTHOUSE"
  npm_tool "$cache/xmllint-$XMLLINT" xmllint-wasm/index-node.js "xmllint-wasm@$XMLLINT"
  # It has the schema of sitemaps.org.
  npm_tool "$cache/sitemap-$SITEMAP" sitemap/schema/sitemap.xsd "sitemap@$SITEMAP"
}

engine_tools() {
  # shellcheck disable=SC2086 # The packages are words.
  debian_packages $APT_ENGINES
}

windows_tools() {
  # shellcheck disable=SC2086 # The packages are words.
  debian_packages $APT_WINDOWS
  rustup target list --installed | grep -qx x86_64-pc-windows-gnu ||
    step "adding the target x86_64-pc-windows-gnu" "some seconds" \
      scripts/tools.sh thrice rustup target add x86_64-pc-windows-gnu
  fetch_crates
}

bench_tools() {
  mkdir -p "$cache"
  # shellcheck disable=SC2086
  debian_packages $APT_BENCH
  npm_tool "$cache/pagefind-$PAGEFIND" .bin/pagefind "pagefind@$PAGEFIND"
  npm_tool "$cache/vitepress-$VITEPRESS" .bin/vitepress "vitepress@$VITEPRESS"
}

case "${1:-}" in
  build) build_tools ;;
  crates) fetch_crates ;;
  lint) lint_tools ;;
  test)
    build_tools
    test_tools
    ;;
  engines) engine_tools ;;
  windows) windows_tools ;;
  bench) bench_tools ;;
  apt) list_apt ;;
  path) tools_path ;;
  axe) echo "$cache/axe-$AXE/node_modules/axe-core/axe.min.js" ;;
  xmllint) echo "$cache/xmllint-$XMLLINT/node_modules/xmllint-wasm/index-node.js" ;;
  sitemap) echo "$cache/sitemap-$SITEMAP/node_modules/sitemap/schema/sitemap.xsd" ;;
  lighthouse) echo "$cache/lighthouse-$LIGHTHOUSE/node_modules" ;;
  vitepress) echo "$cache/vitepress-$VITEPRESS/node_modules" ;;
  # The steps above that need this script's functions.
  thrice)
    shift
    thrice "$@"
    ;;
  apt-get)
    shift
    apt "$@"
    ;;
  unpack)
    shift
    unpack_packages "$@"
    ;;
  *)
    sed -n '5,18s/^# *//p' "$0" >&2
    exit 2
    ;;
esac
