#!/bin/sh
# Sees to it that the browser tests have a Chromium: Debian's, installed here where that may be done.
set -eu
if command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "[chromium] installing the distribution's package"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null
    exit 0
fi
echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium-headless-shell" >&2
exit 1
