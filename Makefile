# Fixline: make chat, make test, make benchmark, make build, make format, make lint, make install PREFIX=…
PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=
# Where the shell looks for what /usr/local installs; Debian's own packages use vendor-completions.
ZSH_FUNCTIONS ?= site-functions
ROOT = $(abspath $(DESTDIR)$(PREFIX))

# Public corpora for make benchmark: a folder with clinc150/train.tsv and so on.
CORPORA ?= ../shared/corpora

# What is linked from the system, as Debian calls it.
PACKAGES = jq sqlite3 time libsqlite3-dev libedit-dev libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config

# What the adapters are tried against; where it can't be installed, those tests are skipped.
ADAPTER_PACKAGES = python3 ngircd netcat-openbsd node-typescript

SOURCES = Package.swift Sources Tests
LOAD = Benchmarks/.build/release/load --fixline .build/release/fixline
# The Swift runtime goes into the program, so that it runs where Swift is not installed.
RELEASE = swift build -c release --static-swift-stdlib --product fixline

.PHONY: chat test build format lint install manual deb test-deb reference pictures quality setup bench-start load crash clean bench-log benchmark import-bench properties mutants

## A conversation. A debug build, since from an empty folder that gives a prompt soonest.
chat: setup
	@swift build --product fixline >&2
	@.build/debug/fixline chat $(ARGS)

## Everything that can be proved: unit and end-to-end tests, the content, every transcript.
test: setup
	scripts/test
	.build/debug/fixline check
	.build/debug/fixline replay
	.build/debug/fixline replay --coverage
	-@.ci/setup $(ADAPTER_PACKAGES)
	python3 adapters/tests.py

## 10,000 random conversations; `make test` has 2,000 of them. Takes a few minutes.
properties: setup
	FIXLINE_CONVERSATIONS=10000 swift test --filter PropertyTests

## Breaks the rules of scripts/mutations.toml one by one and lists those whose tests noticed nothing. Takes a quarter of an hour.
mutants: setup
	scripts/mutate $(ARGS)

## Kills the server 50 times while it answers, then lets four write to one log, and looks for what got lost. Takes a
## minute or two; not part of `make test`.
crash: build
	scripts/crash-test .build/release/fixline
	scripts/shared-log .build/release/fixline

## The program as it is installed: .build/release/fixline.
build: setup
	$(RELEASE)

## Many clients at once, then clients that mean no good: needs a quiet machine.
load: build
	swift build -c release --package-path Benchmarks --product load
	$(LOAD) --rate 2000
	$(LOAD)
	$(LOAD) --rate 2000 --tcp --messages 40
	$(LOAD) --rate 2000 --clients 1000 --messages 40
	$(LOAD) --clients 500 --sessions 200 --memory 200
	$(LOAD) --term
	python3 Benchmarks/hostile.py

format:
	swift format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)

## The program with its content, manual pages, completions and systemd unit.
install: build manual
	install -D -s .build/release/fixline $(ROOT)/bin/fixline
	cd Intents && find . -type f -exec install -D -m 644 {} $(ROOT)/share/fixline/{} ';'
	install -D -m 644 -t $(ROOT)/share/man/man1 .build/manual/*.1
	.build/release/fixline --generate-completion-script bash | install -D -m 644 /dev/stdin $(ROOT)/share/bash-completion/completions/fixline
	.build/release/fixline --generate-completion-script zsh | install -D -m 644 /dev/stdin $(ROOT)/share/zsh/$(ZSH_FUNCTIONS)/_fixline
	.build/release/fixline --generate-completion-script fish | install -D -m 644 /dev/stdin $(ROOT)/share/fish/vendor_completions.d/fixline.fish
	sed 's|/usr/local|$(PREFIX)|g' adapters/systemd/fixline.service | install -D -m 644 /dev/stdin $(ROOT)/lib/systemd/system/fixline.service

## A page for each command, from its definition: .build/manual.
manual: build
	swift build --product generate-manual >&2
	rm -rf .build/manual
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} scripts/man-pages .build/release/fixline .build/manual

## A Debian package of all that `make install` installs: .build/deb.
deb: build manual
	@.ci/setup dpkg-dev
	scripts/build-deb

## Installs the Debian package into an empty Debian and tries it there. Takes root and a few minutes.
test-deb: deb
	@.ci/setup debootstrap
	scripts/test-deb

## How long one message takes as a whole process.
bench-start: build
	@scripts/start-time.sh

## The reference of every public name, as web pages: .build/reference. A warning is an error.
reference:
	swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members >&2
	rm -rf .build/graphs && mkdir .build/graphs
	for room in Sources/*/; do cp .build/*/symbolgraph/$$(basename $$room)[.@]*json .build/graphs 2>/dev/null || true; done
	rm -f .build/graphs/CLineEditor.*
	docc convert docs/Fixline.docc --additional-symbol-graph-dir .build/graphs --warnings-as-errors \
	  --fallback-display-name Fixline --fallback-bundle-identifier fixline --output-dir .build/reference

## The pictures in the documents: a conversation with the real program, the rooms and their real imports.
pictures: build
	@.ci/setup tmux graphviz
	scripts/picture .build/release/fixline > docs/conversation.svg
	scripts/rooms > docs/rooms.svg

## How fast turns become durable, and how long reports and searches take in a log of a million. Takes some minutes.
bench-log: build
	scripts/durable-turns .build/release/fixline
	scripts/log-times .build/release/fixline

## Accuracy and speed beside peers from PyPI; writes the table in docs/benchmarks.md. BENCHMARK="--test DIR" for test splits.
benchmark: build
	@python3 Benchmarks/compare.py $(CORPORA) --write docs/benchmarks.md $(BENCHMARK)

## All that Fixline promises, measured: writes docs/quality.md. Takes a minute.
quality: build
	scripts/quality

## How long it takes to import 3,000 articles, to start on them and to answer.
import-bench: build
	@scripts/import-bench

## Installs what is missing of PACKAGES; quick when nothing is.
setup:
	@.ci/setup $(PACKAGES)

clean:
	rm -rf .build
