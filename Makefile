# `make serve` and `make test` do everything from a bare checkout; see CONTRIBUTING.md for the rest.
# A set-up step leaves a stamp when it has finished, so the next run skips it and an interrupted one is made again.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# A fixed date makes every product the same on every build.
export SOURCE_DATE_EPOCH := $(shell sed -nE 's/^EPOCH: Final = "([0-9]+)"$$/\1/p' site_build/site.py)
# The theme's notice about its own future is known and says nothing about a build.
export NO_MKDOCS_2_WARNING := 1
# Python, Node and every tool come from .venv first.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

DEV := .venv/.installed
NODE := node_modules/.installed

.PHONY: help setup serve site test lint format bench bench-startup bench-lighthouse browsers lock clean

help: ## list these targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1 - \2/p' Makefile

setup: $(DEV) $(NODE) ## install what is pinned, nothing more

$(DEV): requirements/dev.txt requirements/node.txt tools/install-dev.sh
	@tools/install-dev.sh
	@touch $@

$(NODE): package.json package-lock.json .npmrc | $(DEV)
	@echo "Installing the pinned npm packages into node_modules ..."
	@npm ci --loglevel=error >/dev/null
	@touch $@

site: setup ## build the site into site/, as far as something has changed
	@python -m site_build.settings
	@python -m site_build.make

serve: site ## the same, and serve it on this machine
	@python -m site_build.host.serve

test: setup ## build everything and run every test
	@tools/test.sh

lint: setup ## check style and types, change nothing
	@ruff check --quiet
	@ruff format --check --quiet
	@mypy --no-error-summary
	@for project in tsconfig*.json; do node_modules/.bin/tsc --project "$$project"; done
	@node_modules/.bin/biome ci --colors=off --error-on-warnings

format: setup ## rewrite what the formatters can put right
	@ruff check --fix --quiet || true
	@ruff format --quiet
	@node_modules/.bin/biome check --write

bench: setup ## print how fast the library is, as ratios
	@python -m bench.core

bench-startup: site ## print how fast the checker starts in three browsers, as ratios
	@env $$(tools/browsers.sh) python -m bench.startup

bench-lighthouse: site ## print Lighthouse's scores of a page to read and of the validator
	@env $$(tools/browsers.sh) python -m bench.lighthouse

browsers: $(DEV) ## install the browsers that the tests drive, with Debian's packages if need be
	@tools/browsers.sh --install

lock: ## bring the pinned Python and npm versions up to date
	@tools/lock.sh

clean: ## remove everything that these targets made
	rm -rf .venv .venvs node_modules build site .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage test-results
