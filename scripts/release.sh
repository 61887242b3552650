#!/usr/bin/env bash
# Gathers both programs, the list of what is in them, and their checksums in target/release-files.
set -euo pipefail
cd "$(dirname "$0")/.."

out=target/release-files
rm -rf "$out"
mkdir -p "$out"
cp target/distribution/portal "$out/portal"
cp target/windows/portal.exe "$out/portal.exe"
cp docs/manual.md CHANGELOG.md "$out"
# Each crate that is compiled into one of the programs, with its version and its license.
for target in x86_64-unknown-linux-gnu x86_64-pc-windows-gnu; do
  cargo tree --locked --offline --features embedded-shell --target "$target" --edges normal \
    --prefix none --format '{p} | {l}'
done | sed 's/ (proc-macro)//; s/ (\*)//; s/ ([^)]*)//' | grep -v '^portal ' | sort -u >"$out/crates.txt"
(cd "$out" && sha256sum -- * >SHA256SUMS)
ls -l "$out"
