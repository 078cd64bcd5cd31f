# govgraph: `make demo` shows it, `make test` proves it, `make test-long` proves the rest. All need Python 3.11 or newer
# and make, nothing else; the tests get Chromium and LibreOffice where they may, and leave out what needs them elsewhere.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
BROWSERS := chromium chromium-browser google-chrome google-chrome-stable chrome
FIREFOXES := firefox-esr firefox
LEAVE_NOTHING_OUT ?= # anything: tests that lack a program fail, as in .ci/run
ALL = $(if $(strip $(LEAVE_NOTHING_OUT)),--leave-nothing-out)
FILES ?= # what `make mutants` puts faults into
TESTS ?= # `make coverage` and `make mutants` run these only
SEED ?= $(shell od -An -N4 -tu4 /dev/urandom) # what chance begins with in `make test-long`: another each time

.PHONY: help demo desk test test-long test-desk check coverage mutants bench pages notebooks pictures docs corpus draft-figures browser firefox office clean

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[draw]'
	touch $@

$(INSTALLED)-test: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

$(INSTALLED)-dev: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

$(INSTALLED)-docs: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	touch $@

demo: $(INSTALLED) ## install, check the draft of Shropshire of July 2020, and draw it as demo.html
	$(BIN)/govgraph demo --output demo.html

test: $(INSTALLED)-test browser ## run the tests, but for those that take long
	$(BIN)/python -m pytest -m "not long and not desk" $(ALL)

test-long: $(INSTALLED)-test browser office ## run those that take long, and whatever is left to chance anew, from SEED=...
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -m "long and not desk" --hypothesis-seed=$(strip $(SEED)) $(ALL)

test-desk: $(INSTALLED)-test browser firefox ## build the desk and run its tests; needs the network, or what was fetched before
	PATH="$$PATH:$(abspath $(BIN))" HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -m desk $(ALL)

# npm comes with the test dependencies where the machine has none. What is fetched stays in build/desk. A wheel that is
# built afterwards brings the page.
DESK := dist/govgraph-desk.html

desk: $(INSTALLED)-test ## build the desk, one page with the whole of govgraph: dist/govgraph-desk.html
	$(BIN)/python desk/build.py --output $(DESK)
	cp $(DESK) govgraph/desk/

# What the tests of pages and workbooks run in: the names of a program, its packages, what it is called.
define program
	@for name in $(1); do ! command -v $$name >/dev/null || exit 0; done; \
	if [ "$$(id -u)" = 0 ]; then root=env; else root="sudo -n env"; fi; \
	apt="$$root DEBIAN_FRONTEND=noninteractive apt-get -qq"; \
	if ! command -v apt-get >/dev/null; then why="there is no apt-get to install it with"; \
	elif ! $$root true 2>/dev/null; then why="to install it takes root, or sudo without a password"; \
	elif ! { $$apt update && $$apt install --yes $(2); } >/dev/null; then why="apt-get could not install it"; \
	else exit 0; fi; \
	echo "The tests in $(3) $(if $(strip $(LEAVE_NOTHING_OUT)),will fail,are left out): it is not installed, and $$why."
endef

browser: ## install Chromium, as `make test` does where it may
	$(call program,$(BROWSERS),chromium fonts-noto-cjk,Chromium)

firefox: ## install Firefox, as `make test-desk` does where it may
	$(call program,$(FIREFOXES),firefox-esr,Firefox)

office: ## install LibreOffice, as `make test-long` does where it may
	$(call program,soffice libreoffice,--no-install-recommends libreoffice-calc-nogui libreoffice-writer-nogui,LibreOffice)

# The types of the page's script. npm comes with the test dependencies where the machine has none.
TYPES := build/types/node_modules
NPM = PATH="$(abspath $(BIN)):$$PATH" npm --prefix build/types

$(TYPES): package.json $(INSTALLED)-test
	mkdir -p build/types
	cp package.json build/types
	$(NPM) install --no-package-lock --no-audit --no-fund --silent
	touch $@

# The scripts of the desk, with the packages that they are bundled from.
DESK_TYPES := build/desk/npm/fetched-by

$(DESK_TYPES): desk/package.json desk/package-lock.json desk/.npmrc $(INSTALLED)-test
	$(BIN)/python desk/parts.py
	touch $@

check: $(INSTALLED)-test $(TYPES) $(DESK_TYPES) ## style, types, and how hard the messages are to read
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(NPM) run types --silent -- $(abspath govgraph/diagram/templates/page/main.js)
	PATH="$$PATH:$(abspath $(BIN))" npm --prefix desk run types --silent
	$(BIN)/python tests/texts.py

coverage: $(INSTALLED)-dev ## measure which lines run in the tests, or in TESTS=tests/rules only
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered --cov-report=html $(strip $(TESTS))

mutants: $(INSTALLED)-dev ## put faults into FILES="govgraph/..." and list those that their tests, or TESTS=..., let pass
	$(BIN)/python tests/mutants.py "$(strip $(FILES))" "$(strip $(TESTS))"

bench: $(INSTALLED)-test browser ## measure speed, as ratios within one run; that of the desk too, where it was built
	$(BIN)/python benchmarks/bench.py
	if test -f $(DESK); then $(BIN)/python benchmarks/bench_desk.py $(DESK); fi

PROSE ?= tests/drafting/texts # a folder of texts with keys, as `make draft-figures` measures drafts on

draft-figures: $(INSTALLED)-test ## how right drafts are on texts with keys, in PROSE=folder
	$(BIN)/python benchmarks/draft_figures.py $(strip $(PROSE))

pages: $(INSTALLED)-test ## write what is made from the code: the page of rules, the schema
	$(BIN)/python tests/generated.py

notebooks: $(INSTALLED)-test ## run the notebooks and write their outputs
	$(BIN)/python tests/notebooks.py

pictures: $(INSTALLED)-test browser ## draw the pictures of the README
	$(BIN)/python tests/pictures.py

docs: $(INSTALLED)-docs ## make pages of the guide and of the reference, in build/docs
	$(BIN)/mkdocs build --strict

corpus: $(INSTALLED)-test ## draw the structures that `make test` asks about
	$(BIN)/python tests/corpus.py

clean: ## remove what was installed and cached
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build desk/node_modules govgraph/desk/govgraph-desk.html
