# Familieopslag on Debian or Ubuntu. `make demo` and `make test` each do all that they need, from a clean clone.

SHELL := /bin/sh
BIN := .venv/bin
STAMP := .venv/.ready
# An invented person of resources/testregister: married, with three children and a mother.
DEMO_NUMBER ?= 1405810704
DEMO_PICTURE ?= demo.png

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint format fuzz leaks bench faults endurance installer clean
.DELETE_ON_ERROR:

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## system packages (installed only when missing) and .venv

$(STAMP): pyproject.toml tools/setup.sh
	tools/setup.sh dev
	@touch $@

demo: $(STAMP) ## the program on its local test service, in a window or, without a display, as a picture
	@tools/demo.sh "$(BIN)" "$(DEMO_NUMBER)" "$(DEMO_PICTURE)"

test: lint ## lint, types, import contracts, and every test
	$(BIN)/python -m pytest $(PYTEST_ARGUMENTS) </dev/null

lint: $(STAMP) ## format, lint, types, import contracts, and no person numbers in the files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 --no-warn-unreachable desktop
	$(BIN)/lint-imports
	$(BIN)/python tools/cpr_scan.py

format: $(STAMP) ## rewrite the files as ruff wants them
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

fuzz: $(STAMP) ## spoil 50,000 replies: only domain errors or views, and no protection ever gets lost
	$(BIN)/python -m tests.fuzz $(FUZZ_ARGUMENTS)

leaks: $(STAMP) ## made-up families through every way out of the program, thousands of them
	FAMILIEOPSLAG_LEAK_EXAMPLES=$${FAMILIEOPSLAG_LEAK_EXAMPLES:-5000} $(BIN)/python -m pytest tests/leaks -o faulthandler_timeout=0 $(PYTEST_ARGUMENTS)

bench: $(STAMP) ## times and memory, beside a bare window and a bare request
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.bench

faults: $(STAMP) ## every fault that can be injected, and what window and command line make of it
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.faults

endurance: $(STAMP) ## 10,000 lookups with faults in one run: memory, threads, descriptors, and what is left over
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m tests.endurance $(ENDURANCE_ARGUMENTS)

installer: $(STAMP) ## the frozen program in dist/familieopslag
	tools/setup.sh dev,installer
	$(BIN)/pyinstaller --noconfirm --clean --distpath dist --workpath build installer/familieopslag.spec

clean: ## everything that the commands above made
	rm -rf .venv build dist demo.png .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
