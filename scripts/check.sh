#!/bin/sh
# Everything that can be known without running the product. Runs every step, and fails if one of them has.
set -u
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
# Enough to load the settings; nothing here connects to a database.
export MAILLON_SECRET_KEY=checking-only-checking-only-checking-only-checking-only-0123456789
export MAILLON_JOURNAL_KEY=checking-only
export MAILLON_INTAKE_KEY=checking-only-checking-only-checking-only
export DATABASE_URL="${DATABASE_URL:-postgresql:///nowhere}"
failed=""

step() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        echo "  ok    $name${output:+: $(echo "$output" | tail -n 1)}"
    else
        echo "  FAIL  $name"
        echo "$output" | sed 's/^/        /'
        failed="$failed $name,"
    fi
}

deployed() {
    DJANGO_SETTINGS_MODULE="maillon.config.settings.$1" MAILLON_DEMO="" python web/manage.py check --deploy --fail-level WARNING
}

migrations() {
    DJANGO_SETTINGS_MODULE=maillon.config.settings.test \
        python -W ignore::RuntimeWarning web/manage.py makemigrations --check --dry-run
}

generated() {
    DJANGO_SETTINGS_MODULE=maillon.config.settings.test python web/manage.py "$1" --check
}

step "format" ruff format --check --quiet
step "lint" ruff check --quiet
step "types of the web application" mypy web/maillon
step "types of the engine" mypy engine/src
step "types of the scripts" mypy scripts
step "imports" lint-imports --no-logo
step "templates: format" djlint --configuration pyproject.toml --check --quiet web/maillon
step "templates: lint" djlint --configuration pyproject.toml --lint --quiet web/maillon
step "settings of the public process" deployed public
step "settings of the pro process" deployed pro
step "migrations" migrations
step "messages" python -m scripts.messages --check
step "messages of the public door" env PYTHONPATH=web python -m scripts.public_messages --check
step "addresses" python -m scripts.no_addresses
step "sizes" python -m scripts.sizes
step "data model page" python -m scripts.data_model --check
step "guidance: law pages" generated guidance_docs
step "guidance: strings" generated guidance_messages
step "guardrails page" python -m scripts.guardrails --check
step "rights page" python -m scripts.rights --check
step "HTCDS page" python -m scripts.htcds --check
step "readability of the cards" python -m scripts.readability --check

if [ -n "$failed" ]; then
    echo "make check: failed:${failed%,}" >&2
    exit 1
fi
echo "make check: all is well"
