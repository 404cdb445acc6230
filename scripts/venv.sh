#!/bin/sh
# Makes .venv hold exactly what is locked for "run" or for "dev" (which holds all of run), and both packages as they lie
# here. Does nothing when that is so already: a stamp holds the digest of what was installed.
# "dev" also brings FollowTheMoney where what it compiles against is there (CI sees to that); its tests are skipped elsewhere.
set -eu
cd "$(dirname "$0")/.."
which=${1:?run or dev}
python=${PYTHON:-python3}

fail() {
    echo "$1" >&2
    exit 1
}

locked() {
    echo "requirements/uv.txt requirements/$1.txt"
    if [ "$1" = dev ] && command -v c++ >/dev/null && pkg-config --exists icu-i18n 2>/dev/null; then
        echo requirements/ftm.txt
    fi
}

# The names of these files hold no spaces, so that they may be split.
digest() {
    { locked "$1"; cat $(locked "$1") web/pyproject.toml engine/pyproject.toml scripts/venv.sh; } | cksum
}

stamped() {
    [ -x .venv/bin/python ] && [ "$(cat ".venv/maillon-$1" 2>/dev/null)" = "$(digest "$1")" ]
}

if stamped "$which" || { [ "$which" = run ] && stamped dev; }; then
    exit 0
fi

command -v "$python" >/dev/null || fail "Maillon needs Python 3.11 or later: install python3, or name one: make PYTHON=/usr/bin/python3.12"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Maillon needs Python 3.11 or later; $python is $("$python" -V 2>&1). Name another: make PYTHON=python3.12"
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    fail "$python lacks the venv module. On Debian or Ubuntu: apt-get install python3-venv"

say() {
    echo "[venv] $1"
}

rm -f .venv/maillon-run .venv/maillon-dev
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    say "new environment from $("$python" -V 2>&1)"
    "$python" -m venv --clear .venv
fi
say "uv, the installer"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
say "locked packages for $which"
sync() {
    VIRTUAL_ENV="$PWD/.venv" .venv/bin/uv pip sync --quiet --require-hashes "$@"
}
if ! sync $(locked "$which"); then
    case $(locked "$which") in *ftm.txt*) ;; *) exit 1 ;; esac
    say "FollowTheMoney does not compile here: going on without it"
    sync requirements/uv.txt "requirements/$which.txt"
fi
say "Maillon itself"
VIRTUAL_ENV="$PWD/.venv" .venv/bin/uv pip install --quiet --no-deps --no-build-isolation -e web -e engine
if [ "$which" = dev ]; then
    # Half a minute, once. Whoever has no compiler works from the sources; what is edited does so until the tests compile it.
    .venv/bin/maillon-engine compile || say "the extractors stay as they are written: the same answers, later"
fi
digest "$which" >".venv/maillon-$which"
