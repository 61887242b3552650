# Every task of the portal. Each target installs what it needs and is not there yet.
#
#   make serve [SITE=public] [PORT=8080]   build and serve the portal
#   make test                              every test, those in a real browser included
#   make build [SITE=public]               dist/ and target/release/portal, ready to deploy
#   make check                             format, lints, docs, fast tests
#   make bench                             measurements, beside other tools

SITE ?= public
PORT ?= 8080

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The tools are looked up when a recipe runs: before that they may not be there.
with_tools = PATH="$$(scripts/tools.sh path):$$PATH"
step = scripts/step.sh
# The same module from every machine, and no path of this one in it.
registry = $(firstword $(wildcard $(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src/*/))
same_paths = --remap-path-prefix=$(registry)= --remap-path-prefix=$(CURDIR)/=
wasm = wasm32-unknown-unknown

.PHONY: help
help: ## this list
	@sed -n '2,8s/^# \{0,1\}//p' Makefile

.PHONY: crates
crates:
	@scripts/tools.sh crates

.PHONY: lint-tools
lint-tools:
	@scripts/tools.sh lint

.PHONY: tools
tools: crates ## what building needs
	@scripts/tools.sh build

.PHONY: test-tools
test-tools:
	@scripts/tools.sh test

# What the shell is made of, and nothing that a site folder holds.
shell_sources := $(shell find src style scripts/bundle.sh index.html Trunk.toml Cargo.toml Cargo.lock -type f)

.PHONY: shell
shell: target/shell/index.html ## the app that knows no alliance, in target/shell

target/shell/index.html: $(shell_sources) | tools
	@$(with_tools) PORTAL_SHELL_ONLY=1 RUSTFLAGS="$(same_paths)" \
	  $(step) "compiling the app, target/shell" "2 to 4 minutes" \
	  trunk --log error build --release --dist target/shell
	@touch $@

editor_sources := $(shell find src/editor src/editor.rs src/wire src/bin/editor.rs style/editor style/tokens Cargo.toml Cargo.lock -type f)

.PHONY: editor
editor: target/editor/index.html ## the editor that `portal edit` serves, in target/editor

target/editor/index.html: $(editor_sources) | tools
	@$(with_tools) PORTAL_SHELL_ONLY=1 RUSTFLAGS="$(same_paths)" \
	  $(step) "compiling the editor, target/editor" "1 to 3 minutes" \
	  trunk --log error build src/editor/index.html --release --filehash false --dist target/editor
	@touch $@

# The program for a first look: its dependencies are those of `make build`, itself it is not
# optimised, which would take as long as everything else.
.PHONY: quick-program
quick-program: | crates
	@$(step) "compiling the program portal" "3 to 5 minutes" \
	  cargo build --quiet --release --features ssr --bin portal \
	  --config profile.release.package.portal.opt-level=0

# The app and the program are compiled side by side.
.PHONY: serve
serve:
	@$(MAKE) --no-print-directory --jobs=2 shell quick-program
	@target/release/portal serve $(SITE) --port $(PORT) --shell target/shell

.PHONY: build
build: shell editor
	@$(step) "compiling the program that carries the app, target/release/portal" "2 to 5 minutes" \
	  cargo build --quiet --release --features embedded-shell --bin portal
	@target/release/portal build $(SITE) --out dist --compress

# The program as it is handed out takes minutes to compile, and is a third of the size.
.PHONY: windows
windows: shell editor ## portal.exe, in target/windows
	@scripts/tools.sh windows
	@$(step) "compiling the program for Windows, target/windows/portal.exe" "5 to 10 minutes" \
	  cargo build --quiet --profile distribution --features embedded-shell --bin portal \
	  --target x86_64-pc-windows-gnu
	@install -D target/x86_64-pc-windows-gnu/distribution/portal.exe target/windows/portal.exe

.PHONY: test-windows
test-windows: windows ## the program for Windows under Wine
	@$(step) "the tests of the program for Windows" "1 to 2 minutes" \
	  cargo test --features wine --test windows

.PHONY: release
release: windows ## both programs with checksums, in target/release-files
	@$(step) "compiling the program, target/distribution/portal" "5 to 10 minutes" \
	  cargo build --quiet --profile distribution --features embedded-shell --bin portal
	@scripts/release.sh

.PHONY: manual-pictures
manual-pictures: test-tools shell editor ## the pictures of the editors' manual, in docs/manual
	@$(step) "compiling the program" "1 to 3 minutes" cargo build --quiet --features ssr --bin portal
	@node scripts/manual_pictures.mjs target/debug/portal "$$(scripts/tools.sh lighthouse)"

.PHONY: gallery
gallery: shell ## every component in each of its states, in target/gallery
	@$(step) "compiling the gallery and making it" "2 to 4 minutes" \
	  cargo run --quiet --features ssr --example gallery

.PHONY: lint
lint: | lint-tools
	@$(step) "looking at the format" "a second" cargo fmt --check
	@$(step) "looking at the program with clippy" "1 to 3 minutes" \
	  cargo clippy --quiet --features ssr --all-targets -- -D warnings
	@$(step) "looking at the app with clippy" "a minute" \
	  cargo clippy --quiet --features hydrate --lib --bin app --target $(wasm) -- -D warnings
	@$(step) "looking at the search's engine with clippy" "some seconds" \
	  cargo clippy --quiet --features engine --lib --bin engine --target $(wasm) -- -D warnings
	@$(step) "looking at the editor with clippy" "some seconds" \
	  cargo clippy --quiet --features editor --lib --bin editor --target $(wasm) -- -D warnings
	@RUSTDOCFLAGS="-D warnings" $(step) "looking at the documentation" "a minute" \
	  cargo doc --quiet --features ssr --no-deps --document-private-items

.PHONY: check
check: lint
	@$(step) "the tests without a browser" "2 to 5 minutes" \
	  cargo test --quiet --features ssr --lib --bins --test publish --test command_line --test architecture --test edit

.PHONY: test
test: test-tools shell editor
	@$(step) "the tests" "10 to 20 minutes" cargo test --features ssr
	@$(with_tools) CHROMEDRIVER="$$(command -v chromedriver)" \
	  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  $(step) "the tests of components in a browser" "1 to 2 minutes" \
	  cargo test --features csr --target $(wasm) --test web
	@echo "all tests passed"

.PHONY: test-engines
test-engines: shell ## the portal in Firefox and WebKit
	@scripts/tools.sh engines
	@$(step) "the tests in Firefox and WebKit" "3 to 8 minutes" \
	  cargo test --features engines --test browser engines -- --test-threads=1 --nocapture

.PHONY: bench
bench: bench-publish bench-search bench-visit bench-edit

.PHONY: bench-publish
bench-publish: shell
	@scripts/tools.sh bench
	@$(step) "publishing beside Hugo" "10 to 20 minutes" \
	  cargo bench --quiet --features ssr --bench publish

.PHONY: bench-search
bench-search: shell
	@scripts/tools.sh bench
	@$(with_tools) $(step) "searching beside Pagefind" "10 to 20 minutes" \
	  cargo bench --quiet --features ssr --bench search

.PHONY: bench-visit
bench-visit: shell
	@scripts/tools.sh bench
	@$(with_tools) $(step) "visiting beside Hugo and VitePress" "15 to 25 minutes" \
	  cargo bench --quiet --features ssr --bench visit

.PHONY: bench-edit
bench-edit: shell
	@$(step) "asking the editor's server of a large site" "3 to 6 minutes" \
	  cargo bench --quiet --features ssr --bench edit

.PHONY: clean
clean: ## everything that was built; the tools stay
	rm -rf target dist
