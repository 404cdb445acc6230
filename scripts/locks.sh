#!/bin/sh
# Locks requirements/*.in into *.txt: with hashes, for every platform, and without naming an index.
set -eu
cd "$(dirname "$0")/../requirements"

lock() {
    ../.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
        --no-emit-index-url --no-header "$@"
}

lock uv.in -o uv.txt
lock run.in -o run.txt
lock engine.in -c run.txt -o engine.txt
# What is tested is what is served.
lock dev.in -c run.txt -c engine.txt -o dev.txt
lock peers.in -c engine.txt -o peers.txt
lock assets.in -o assets.txt
