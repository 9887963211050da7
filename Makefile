# `make run` and `make test` need nothing but Python 3.11 to 3.13 and a package index.
# Everything is installed from hashed locks into .venv; nothing is downloaded at run time.

PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
BIN := .venv/bin

LANDING ?= sample/landing
DATA ?= data

export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export DO_NOT_TRACK := 1

.PHONY: setup run serve test lint format soak eval docs bench profiles peers audit lock clean

setup: .venv/.installed  ## environment with `dateline` in .venv/bin

.venv/.installed: requirements-dev.lock pyproject.toml | $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	$(UV) pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements-dev.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	$(BIN)/python -m flows.history
	touch $@

.uv/bin/uv:
	$(PYTHON) -m venv .uv
	.uv/bin/pip install --quiet 'uv>=0.11'

run: setup  ## nightly run over the bundled sample; other input: make run LANDING=… DATA=…
	$(BIN)/dateline run --landing $(LANDING) --data $(DATA)

serve: setup  ## Prefect with its UI, the night on its schedule, forms and pages, until Ctrl-C; make serve LANDING=… DATA=…
	$(BIN)/dateline serve --landing $(LANDING) --data $(DATA)

test: setup lint  ## everything that CI runs
	$(BIN)/pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

soak: setup  ## the long tests of reliability: kills, ways, readers; more: make soak SOAK="kill --points 300 --seed 2"
	$(BIN)/python -m tests.soak $(SOAK)
	$(if $(SOAK),,DATELINE_TEST_LONG=1 $(BIN)/pytest tests/soak/test_bad_states.py)

eval: setup  ## quality on our own golden documents, against the pinned floor
	$(BIN)/python -m tests.eval

docs: setup  ## regenerate the data dictionary and the answers shown in the docs
	$(BIN)/python -m warehouse.dictionary
	$(BIN)/python -m tests.docs

bench: setup  ## speed and memory as ratios, beside the bare model and peers, and against earlier runs; make bench BENCH="--only start-up"
	$(BIN)/python -m bench $(BENCH)

profiles: setup  ## where the time of each stage goes: functions, modules, statements
	$(BIN)/python -m bench.profiles

peers: setup .venv-peers/.installed  ## accuracy beside the plain model and textacy; from then on `make bench` finds datatrove too
	.venv-peers/bin/python -m bench.peers

.venv-peers/.installed: requirements-peers.lock | $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv-peers
	$(UV) pip sync --quiet --python .venv-peers/bin/python --require-hashes requirements-peers.lock
	$(UV) pip install --quiet --python .venv-peers/bin/python --no-deps --no-build-isolation --editable .
	touch $@

audit: .venv-audit/.installed  ## the locks against published advisories; says so where none can be reached
	.venv-audit/bin/python .ci/audit.py .venv-audit/bin/pip-audit requirements.lock requirements-dev.lock

.venv-audit/.installed: requirements-audit.lock | $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv-audit
	$(UV) pip sync --quiet --python .venv-audit/bin/python --require-hashes requirements-audit.lock
	touch $@

lock: | $(UV)  ## resolve anew; commit all files
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.lock
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-emit-find-links pyproject.toml --group dev -o requirements-dev.lock
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-emit-find-links pyproject.toml --group peers -o requirements-peers.lock
	$(UV) pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-emit-find-links --group audit -o requirements-audit.lock

clean:
	rm -rf .venv .venv-peers .venv-audit .uv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
