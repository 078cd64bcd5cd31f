# govgraph: `make demo` shows it, `make test` proves it. Both need Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help demo test check bench pages clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(INSTALLED)-test: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

demo: $(INSTALLED) ## install, and check Shropshire's draft of July 2020
	$(BIN)/govgraph demo

test: $(INSTALLED)-test ## run the tests
	$(BIN)/python -m pytest

check: $(INSTALLED)-test ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(INSTALLED)-test ## measure speed, as ratios within one run
	$(BIN)/python benchmarks/bench.py

pages: $(INSTALLED)-test ## write what is made from the code: the page of rules, the schema
	$(BIN)/python tests/generated.py

clean: ## remove what was installed and cached
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
