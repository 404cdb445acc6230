# Everything a newcomer or a machine needs. From nothing but python3, its venv module and make.
# Each target brings what it needs; a second call finds it there.

PYTHON ?= python3
# Which tests; all when empty.
TESTS ?=
PY := .venv/bin/python
# For commands that need the code and neither a database nor secrets.
MANAGE := DJANGO_SETTINGS_MODULE=maillon.config.settings.test $(PY) web/manage.py
export PYTHON
# uv ignores pip's settings: take the machine's certificates (TLS-rewriting proxies) and the machine's interpreter.
export UV_SYSTEM_CERTS ?= 1
export UV_PYTHON_DOWNLOADS ?= never
# Many processes start here, each with a thousand modules: without compiled ones, seconds later every time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check format bench venv run-venv assets compiled native messages docs locks reset chromium

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

run: run-venv assets compiled ## Serve the product with invented data on 127.0.0.1:8000 (public) and :8001 (pro)
	@exec $(PY) -m maillon.config.launcher

test: venv native assets compiled chromium ## Run every test, browser and PostgreSQL included (TESTS=web/tests for some of them)
	@exec $(PY) -m pytest -n 2 --dist loadscope $(TESTS)

check: venv assets compiled ## Check format, lint, types, imports, templates, migrations, messages, locks, sizes, documents
	@exec scripts/check.sh

format: venv ## Rewrite what the formatters would write otherwise
	@$(PY) -m ruff check --fix --exit-zero --quiet
	@$(PY) -m ruff format

bench: venv native compiled ## Measure, print tables, and write bench/results/
	@exec $(PY) -m scripts.bench

venv: ## Make .venv hold what running, checking and testing need
	@scripts/venv.sh dev

run-venv:
	@scripts/venv.sh run

assets: run-venv ## Build the style sheets and scripts from their packages
	@scripts/assets.sh

# The engine's extractors as they stand now, where there is a C compiler; their sources do the same elsewhere.
native: venv
	@.venv/bin/maillon-engine compile || true

compiled: run-venv
	@$(PY) -m scripts.compile_messages

messages: venv ## Collect the interface's strings into the catalogue
	@$(MANAGE) guidance_messages
	@$(PY) -m scripts.messages
	@PYTHONPATH=web $(PY) -m scripts.public_messages

docs: venv ## Rewrite the generated pages of docs/
	@$(PY) -m scripts.data_model
	@$(PY) -m scripts.guardrails
	@$(PY) -m scripts.rights
	@$(PY) -m scripts.htcds
	@$(PY) -m scripts.readability --write
	@$(MANAGE) guidance_docs

locks: venv ## Lock the newest fitting versions, with hashes and without addresses
	@scripts/locks.sh

chromium:
	@scripts/chromium.sh

reset: run-venv ## Drop the embedded database, so that the next run starts over
	@exec $(PY) -m maillon.config.launcher.reset
