# The doors of presskit's house. `make help` names them; everything else follows from .venv, which sets itself up.
# Another interpreter: `PY=python3.12 make test`.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
# The peers of the repair want Python 3.12, and packages of their own.
PEERS := .venv-peers
PEERS_PY ?= python3.12
SEED := seeds/000_8cd93b1bce707555.txt

# The stamp is named after the interpreter, so that another one, or a newer one under the same name, builds anew.
READY = $(VENV)/.ready$(subst /,-,$(PYTHON))
PYTHON := $(shell scripts/find-python $(PY))

.PHONY: help
help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-8s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(READY)  ## set up .venv, with pinned packages (the other targets do it where needed)

.PHONY: run
run: $(READY)  ## show the record of the seed release
	@$(BIN)/presskit parse --format json $(SEED)

.PHONY: test
test: $(READY)  ## run the tests (ARGS="-k view" for a few of them)
	@$(BIN)/python -m pytest $(ARGS)

.PHONY: lint
lint: $(READY)  ## check the style with ruff
	@$(BIN)/python -m ruff check src tests benchmarks
	@$(BIN)/python -m ruff format --check --quiet src tests benchmarks

.PHONY: types
types: $(READY)  ## check the types with mypy
	@$(BIN)/python -m mypy

.PHONY: bench
bench: $(READY)  ## measure the speed against its targets, on one core
	@$(BIN)/python -m compileall -q src  # as an installed package is
	@$(BIN)/python benchmarks/bench.py

.PHONY: spacing
spacing: $(READY) $(PEERS)/bin/python  ## hold the repair against its peers (TEXTS="well-edited/*.txt")
	@$(BIN)/python benchmarks/spacing.py $(PEERS)/bin/python $(TEXTS)

$(PEERS)/bin/python: benchmarks/peers.txt
	@rm -rf $(PEERS) && $(PEERS_PY) -m venv $(PEERS) && $(PEERS)/bin/python -m pip install -qq -r benchmarks/peers.txt >&2

.PHONY: clean
clean:  ## delete .venv and what the tools leave behind
	rm -rf $(VENV) $(PEERS) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml constraints.txt scripts/make-venv
	@scripts/make-venv "$(PYTHON)" $(VENV) >&2
	@$(BIN)/python -m compileall -q src  # as pip does for what it installs; a checkout is not compiled by it
	@touch $@
