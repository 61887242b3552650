#!/usr/bin/env bash
# Bundles the style sheets and the scripts for Trunk, which runs this before a build.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$(scripts/tools.sh path):$PATH
out=target/style
rm -rf "$out"
mkdir -p "$out"
# Old enough for the WebViews that are still about, new enough for cascade layers.
targets=chrome99,firefox97,safari15.4
# The frame is a part of each other critical sheet, and none by itself.
esbuild --log-level=warning --bundle --minify --target=$targets --outdir="$out" \
  $(ls style/critical/*.css | grep --invert-match /frame.css) style/portal.css style/editor/editor.css
esbuild --log-level=warning --minify --target=$targets --outfile="$out/boot.js" src/boot.js
esbuild --log-level=warning --minify --target=$targets --outfile="$out/engine.js" src/search_worker/start.js
for script in before_paint reader; do
  esbuild --log-level=warning --bundle --format=iife --minify --target=$targets \
    --outfile="$out/$script.js" "src/reading_tools/$script.js"
done
