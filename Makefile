# Everything starts here. `make serve` and `make test` install what they need into .venv and touch nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PORT ?= 8000
TYPESCRIPT := typescript@5.9.3

.PHONY: serve build validate test check types bench format lock clean help

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

serve: $(VENV)/.site  ## install, check, build and serve the site with live reload
	$(BIN)/katalog serve --port $(PORT)

build: $(VENV)/.site  ## build the site into site/
	$(BIN)/katalog build

validate: $(VENV)/.site  ## check every record
	$(BIN)/katalog validate

test: $(VENV)/.test  ## install what the tests need, Chromium included, and run everything
	$(BIN)/ruff format --check scripts tests
	$(BIN)/ruff check scripts tests
	$(BIN)/mypy
	$(BIN)/katalog validate
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest

check: $(VENV)/.test  ## format, lint and types
	$(BIN)/ruff format scripts tests
	$(BIN)/ruff check --fix scripts tests
	$(BIN)/mypy
	@$(MAKE) --no-print-directory types

types:  ## check the types of the site's scripts, where Node is found
	@if command -v npx >/dev/null; \
	then npx --yes --prefer-offline --package $(TYPESCRIPT) tsc -p docs/assets/js/jsconfig.json && echo "Skriptens typer: inga fel"; \
	else echo "Node finns inte: skriptens typer kontrolleras inte."; fi

# Peers of the search are installed by hand, for this alone: `npm install --prefix DIR minisearch pagefind`.
bench: $(VENV)/.test  ## measure, with peers in the same run; PEERS=DIR/node_modules adds those of the search
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.sok $(if $(PEERS),--peers $(PEERS))

# Pinned on the oldest Python that README promises, so that every pin can be installed there; --universal holds what other
# systems need too.
lock: $(VENV)/.site  ## pin the newest versions with hashes, without registry addresses
	$(INSTALL) uv
	for name in requirements requirements-test; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --output-file $$name.txt $$name.in || exit 1; \
	done

clean:  ## remove what was built and installed
	rm -rf $(VENV) .cache site

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 eller nyare behövs."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python saknar venv. På Debian och Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.site: requirements.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.site
	$(INSTALL) --require-hashes -r requirements-test.txt
	@touch $@
