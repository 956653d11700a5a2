# Fixline: make chat, make test, make build, make format, make lint, make install PREFIX=…
PREFIX ?= /usr/local
DESTDIR ?=
ARGS ?=

# What is linked from the system, as Debian calls it.
PACKAGES = jq sqlite3 time libsqlite3-dev libedit-dev libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config

SOURCES = Package.swift Sources Tests
# The Swift runtime goes into the program, so that it runs where Swift is not installed.
RELEASE = swift build -c release --static-swift-stdlib --product fixline

.PHONY: chat test properties build format lint install setup bench-start load crash clean

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
	python3 adapters/tests.py

## 10,000 random conversations; `make test` has 2,000 of them. Takes a few minutes.
properties: setup
	FIXLINE_CONVERSATIONS=10000 swift test --filter PropertyTests

## Kills the server 50 times while it answers and looks for what got lost. Takes a minute or two; not part of `make test`.
crash: build
	scripts/crash-test .build/release/fixline

## The program as it is installed: .build/release/fixline.
build: setup
	$(RELEASE)

## Many clients at once, then clients that mean no good: needs a quiet machine.
load: build
	python3 Benchmarks/load.py
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
