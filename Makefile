# Fixline: make chat, make test, make build, make format, make lint, make install PREFIX=…
PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=

# What is linked from the system, as Debian calls it.
PACKAGES = jq sqlite3 time libsqlite3-dev libedit-dev libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config

# What the adapters are tried against; where it can't be installed, those tests are skipped.
ADAPTER_PACKAGES = ngircd netcat-openbsd node-typescript

SOURCES = Package.swift Sources Tests
LOAD = Benchmarks/.build/release/load --fixline .build/release/fixline
# The Swift runtime goes into the program, so that it runs where Swift is not installed.
RELEASE = swift build -c release --static-swift-stdlib --product fixline

.PHONY: chat test build format lint install setup bench-start load crash clean

## A conversation. A debug build, since from an empty folder that gives a prompt soonest.
chat: setup
	@swift build --product fixline >&2
	@.build/debug/fixline chat $(ARGS)

## Everything that can be proved: unit and end-to-end tests, the content, every transcript.
test: setup
	swift test
	.build/debug/fixline check
	.build/debug/fixline replay
	.build/debug/fixline replay --coverage
	-@.ci/setup $(ADAPTER_PACKAGES)
	python3 adapters/tests.py

## Kills the server 50 times while it answers and looks for what got lost. Takes a minute or two; not part of `make test`.
crash: build
	scripts/crash-test .build/release/fixline

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

install: build
	install -D -s .build/release/fixline $(DESTDIR)$(PREFIX)/bin/fixline
	cd Intents && find . -name '*.yaml' -exec install -D -m 644 {} $(DESTDIR)$(PREFIX)/share/fixline/{} ';'

## How long one message takes as a whole process.
bench-start: build
	@scripts/start-time.sh

## Installs what is missing of PACKAGES; quick when nothing is.
setup:
	@.ci/setup $(PACKAGES)

clean:
	rm -rf .build
