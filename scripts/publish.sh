#!/usr/bin/env bash
# Turns the shell that Trunk has just built into a complete portal; Trunk runs this after a
# build, on the folder that it is about to put in place. SITE names the site folder.
set -euo pipefail
cd "$(dirname "$0")/.."
staging=${TRUNK_STAGING_DIR:?is set by Trunk}
# The editor has no part in a portal.
[ ! -e "$staging/editor.js" ] || exit 0
# The engine is a worker: what starts it stands behind its glue in one file.
cat target/style/engine.js >>"$staging/engine.js"
cp target/chunks/*.wasm "$staging"
if [ "${TRUNK_PROFILE:-}" = release ]; then
  # Trunk's own minifier leaves the glue of wasm-bindgen alone.
  PATH=$(scripts/tools.sh path):$PATH
  for glue in "$staging"/app-*.js; do
    esbuild --log-level=warning --minify --format=esm --allow-overwrite --outfile="$glue" "$glue"
  done
  esbuild --log-level=warning --minify --allow-overwrite --outfile="$staging/engine.js" \
    "$staging/engine.js"
fi
[ -z "${PORTAL_SHELL_ONLY:-}" ] || exit 0
portal=$(mktemp -d)
trap 'rm -rf "$portal"' EXIT
cargo run --quiet --features ssr --bin portal -- \
  build "${SITE:-public}" --shell "$staging" --out "$portal/dist"
find "$staging" -mindepth 1 -delete
cp -r "$portal/dist/." "$staging/"
