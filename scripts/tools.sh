#!/usr/bin/env bash
# Installs the tools that the portal is built and tested with, each in its pinned version,
# into a cache outside of the checkout. What is there already is used as it is.
#
#   scripts/tools.sh build   what building needs
#   scripts/tools.sh test    that, a browser, and the programs that judge the output
#   scripts/tools.sh bench   what measurements compare with
#   scripts/tools.sh path    prints the PATH under which the tools are found
#   scripts/tools.sh axe     prints the file of axe-core
#   scripts/tools.sh lighthouse   prints the folder that Lighthouse is installed in
#   scripts/tools.sh xmllint      prints the module of xmllint
#   scripts/tools.sh sitemap      prints the schema of sitemaps
set -euo pipefail

cd "$(dirname "$0")/.."

TRUNK=0.21.14
BINARYEN=132.0.0
ESBUILD=0.28.2
AXE=4.11.4
LIGHTHOUSE=12.8.2
SITEMAP=9.0.1
XMLLINT=5.3.0
PAGEFIND=1.6.0
WASM_BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)

cache=${PORTAL_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/alliance-portal}

tools_path() {
  local path=$cache/trunk-$TRUNK/bin
  path+=:$cache/wasm-bindgen-$WASM_BINDGEN/bin
  path+=:$cache/binaryen-$BINARYEN/node_modules/.bin
  path+=:$cache/esbuild-$ESBUILD/node_modules/.bin
  path+=:$cache/debian/usr/bin:$cache/debian/usr/sbin
  path+=:$cache/pagefind-$PAGEFIND/node_modules/.bin
  echo "$path"
}

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# The tools run for seconds: compiling them fast matters more than how fast they are.
cargo_tool() {
  local root=$1 program=$2
  shift 2
  [ -x "$root/bin/$program" ] && return
  say "installing $(basename "$root") (once; some minutes)"
  CARGO_TARGET_DIR=$cache/build \
    CARGO_PROFILE_RELEASE_LTO=false \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_DEBUG=false \
    cargo install --quiet --root "$root" "$@"
  rm -rf "$cache/build"
}

npm_tool() {
  local root=$1 file=$2 package=$3
  [ -e "$root/node_modules/$file" ] && return
  say "installing $package"
  npm install --silent --no-audit --no-fund --prefix "$root" "$package"
}

debian_package() {
  local program=$1
  shift
  command -v "$program" >/dev/null && return
  say "installing $*"
  local sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Unpacked and not installed: an installed web server would start at once, at port 80.
unpacked_packages() {
  local root=$cache/debian
  [ "$(cat "$root/packages" 2>/dev/null)" = "$*" ] && return
  say "unpacking $*"
  local downloads
  downloads=$(mktemp -d)
  (
    cd "$downloads"
    apt-get download -qq "$@" 2>/dev/null || {
      local sudo=
      [ "$(id -u)" = 0 ] || sudo=sudo
      $sudo apt-get update -qq
      apt-get download -qq "$@"
    }
  )
  rm -rf "$root"
  mkdir -p "$root"
  for package in "$downloads"/*.deb; do
    dpkg-deb --extract "$package" "$root"
  done
  rm -rf "$downloads"
  echo "$*" >"$root/packages"
}

build_tools() {
  rustup target list --installed | grep -qx wasm32-unknown-unknown ||
    rustup target add wasm32-unknown-unknown
  mkdir -p "$cache"
  npm_tool "$cache/binaryen-$BINARYEN" .bin/wasm-opt "binaryen@$BINARYEN"
  npm_tool "$cache/esbuild-$ESBUILD" .bin/esbuild "esbuild@$ESBUILD"
  # wasm-bindgen-cli's own lock file names a dependency that the registry no longer has.
  cargo_tool "$cache/wasm-bindgen-$WASM_BINDGEN" wasm-bindgen \
    wasm-bindgen-cli --version "$WASM_BINDGEN"
  cargo_tool "$cache/trunk-$TRUNK" trunk \
    trunk --version "$TRUNK" --locked --no-default-features --features rustls
}

test_tools() {
  debian_package chromedriver chromium chromium-driver fonts-noto-cjk
  debian_package python3 python3
  unpacked_packages nginx nginx-common caddy python3-feedparser python3-sgmllib3k \
    python3-icalendar python3-dateutil python3-tz python3-six
  npm_tool "$cache/axe-$AXE" axe-core/axe.min.js "axe-core@$AXE"
  npm_tool "$cache/lighthouse-$LIGHTHOUSE" lighthouse/core/index.js "lighthouse@$LIGHTHOUSE"
  npm_tool "$cache/xmllint-$XMLLINT" xmllint-wasm/index-node.js "xmllint-wasm@$XMLLINT"
  # It has the schema of sitemaps.org.
  npm_tool "$cache/sitemap-$SITEMAP" sitemap/schema/sitemap.xsd "sitemap@$SITEMAP"
}

bench_tools() {
  mkdir -p "$cache"
  debian_package hugo hugo
  debian_package chromium chromium
  npm_tool "$cache/pagefind-$PAGEFIND" .bin/pagefind "pagefind@$PAGEFIND"
}

case "${1:-}" in
  build) build_tools ;;
  test)
    build_tools
    test_tools
    ;;
  bench) bench_tools ;;
  path) tools_path ;;
  axe) echo "$cache/axe-$AXE/node_modules/axe-core/axe.min.js" ;;
  xmllint) echo "$cache/xmllint-$XMLLINT/node_modules/xmllint-wasm/index-node.js" ;;
  sitemap) echo "$cache/sitemap-$SITEMAP/node_modules/sitemap/schema/sitemap.xsd" ;;
  lighthouse) echo "$cache/lighthouse-$LIGHTHOUSE/node_modules" ;;
  *)
    sed -n '5,10s/^# *//p' "$0" >&2
    exit 2
    ;;
esac
