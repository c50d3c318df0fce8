# Everything starts here. `make serve` and `make test` install what they need into .venv and touch nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
TYPESCRIPT := typescript@5.9.3
# A Python that is asked for by name is the one that is used; else any that is new enough stays.
THIS := $(if $(filter file,$(origin PYTHON)),,--this-python)

# What looks at pages in their frame: run once more with the other frame (decision 22).
FRAMED := tests/pages tests/built tests/browser $(addprefix tests/publish/test_,frame_faults.py not_found.py serve.py stamping.py)

# What `make test` tries on a part of its cases (tests/sample.py).
SAMPLED := $(shell grep -rl "^from tests.sample import" tests --include="test_*.py")

# Tests start the command hundreds of times: one that compiles itself every time takes a third of a second more.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve build validate test test-full fuzz sbom check types bench format lock clean help always

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

serve: $(VENV)/.site  ## install, check, build and serve the site with live reload
	$(BIN)/katalog serve --port $(PORT)

build: $(VENV)/.site  ## build the site into site/
	$(BIN)/katalog build

validate: $(VENV)/.site  ## check every record
	$(BIN)/katalog validate

test: $(VENV)/.test  ## install what the tests need, Chromium included, and run everything; what is quick comes first
	$(BIN)/ruff format --check scripts tests
	$(BIN)/ruff check scripts tests
	$(BIN)/mypy
	$(BIN)/katalog validate
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

test-full: $(VENV)/.test $(VENV)/.zensical  ## what takes too long for every change; needs a network and apt install git python3-venv
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder tests/full
	KATALOG_TESTS=alla $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(SAMPLED)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --hypothesis-profile=search tests/record/test_load_properties.py
	KATALOG_RAM=zensical $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(FRAMED)

MINUTES ?= 10
fuzz: $(VENV)/.test $(VENV)/.fuzz  ## inputs of three kinds against all that reads what others wrote; MINUTES=60 for longer
	$(BIN)/python -m tests.fuzz --minuter $(MINUTES)

sbom: $(VENV)/.test  ## what the site is made with: a CycloneDX SBOM and a table of licences, in sbom/
	$(BIN)/python scripts/sbom.py

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
bench: $(VENV)/.test $(VENV)/.zensical  ## measure, with peers in the same run; PEERS=DIR/node_modules adds those of the search
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.serving
	$(BIN)/python -m tests.bench.frames
	$(BIN)/python -m tests.bench.match
	$(BIN)/python -m tests.bench.desk
	$(BIN)/python -m tests.bench.sok $(if $(PEERS),--peers $(PEERS))

# Pinned on the oldest Python that README promises, so that every pin can be installed there; --universal holds what other
# systems need too.
lock: $(VENV)/.site  ## pin the newest versions with hashes, without registry addresses
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	for name in requirements requirements-test requirements-zensical requirements-fuzz; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --output-file $$name.txt $$name.in || exit 1; \
	done

clean:  ## remove what was built and installed
	rm -rf $(VENV) .cache site

# `always`: the script itself knows in a moment whether anything has to be done.
$(VENV)/.site $(VENV)/.test $(VENV)/.zensical $(VENV)/.fuzz: always
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || { \
	  echo "Python 3.11 eller nyare behövs, och $(PYTHON) är det inte. Ange en annan: make serve PYTHON=python3.12"; \
	  echo "Python 3.11 or newer is needed, and $(PYTHON) is not. Name another one: make serve PYTHON=python3.12"; exit 1; }
	@$(PYTHON) scripts/install.py $(@:$(VENV)/.%=%) $(THIS)
