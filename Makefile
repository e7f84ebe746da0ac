# What one types to work on Toque. `make help` lists it; each target sets up what it needs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The uv that lays out .venv, of one known version, in a place of its own.
UV_VERSION := 0.13.9
UV := .uv/bin/uv
STAMP := .venv/.set-up
# Never an interpreter from the network; the package itself is editable, so .venv needs no renewal when code changes.
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
# Images like to ask for this: each process would compile Toque and its libraries anew, and start in 3.5 s, not 1.5.
unexport PYTHONDONTWRITEBYTECODE

# The first Python of the right age, `python3` before all others; or name one: make setup PYTHON=/opt/python3.13/bin/python3
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$name" && break; done)

# Tests in two processes, each of which has half of them in a row, so that what a room shares is started once, and then
# helps the other out; others by hand: make test ARGS="-n 0 -x tests/rules"
ARGS ?=
PYTEST := .venv/bin/pytest -n 2 --dist worksteal
POSTGRES15 := /usr/lib/postgresql/15/bin

.PHONY: help setup run test faults demo check format test-postgres15 browser clean bench bench-parse bench-analytics bench-pages soak

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP) ## Lay out .venv from uv.lock: Toque and all that its tests need
	@echo "Toque is set up: make run, or .venv/bin/toque"

$(UV):
	@if [ -z "$(PYTHON)" ]; then \
		echo "Toque needs Python 3.11 or later, and this machine has: $$(python3 --version 2>&1 || true)." >&2; \
		echo "Install one (Debian: apt-get install python3 python3-venv), or name it: make setup PYTHON=/path/to/python3" >&2; \
		exit 1; fi
	@if ! "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$(PYTHON) cannot make virtual environments. On Debian: apt-get install python3-venv" >&2; exit 1; fi
	@rm -rf .uv && "$(PYTHON)" -m venv .uv
	@.uv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: uv==$(UV_VERSION) \
		|| { rm -rf .uv; exit 1; }

$(STAMP): pyproject.toml uv.lock Makefile | $(UV)
	@[ "$$($(UV) --version | cut -d' ' -f2)" = $(UV_VERSION) ] || { rm -rf .uv; $(MAKE) --no-print-directory $(UV); }
	@echo "Laying out .venv from uv.lock…"
	@$(UV) sync --frozen --quiet --python "$(PYTHON)"
	@touch $@

run: $(STAMP) ## Start Toque with everything it needs; Ctrl-C stops it
	@exec .venv/bin/toque up

test: $(STAMP) browser ## Run the tests (ARGS="-k words" for some of them)
	$(PYTEST) -m "not faults" $(ARGS)

bench: $(STAMP) ## Measure speed beside peers and the limit (ARGS="--only intake,actions --quick")
	@$(UV) sync --frozen --quiet --inexact --group bench
	PYTHONPATH=. .venv/bin/python bench/speed.py $(ARGS)

bench-parse: $(STAMP) ## Measure what is read right and how quickly, beside its peers (ARGS="--only long")
	PYTHONPATH=. .venv/bin/python bench/parse.py $(ARGS)

bench-analytics: $(STAMP) ## Measure how quickly the statistics answer over a large log
	PYTHONPATH=. .venv/bin/python bench/analytics.py $(ARGS)

bench-pages: $(STAMP) browser ## Measure how quickly the dashboard stands with 100,000 items, and what it weighs
	PYTHONPATH=. .venv/bin/python bench/pages.py $(ARGS)

soak: $(STAMP) ## Ten minutes of load with workers and PostgreSQL killed, then count (ARGS="--minutes 60")
	PYTHONPATH=. .venv/bin/python bench/soak.py $(ARGS)

faults: $(STAMP) ## Run the slower tests, which kill real processes
	@if [ ! -x /usr/sbin/pgbouncer ] && [ "$${CI:-}" = true ] && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq pgbouncer >/dev/null; fi
	$(PYTEST) -m faults $(ARGS)

demo: $(STAMP) ## Play the scripted scenario and say what became of each reaction
	.venv/bin/toque demo --script

check: $(STAMP) ## Lint, formatting, types, and who may import whom
	$(UV) lock --check --quiet
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format: $(STAMP) ## Format the code and mend what ruff can mend
	.venv/bin/ruff check --fix-only --quiet .
	.venv/bin/ruff format .

test-postgres15: $(STAMP) ## Run what asks a database, but not in a browser, against Debian's PostgreSQL 15, where it is installed
	@if [ ! -x $(POSTGRES15)/initdb ] && [ "$${CI:-}" = true ] && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql-15 >/dev/null; fi
	@if [ -x $(POSTGRES15)/initdb ]; then \
		.venv/bin/python .ci/with_postgres.py $(POSTGRES15) $(PYTEST) -m "database and not browser and not faults" $(ARGS); \
	else \
		echo "PostgreSQL 15 is not installed, so nothing was tested against it (Debian: apt-get install postgresql-15)."; fi

# Tests marked `browser` drive Debian's Chromium; it is installed only once such a test exists.
browser:
	@if grep -rqs --include='*.py' 'mark\.browser' tests && ! command -v chromium >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
		else echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium" >&2; exit 1; fi; fi

clean: ## Remove what the targets above made, but never the data directory
	rm -rf .venv .uv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
