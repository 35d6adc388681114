# `make demo` and `make test` are all a newcomer needs; both start from Python 3.11+, git and make.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
VENV := .venv/bin
PARALLEL ?= 2
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --no-annotate

.PHONY: help demo test test-only bench lint scorecards docs lock clean ready ready-dev python

help:
	@echo "make demo         the product with a demo organisation on http://127.0.0.1:8000 (PORT=9000 for another port)"
	@echo "make test         everything: rules, behaviour on SQLite and PostgreSQL, processes, browsers"
	@echo "make lint         ruff and the floors of the house"
	@echo "make bench        how fast the main job is, against the bare engine"
	@echo "make scorecards   how much of the standards is kept"
	@echo "make docs         docs/bpmn.md, written from the tests"
	@echo "make lock         pin newer packages (needs uv and npm)"
	@echo "make clean        remove the environment and everything built; the data in var/ stays"

demo: ready
	@exec $(VENV)/mizban demo

test: ready-dev
	@$(MAKE) --no-print-directory test-only

test-only: lint
	@$(VENV)/python -m pytest -q -n $(PARALLEL) --dist worksteal $(TESTS)

lint: ready-dev
	@$(VENV)/ruff check --quiet . && echo "ruff: clean"
	@$(VENV)/lint-imports --no-cache > .lint-imports.log 2>&1 && echo "floors: kept" || { cat .lint-imports.log; exit 1; }
	@rm -f .lint-imports.log

bench: ready-dev
	@exec $(VENV)/python -m tests.bench $(BENCH)

scorecards: ready-dev
	@$(VENV)/python -m pytest -q -s -p no:cacheprovider tests/engine/dmn/test_compliance.py
	@$(VENV)/python -m pytest -q -s -p no:cacheprovider -k scorecard tests/engine
	@exec $(VENV)/python -m pytest -q -s -p no:cacheprovider tests/engine/scorecards.py

docs: ready-dev
	@exec $(VENV)/python -m tests.engine.constructs.document

lock:
	$(LOCK) --upgrade --extra dev pyproject.toml -o requirements-dev.lock
	$(LOCK) --constraints requirements-dev.lock pyproject.toml -o requirements.lock
	$(LOCK) --constraints requirements-dev.lock --group build -o requirements-build.lock
	cd frontend && npm install --package-lock-only

clean:
	rm -rf .venv build dist app/ui/static/dist frontend/node_modules .pytest_cache .ruff_cache .hypothesis

ready: python
	@$(PYTHON) tools/prepare.py

ready-dev: python
	@$(PYTHON) tools/prepare.py --dev

python:
	@test -n "$(PYTHON)" || { echo "Mizban needs Python 3.11 or newer, and none is on the PATH." >&2; exit 1; }
