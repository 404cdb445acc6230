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
# What is tested is what is served. Both of these may stand in one environment; followthemoney bounds what others may be.
lock ftm.in -c run.txt -c engine.txt -o ftm.txt
lock dev.in -c run.txt -c engine.txt -c ftm.txt -o dev.txt
lock peers.in -c engine.txt -o peers.txt
lock assets.in -o assets.txt
