# Everything from a bare machine with git, make and Python 3.11 or newer. `make help` lists the targets.
# It must stay plain: macOS has GNU make 3.81 and /bin/sh.

COMPANY ?= socar
WORKERS ?= 2
# Named by the caller where the first one on PATH will not do: make PYTHON=python3.12 demo
PYTHON ?=
export PYTHON
# For `make test-all`.
PYTHONS ?= 3.11 3.12 3.13
# How often each command is measured.
BENCH_RUNS ?=
export BENCH_RUNS
# How long all targets are fuzzed together.
FUZZ_SECONDS ?=
export FUZZ_SECONDS

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# What was done is remembered in the environment itself, under a hash of what it was done from. Not by file times,
# which a checkout changes. An environment holds its own path, so a copied or moved one is made anew.
made := $(VENV)/.made-$(shell pwd | cksum | cut -d' ' -f1)
wanted := $(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)
installed_run := $(VENV)/.installed-run-$(wanted)
installed_test := $(VENV)/.installed-test-$(wanted)
installed_check := $(VENV)/.installed-check-$(wanted)
# Else going back to an earlier commit would look installed.
forget_others = find $(VENV) -maxdepth 1 -name '.installed-*' ! -name '*-$(wanted)' -exec rm -f {} +

.DEFAULT_GOAL := help
.NOTPARALLEL: # all targets install into one environment
.PHONY: help demo test test-all check coverage coverage-core fuzz mutants bench bench-growth bench-preview pictures constraints
.PHONY: clean system-run system-test

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: $(installed_run) system-run ## set everything up, build the example's resume, say where it lies
	@$(BIN)/resume build --company $(COMPANY)
	@echo "The files:"
	@find "$$PWD/dist/$(COMPANY)" -type f

test: $(installed_test) system-run system-test ## set everything up, with what the tests need, and run all tests
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal # some tests take a hundred times as long as others

test-all: ## the tests on each Python that is here, each in an environment of its own (PYTHONS="3.11 3.12 3.13")
	@MAKE='$(MAKE)' sh scripts/test_all.sh $(PYTHONS)

check: $(installed_check) ## style, types, the direction of imports, the docs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python scripts/check_docs.py
	$(BIN)/python scripts/write_reference.py --check

coverage: $(installed_test) system-run system-test ## which lines no test runs
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage report

coverage-core: $(installed_test) system-run ## the same of the pure core alone, by tests that run in one process; 95 % are wanted
	@$(BIN)/coverage run -m pytest -q -p no:xdist tests/unit tests/rules tests/golden tests/templates
	@$(BIN)/python scripts/core_coverage.py

fuzz: $(installed_test) system-run ## fuzz whatever reads bytes of strangers, for FUZZ_SECONDS=600
	@$(PIP) install --editable '.[fuzz]' --constraint constraints.txt
	@$(BIN)/python scripts/fuzz.py

mutants: $(installed_test) system-run ## change one small thing at a time in dates, select and the guard: does a test notice?
	@$(BIN)/python scripts/mutants.py --write

bench: $(installed_test) system-run system-test ## measure against other tools, into docs/benchmarks.md (BENCH_RUNS=5)
	@$(BIN)/python benchmarks/run.py

bench-growth: $(installed_test) system-run ## measure and draw how time and memory grow
	@$(BIN)/python benchmarks/growth.py

bench-preview: $(installed_test) system-run system-test ## how long a save takes to show in the preview
	@$(BIN)/python scripts/bench_preview.py

pictures: $(installed_test) system-run system-test ## make the README's pictures anew
	@$(BIN)/python scripts/write_pictures.py

constraints: $(made) ## write constraints.txt anew: the newest releases that fit together
	@sh scripts/write_constraints.sh $(BIN)/python

clean: ## remove what was built and every cache; the environment too
	rm -rf $(VENV) .venv-* dist build .bench .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Quick when nothing is missing, so it is looked at each time: a system's packages come and go without us.
system-run: $(made)
	@$(BIN)/python scripts/system_packages.py run

system-test: $(made)
	@$(BIN)/python scripts/system_packages.py test

$(made):
	@python=$$(sh scripts/find_python.sh) && "$$python" scripts/system_packages.py venv && \
		echo "Making the environment $(VENV) with $$python" && "$$python" -m venv --clear $(VENV)
	@touch $@

$(installed_run): $(made)
	@echo "Installing resume-tailor (the first time takes a minute)"
	@$(forget_others)
	@$(PIP) install --editable . --constraint constraints.txt
	@touch $@

$(installed_test): $(made)
	@echo "Installing resume-tailor and what its tests need"
	@$(forget_others)
	@$(PIP) install --editable '.[test]' --constraint constraints.txt
	@touch $(installed_run) $@

$(installed_check): $(made)
	@echo "Installing resume-tailor and what checks it"
	@$(forget_others)
	@$(PIP) install --editable '.[check]' --constraint constraints.txt
	@touch $(installed_run) $@
