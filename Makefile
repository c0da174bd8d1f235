# Every command of the project. `make start` and `make test` set up what they need.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SEEDS  ?= 5
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: setup start test check dev bench battery lint types contracts unit chromium lock pictures clean

setup: $(VENV)/.installed ## .venv with every extra, front end built
	@$(BIN)/python frontend/hatch_build.py

start: setup ## set up what is missing, start the app
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

lock: $(VENV)/.installed ## renew requirements/*.txt from pyproject.toml
	@$(BIN)/python requirements/lock.py

$(VENV)/bin/python:
	@echo "Making $(VENV) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Agnesi needs Python 3.11 or newer: set PYTHON=python3.11, or install it."; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.required: requirements/build.txt requirements/all.txt | $(VENV)/bin/python
	@echo "Installing what Agnesi is made of (once, a few minutes) ..."
	@$(BIN)/pip install --quiet --require-hashes -r requirements/build.txt
	@$(BIN)/pip install --quiet --require-hashes -r requirements/all.txt
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.required
	@echo "Building the pages ..."
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) frontend/node_modules src/agnesi/web/static/built
