# Every target makes the virtual environment first, from the locked and hashed list of packages.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test test-all lint bench bench-collection bench-redaction lock clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 ..." if sys.version_info < (3, 11) else 0)'
	@echo "Making the virtual environment (once; about a minute) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)  ## a whole hiring round on synthetic candidates, on this machine alone
	@$(BIN)/python -m tests.demo

test: $(READY)  ## the tests that need nothing but this machine (under ten minutes)
	@$(BIN)/python -m pytest -n $(WORKERS) -m "not slow and not servers" -q

test-all: $(READY) lint test  ## everything: also long suites and real servers
	@$(BIN)/python -m pytest -m "slow or servers" -q

lint: $(READY)  ## style, types, import rules, policy table
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/vetting policy check --brief

bench: $(READY)  ## items per second from collection to sealed summaries
	@$(BIN)/python -m benchmarks.rounds

bench-collection: $(READY)  ## items per second of collection beside a bare loop, its memory and where the time goes
	@$(BIN)/python -m benchmarks.collection

bench-redaction: $(READY)  ## recall, over-redaction and speed of the redactor; DATA=file.jsonl for your own texts
	@$(BIN)/python -m benchmarks.redaction $(DATA)

lock: $(READY)  ## make requirements.lock anew from pyproject.toml (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --extra dev --extra postgres --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  pyproject.toml -o requirements.lock

clean:  ## remove the virtual environment, caches and the demo's output
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage *.egg-info demo-output build dist
