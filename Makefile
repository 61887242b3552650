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
with_tools = export PATH="$$(scripts/tools.sh path):$$PATH";
portal_dev = cargo run --quiet --features ssr --bin portal --
# The same module from every machine, and no path of this one in it.
registry = $(firstword $(wildcard $(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src/*/))
same_paths = --remap-path-prefix=$(registry)= --remap-path-prefix=$(CURDIR)/=
wasm_tests = wasm32-unknown-unknown

.PHONY: help
help: ## this list
	@sed -n '2,8s/^# \{0,1\}//p' Makefile

.PHONY: tools
tools: ## what building needs
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
	  trunk build --release --dist target/shell
	@touch $@

.PHONY: serve
serve: shell
	@$(portal_dev) serve $(SITE) --port $(PORT) --shell target/shell

.PHONY: build
build: shell
	@cargo build --release --features embedded-shell --bin portal
	@target/release/portal build $(SITE) --out dist --compress

.PHONY: gallery
gallery: shell ## every component in each of its states, in target/gallery
	@cargo run --quiet --features ssr --example gallery

.PHONY: check
check: shell
	cargo fmt --check
	cargo clippy --quiet --features ssr --all-targets -- -D warnings
	cargo clippy --quiet --features hydrate --lib --bin app --target $(wasm_tests) -- -D warnings
	cargo clippy --quiet --features engine --lib --bin engine --target $(wasm_tests) -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --features ssr --no-deps --document-private-items
	cargo test --quiet --features ssr --lib --bins --test publish --test command_line --test house

.PHONY: test
test: test-tools shell
	cargo fmt --check
	cargo clippy --quiet --features ssr --all-targets -- -D warnings
	cargo clippy --quiet --features hydrate --lib --bin app --target $(wasm_tests) -- -D warnings
	cargo clippy --quiet --features engine --lib --bin engine --target $(wasm_tests) -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --features ssr --no-deps --document-private-items
	cargo test --features ssr
	$(with_tools) CHROMEDRIVER="$$(command -v chromedriver)" \
	  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  cargo test --features csr --target $(wasm_tests) --test web
	@echo "all tests passed"

.PHONY: bench
bench: bench-publish bench-search

.PHONY: bench-publish
bench-publish: shell
	@scripts/tools.sh bench
	@cargo bench --quiet --features ssr --bench publish

.PHONY: bench-search
bench-search: shell
	@scripts/tools.sh bench
	@$(with_tools) cargo bench --quiet --features ssr --bench search

.PHONY: clean
clean: ## everything that was built; the tools stay
	rm -rf target dist
